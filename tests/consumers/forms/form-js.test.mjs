// What must hold of form.js, and of the forms themselves, without a browser.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { fieldOf, toAssessment, toForm } from "../../../schema/forms/form.js";
import { assess } from "./engine.mjs";
import { EDITIONS, json, root, schemaOf } from "./places.mjs";

const schema = schemaOf("2025-26");

/** The judges of a form, in either draft; what Ajv's strict mode warns of is an error. */
function validators(edition) {
  const strict = { strictTypes: true, strictTuples: true };
  const judges = [[Ajv2020, "2020-12"], [Ajv, "draft-07"]];
  return judges.map(([Judge, draft]) => addFormats(new Judge(strict)).compile(schemaOf(edition, draft)));
}

test("pointers lead to fields", () => {
  const rows = {
    "/responses/1.1.2/reviewedOn": ["policiesAndProcedures", "q1_1_2", "reviewedOn"],
    "/responses/1.1.1": ["policiesAndProcedures", "q1_1_1", "text"],
    "/responses/1.1.1/origin": ["policiesAndProcedures", "q1_1_1", "origin", "reconfirmedOn"],
    "/responses/1.1.3/reason": ["policiesAndProcedures", "q1_1_3", "documents"],
    "/responses/1.1.2/documents/1/expiresOn": ["policiesAndProcedures", "q1_1_2", "documents", 1, "expiresOn"],
    "/responses/1.1.2/documents/1": ["policiesAndProcedures", "q1_1_2", "documents", 1, "location"],
    "/responses/3.2.1/training": ["staffingAndRoles", "q3_2_1", "training", "trained"],
    "/responses/6.1.2/documents/0/expiresOn": ["dataSecurity", "q6_1_2", "confirmed"],
    "/responses/6.3.2": ["headingNotOnRecord", "q6_3_2", "answerKind"],
    "/organisation/cyberEssentialsPlus/expiresOn": ["organisation", "cyberEssentialsPlus", "expiresOn"],
    "/organisation/cyberEssentialsPlus": ["organisation", "cyberEssentialsPlus", "held"],
    "/edition": null,
    "/actionPlan/items/0": null,
    "/responses/9.9.9": null,
  };
  for (const [pointer, path] of Object.entries(rows)) assert.deepEqual(fieldOf(schema, pointer), path, pointer);
});

test("documents left blank are not counted", () => {
  const register = { location: "Register.xlsx" };
  const formData = { policiesAndProcedures: { q1_1_2: { documents: [{}, { location: " " }, register] } } };
  const field = fieldOf(schema, "/responses/1.1.2/documents/0/expiresOn", formData);
  assert.deepEqual(field, ["policiesAndProcedures", "q1_1_2", "documents", 2, "expiresOn"]);
  const { responses } = toAssessment(schema, formData);
  assert.deepEqual(responses, { "1.1.2": { kind: "document", documents: [register] } });
});

test("what the form does not show stays with the assessment it came from", () => {
  const base = {
    format: "dspt.assessment.v1",
    edition: "2025-26",
    organisation: { odsCode: "VM0X1", sector: "social-care", nation: "england" },
    publications: [{ edition: "2024-25", level: "standards-met", publishedOn: "2025-06-12" }],
    responses: {
      "1.1.1": { kind: "document", documents: [{ location: "Certificate.pdf" }] },
      "1.1.5": { kind: "text", text: "The owner." },
    },
  };
  const formData = toForm(schema, base);
  assert.deepEqual(toAssessment(schema, formData, base), base);
  formData.policiesAndProcedures = { q1_1_1: { text: "ZA000002" } };
  assert.deepEqual(toAssessment(schema, formData, base).responses["1.1.1"], { kind: "text", text: "ZA000002" });
  formData.staffingAndRoles.q1_1_5.text = "";
  assert.equal("1.1.5" in toAssessment(schema, formData, base).responses, false);
});

