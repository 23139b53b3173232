// A host that builds a request and reads the answer, without a cast.
import type {
  Assessment,
  Blocker,
  Documents,
  EvaluateRequest,
  Evaluation,
  Finding,
  Holding,
  OdsCode,
  QuestionCode,
  Response,
  Verdict,
} from "../../schema/types.js";

const home: OdsCode = "VM0X1";
const registration: QuestionCode = "1.1.1";
const typed: string = "1.1.5";

const certificate: Holding = { held: "yes", issuedOn: "2025-09-01", expiresOn: "2026-08-31" };

const answer: Response = {
  kind: "document",
  documents: [{ location: "Policies/Data protection.docx", title: "Data protection policy" }],
  reviewedOn: "2026-03-02",
  origin: { kind: "carried-over", from: "2024-25", reconfirmedOn: "2026-03-02" },
};

const assessment: Assessment = {
  format: "dspt.assessment.v1",
  edition: "2025-26",
  organisation: {
    odsCode: home,
    name: "Harbour House",
    sector: "social-care",
    nation: "england",
    nhsmail: "used",
    cyberEssentialsPlus: certificate,
  },
  sites: [
    {
      odsCode: "VM0X2",
      nation: "england",
      arrangements: { training: "shared", policies: "shared", dataSecurity: "shared", it: "different" },
    },
  ],
  responses: {
    "1.1.1": { kind: "text", text: "ZA123456" },
    "3.2.1": { kind: "confirmation", confirmed: true, training: { trained: 57, people: 60 } },
    [registration]: answer,
    [typed]: { kind: "not-applicable", reason: "No such system is used." },
  },
};

export const request: EvaluateRequest = { format: "dspt.evaluate-request.v1", asOf: "2026-06-01", assessment };

function inWords(response: Response): string {
  switch (response.kind) {
    case "text":
      return response.text;
    case "confirmation":
      return response.confirmed ? "Yes" : "No";
    case "document":
      return response.documents.map((document) => document.title ?? document.location).join(", ");
    case "date":
      return response.date;
    case "not-applicable":
      return response.reason ?? "Not applicable";
  }
}

export const given: string[] = Object.values(assessment.responses).map(inWords);
export const registered: Response | undefined = assessment.responses[registration];

function sure(verdict: Verdict): string {
  switch (verdict.certainty) {
    case "confirmed":
      return "certain";
    case "inferred":
      return verdict.hangsOn.map((hang) => hang.because ?? hang.fact).join("; ");
  }
}

function inTheWay(blocker: Blocker): QuestionCode[] {
  switch (blocker.kind) {
    case "question":
      return [blocker.question];
    case "any-of":
      return blocker.ways.flat().flatMap(inTheWay);
    case "unlisted":
    case "certificate":
      return [];
  }
}

export function read(evaluation: Evaluation): string[] {
  const blocking = (finding: Finding) => finding.effect === "blocks";
  const findings = [...evaluation.findings, ...evaluation.questions.flatMap((question) => question.findings)];
  const left = evaluation.levels.flatMap((level) => level.blockers ?? []).flatMap(inTheWay);
  return [
    `${evaluation.level ?? "no level yet"}, ${sure(evaluation.verdict)}`,
    ...findings.filter(blocking).map((finding) => `${finding.question ?? "the profile"}: ${finding.message}`),
    ...left.map((code) => `${code} is outstanding`),
    ...evaluation.progress.map((part) => `${part.group}: ${part.done} of ${part.total}`),
  ];
}

export function titleOf(document: Documents[keyof Documents]): string {
  switch (document.format) {
    case "dspt.evaluation.v1":
      return read(document).join("\n");
    case "dspt.errors.v1":
      return document.errors.map((error) => `${error.pointer}: ${error.message}`).join("\n");
    case "dspt.bank.v1":
      return document.edition.id;
    default:
      return document.format;
  }
}
