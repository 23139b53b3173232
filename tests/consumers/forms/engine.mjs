// The engine, asked as the command.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, root } from "./places.mjs";

/** The day on which every assessment here is looked at. */
const DAY = "2026-06-01";

function dspt(...args) {
  const command = ["run", "--quiet", "--locked", "--bin", "dspt", "--", ...args, "--format", "json"];
  const answer = execFileSync("cargo", command, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
  return JSON.parse(answer);
}

/** The evaluation of an assessment, and `everything` it finds fault with. */
export function assess(assessment) {
  const file = join(build, `assessment-${process.pid}.json`);
  mkdirSync(build, { recursive: true });
  writeFileSync(file, JSON.stringify(assessment));
  const evaluation = dspt("assess", file, "--as-of", DAY);
  const everything = [...evaluation.findings, ...evaluation.questions.flatMap(({ findings }) => findings)];
  return { ...evaluation, everything };
}

/** The questions of an edition that are on record; the kind of answer is absent where it is not on record. */
export function questions(edition) {
  return dspt("questions", "--edition", edition).questions.map(({ code, title, prompt, evidenceType }) => ({
    code, title, prompt, kind: evidenceType.certainty === "unknown" ? undefined : evidenceType.value,
  }));
}