test("\"Not applicable\" is written the portal's own way", () => {
  const responses = {
    "1.3.12": { kind: "not-applicable" },
    "6.1.3": { kind: "not-applicable", reason: "No breach.", comment: "Log looked at." },
    "8.2.1": { kind: "not-applicable", reason: "All supported." },
  };
  const base = { format: "dspt.assessment.v1", edition: "2025-26", organisation: {}, responses };
  assert.deepEqual(toAssessment(schema, toForm(schema, base)).responses, {
    "1.3.12": { kind: "text", text: "Not applicable" },
    "6.1.3": { kind: "confirmation", confirmed: true, comment: "Not applicable: No breach.\nLog looked at." },
    "8.2.1": { kind: "document", documents: [{ location: "Not applicable: All supported." }] },
  });
});

test("a certificate not held has no dates", () => {
  const dated = { issuedOn: "2025-11-03" };
  const organisation = { odsCode: "VM0X1", cyberEssentials: { held: "no", ...dated }, iso27001: dated };
  const kept = { odsCode: "VM0X1", cyberEssentials: { held: "no" } };
  assert.deepEqual(toAssessment(schema, { organisation }).organisation, kept);
});

test("every example is valid in its form, in both drafts, and comes back at the same level", () => {
  const folder = join(root, "examples/assessments");
  for (const name of readdirSync(folder)) {
    const assessment = json(join(folder, name));
    const form = schemaOf(assessment.edition);
    const formData = toForm(form, assessment);
    for (const validate of validators(assessment.edition)) {
      assert.ok(validate(formData), `${name}: ${JSON.stringify(validate.errors)}`);
    }
    const again = toAssessment(form, formData, assessment);
    assert.equal(assess(again).level, assess(assessment).level, name);
    for (const key of ["sites", "publications", "assertionsConfirmed", "actionPlan", "organisation"]) {
      assert.deepEqual(again[key], assessment[key], `${name} ${key}`);
    }
  }
});

test("every form is taken by Ajv in strict mode, with its example", () => {
  for (const edition of EDITIONS) {
    const [example] = schemaOf(edition).examples;
    for (const validate of validators(edition)) {
      assert.ok(validate(example), `${edition}: ${JSON.stringify(validate.errors)}`);
    }
  }
});

test("a form refuses what is too long, and what is half of a whole", () => {
  const organisation = { odsCode: "VM0X1", sector: "social-care", nation: "england" };
  const policies = (policiesAndProcedures) => ({ edition: "2025-26", organisation, policiesAndProcedures });
  const profile = (more) => ({ edition: "2025-26", organisation: { ...organisation, ...more } });
  const training = (figures) => ({ ...profile(), staffingAndRoles: { q3_2_1: { training: figures } } });
  const documents = (number, location) => policies({ q1_1_2: { documents: Array(number).fill({ location }) } });
  const rows = [
    ["20,000 characters", policies({ q1_1_1: { text: "a".repeat(20000) } }), true],
    ["20,001 characters", policies({ q1_1_1: { text: "a".repeat(20001) } }), false],
    ["a comment of 5,000", policies({ q1_1_1: { comment: "a".repeat(5000) } }), true],
    ["a comment of 5,001", policies({ q1_1_1: { comment: "a".repeat(5001) } }), false],
    ["1,000 documents", documents(1000, "a".repeat(2000)), true],
    ["1,001 documents", documents(1001, "a"), false],
    ["a place of 2,001", documents(1, "a".repeat(2001)), false],
    ["a name of 200", profile({ name: "a".repeat(200) }), true],
    ["a name of 201", profile({ name: "a".repeat(201) }), false],
    ["an ODS code in small letters", profile({ odsCode: "vm0x1" }), false],
    ["a certificate without dates", profile({ cyberEssentials: { held: "yes" } }), false],
    ["no certificate", profile({ cyberEssentials: { held: "no" } }), true],
    ["trained without people", training({ trained: 3 }), false],
    ["trained and people", training({ trained: 3, people: 3 }), true],
    ["another edition", { ...profile(), edition: "2024-25" }, false],
  ];
  for (const validate of validators("2025-26")) {
    for (const [what, data, valid] of rows) assert.equal(validate(data), valid, what);
  }
});

test("an assessment of another edition is refused", () => {
  const base = { format: "dspt.assessment.v1", edition: "2024-25", organisation: {}, responses: {} };
  assert.throws(() => toForm(schema, base), /the assessment is for `2024-25`, the form for `2025-26`/);
});
