/** The keys of an answer that belong to each kind of it, beside `comment`, `reviewedOn` and `origin`. */
const KINDS = {
  text: ["text"],
  confirmation: ["confirmed", "found", "training"],
  document: ["documents"],
  date: ["date"],
};
const FORMAT = "dspt.assessment.v1";

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Every field of an object in a form schema, with those that only a condition adds. */
function fields(shape) {
  const conditional = [shape, ...(shape.allOf ?? [])].map((part) => part.then?.properties);
  return Object.assign({}, shape.properties, ...conditional);
}

/** The questions of a form schema by code: where each stands, and its shape. */
function questions(schema) {
  const found = new Map();
  for (const [heading, section] of Object.entries(schema.properties)) {
    for (const [key, shape] of Object.entries(section.properties ?? {})) {
      if (/^q\d/.test(key)) found.set(key.slice(1).replaceAll("_", "."), { heading, key, shape });
    }
  }
  return found;
}

/** The kind of answer that a question takes; absent where only the person who answers can tell. */
function kindOf(shape) {
  return Object.keys(KINDS).find((kind) => KINDS[kind][0] in shape.properties);
}

/** A value without what is blank in it; absent where nothing is left. */
function written(value) {
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  if (Array.isArray(value)) {
    const list = value.map(written).filter((entry) => entry !== undefined);
    return list.length ? list : undefined;
  }
  if (isObject(value)) {
    const entries = Object.entries(value).map(([key, inner]) => [key, written(inner)]);
    const left = entries.filter(([, inner]) => inner !== undefined);
    return left.length ? Object.fromEntries(left) : undefined;
  }
  return value ?? undefined;
}

function pick(value, keys) {
  return Object.fromEntries(keys.filter((key) => value[key] !== undefined).map((key) => [key, value[key]]));
}

function toOrganisation(organisation) {
  return Object.fromEntries(Object.entries(organisation).flatMap(([key, value]) => {
    if (!isObject(value) || key === "roleHolders") return [[key, value]];
    if (value.held === undefined) return [];
    return [[key, value.held === "yes" ? value : { held: value.held }]];
  }));
}

function toResponse(shape, filled) {
  const { answerKind, origin, ...answer } = filled;
  if (answer.confirmed === false) delete answer.confirmed;
  if (Object.keys(answer).length === 0) return undefined;
  const kind = kindOf(shape) ?? answerKind ?? Object.keys(KINDS).find((word) => KINDS[word].some((key) => key in answer));
  if (kind === undefined) return { kind: "text", text: "", ...pick(answer, ["comment", "reviewedOn"]) };
  const response = { kind, ...pick(answer, KINDS[kind]) };
  if (kind === "text") response.text ??= "";
  if (kind === "confirmation") response.confirmed ??= false;
  if (kind === "document") {
    response.documents = (response.documents ?? []).map((document) => ({ ...document, location: document.location ?? "" }));
  }
  Object.assign(response, pick(answer, ["comment", "reviewedOn"]));
  if (origin?.from) response.origin = { kind: "carried-over", ...pick(origin, ["from", "reconfirmedOn"]) };
  return response;
}

/** An answer of kind `not-applicable`, written the portal's own way for a question. */
function writtenOut(shape, { reason, comment, ...rest }) {
  const words = reason ? `Not applicable: ${reason}` : "Not applicable";
  switch (kindOf(shape)) {
    case "confirmation":
      return { ...rest, kind: "confirmation", confirmed: true, comment: comment ? `${words}\n${comment}` : words };
    case "document":
      return { ...rest, kind: "document", documents: [{ location: words }], ...(comment && { comment }) };
    case "date":
      return undefined;
    default:
      return { ...rest, kind: "text", text: words, ...(comment && { comment }) };
  }
}

function toFields(shape, response) {
  const answer = response?.kind === "not-applicable" ? writtenOut(shape, response) : response;
  if (!answer || !(answer.kind in KINDS)) return undefined;
  const { kind, origin, ...rest } = answer;
  const taken = kindOf(shape);
  if (taken !== undefined && taken !== kind) return undefined;
  const { kind: _, ...earlier } = origin ?? {};
  return { ...(taken === undefined && { answerKind: kind }), ...rest, ...(earlier.from && { origin: earlier }) };
}

function sameEdition(schema, assessment) {
  const edition = schema.properties.edition.const;
  if (assessment.edition !== edition) {
    throw new Error(`the assessment is for \`${assessment.edition}\`, the form for \`${edition}\``);
  }
}

export function toAssessment(schema, formData, base) {
  if (base) sameEdition(schema, base);
  const responses = {};
  for (const [code, { heading, key, shape }] of questions(schema)) {
    const response = toResponse(shape, written(formData?.[heading]?.[key]) ?? {});
    if (response) responses[code] = response;
    // What the form cannot show, it leaves as it was.
    else if (base?.responses?.[code] && !toFields(shape, base.responses[code])) responses[code] = base.responses[code];
  }
  for (const [code, response] of Object.entries(base?.responses ?? {})) {
    if (!questions(schema).has(code)) responses[code] = response;
  }
  return {
    ...base,
    format: FORMAT,
    edition: schema.properties.edition.const,
    organisation: toOrganisation(written(formData?.organisation) ?? {}),
    responses,
  };
}

export function toForm(schema, assessment) {
  sameEdition(schema, assessment);
  const formData = { edition: assessment.edition, organisation: structuredClone(assessment.organisation) };
  for (const [code, { heading, key, shape }] of questions(schema)) {
    const filled = toFields(shape, assessment.responses[code]);
    if (filled) (formData[heading] ??= {})[key] = structuredClone(filled);
  }
  return formData;
}

export function fieldOf(schema, pointer, formData) {
  const [, root, ...rest] = pointer.split("/").map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (root === "organisation") return descend(schema.properties.organisation, rest, ["organisation"]);
  if (root !== "responses") return null;
  const [code, ...inside] = rest;
  const question = questions(schema).get(code);
  if (!question) return null;
  const { heading, key, shape } = question;
  const path = descend(shape, inside, [heading, key]);
  if (path[2] === "documents" && path.length > 3) path[3] = placeOf(formData?.[heading]?.[key]?.documents, path[3]);
  return path;
}

/** The place in the form of a document, counted without those that are blank. */
function placeOf(documents, at) {
  const places = (documents ?? []).map((document, place) => [place, written(document)]).filter(([, document]) => document);
  return places[at]?.[0] ?? at;
}

/** Follows a path as far as there are fields; what is no field itself leads to the first one in it. */
function descend(shape, [next, ...rest], path) {
  if (shape.type === "array" && /^\d+$/.test(next ?? "")) return descend(shape.items, rest, [...path, Number(next)]);
  if (shape.type !== "object") return path;
  const inner = fields(shape);
  const key = Object.hasOwn(inner, next ?? "") ? next : Object.keys(inner).find((name) => !inner[name].readOnly);
  return descend(inner[key], key === next ? rest : [], [...path, key]);
}
