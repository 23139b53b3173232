// How a care manager fills a form of 2025-26.

/** The questions of a form, by the keys under which they stand. */
export function fieldsOf(schema) {
  return Object.entries(schema.properties).flatMap(([heading, section]) =>
    Object.entries(section.properties ?? {}).filter(([key]) => /^q\d/.test(key)).map(([key, shape]) => ({
      heading, key, shape, code: key.slice(1).replaceAll("_", "."), properties: shape.properties,
    })));
}

/** Answers one question well, by typing and ticking. */
export async function answer(form, { code, properties, shape }) {
  const { text, confirmed, documents, date, answerKind, found, training, reviewedOn } = properties;
  if (answerKind) {
    await form.choose(answerKind.title, "A box to tick");
    const kind = shape.allOf.find((part) => part.if.properties?.answerKind?.const === "confirmation");
    await form.tick(kind.then.properties.confirmed.title);
  }
  if (text) await form.write(text.title, `Our answer to ${code}.`);
  if (confirmed) await form.tick(confirmed.title);
  if (date) await form.date(date.title, "2026-05-04");
  if (documents) {
    const parts = (documents.items.properties.parts?.items.oneOf ?? []).map(({ title }) => title);
    const location = code === "8.2.1" ? "Not applicable: nothing was found" : `Shared drive, ${code}.docx`;
    await form.addDocument(code, { location, title: `Document for ${code}`, parts });
  }
  if (found) await form.choose(found.title, "No, none");
  if (training) {
    await form.count("How many were trained", 58);
    await form.count("How many people there are", 60);
  }
  if (reviewedOn) await form.date(reviewedOn.title, "2026-05-04");
}

export async function describeOrganisation(form) {
  await form.write("ODS code", "VM0X1");
  await form.write("Name", "Harbour House");
  await form.choose("Sector", "Adult social care");
  await form.choose("Where you work", "England");
  await form.choose("Do you use NHSmail?", "Yes, beside other email");
  await form.choose("Do you hold Cyber Essentials Plus?", "No");
  await form.choose("Do you hold Cyber Essentials?", "Yes");
  await form.date("Cyber Essentials issued on", "2025-11-03");
  await form.date("Cyber Essentials expires on", "2026-11-02");
  await form.write("Senior information risk owner", "Owner");
  await form.date("Profile last confirmed on", "2026-05-06");
}

/** What {@link describeOrganisation} comes to. */
export const ORGANISATION = {
  odsCode: "VM0X1",
  name: "Harbour House",
  sector: "social-care",
  nation: "england",
  nhsmail: "used",
  cyberEssentialsPlus: { held: "no" },
  cyberEssentials: { held: "yes", issuedOn: "2025-11-03", expiresOn: "2026-11-02" },
  roleHolders: { seniorInformationRiskOwner: "Owner" },
  profileConfirmedOn: "2026-05-06",
};

/** Spoils a filled assessment, so that the engine finds fault with a field of every sort. */
export function spoil(assessment) {
  const spoilt = structuredClone(assessment);
  const { responses, organisation } = spoilt;
  responses["1.1.2"].reviewedOn = "2024-01-15";
  Object.assign(responses["1.2.4"], { confirmed: false, comment: "Not yet." });
  responses["1.1.3"] = { kind: "document", documents: [], comment: "To come." };
  responses["7.1.1"].documents[0].expiresOn = "2026-01-31";
  responses["3.2.1"].training = { trained: 30, people: 60 };
  delete responses["1.1.1"];
  delete responses["6.3.2"];
  delete responses["8.1.4"].found;
  responses["4.1.1"].origin = { kind: "carried-over", from: "2024-25" };
  organisation.cyberEssentialsPlus = { held: "yes", issuedOn: "2025-02-01", expiresOn: "2026-01-31" };
  delete organisation.nhsmail;
  return spoilt;
}

/** Where the engine finds fault with what {@link spoil} makes, among other places. */
export const SPOILT = [
  "/responses/1.1.2/reviewedOn",
  "/responses/1.2.4/confirmed",
  "/responses/1.1.3/documents",
  "/responses/7.1.1/documents/0/expiresOn",
  "/responses/3.2.1/training/trained",
  "/responses/1.1.1",
  "/responses/6.3.2",
  "/responses/8.1.4/found",
  "/responses/4.1.1/origin/reconfirmedOn",
  "/organisation/cyberEssentialsPlus/expiresOn",
  "/organisation/nhsmail",
];
