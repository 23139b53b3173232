// What the types must refuse: each line below a mark is an error, and a mark above a line without one is an error too.
import type {
  Assessment,
  Evaluation,
  OdsCode,
  Organisation,
  QuestionCode,
  Response,
  Verdict,
} from "../../schema/types.js";

declare const home: OdsCode;
declare const assessment: Assessment;
declare const evaluation: Evaluation;
declare const verdict: Verdict;

// @ts-expect-error: the code of an organisation is not the code of a question
export const code: QuestionCode = home;

// @ts-expect-error: answers go by the code of their question
export const answer: Response | undefined = assessment.responses[home];

// @ts-expect-error: no answer is of this kind
export const tick: Response = { kind: "tick", confirmed: true };

// @ts-expect-error: a text answer without its text
export const empty: Response = { kind: "text" };

// @ts-expect-error: an organisation without its nation
export const organisation: Organisation = { odsCode: "VM0X1", sector: "social-care" };

// @ts-expect-error: a key that no organisation has
export const named: Organisation = { odsCode: "VM0X1", sector: "social-care", nation: "england", colour: "red" };

// @ts-expect-error: the format of another document
export const format: Assessment["format"] = "dspt.evaluation.v1";

// @ts-expect-error: a confirmed verdict hangs on nothing
export const hangsOn = verdict.hangsOn;

// @ts-expect-error: there may be no level
export const level: string = evaluation.level;

// @ts-expect-error: a key that no evaluation has
export const score = evaluation.score;
