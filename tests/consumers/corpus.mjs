// Sorts the fixtures by document, so that every tool reads the same ones:
//   node corpus.mjs SCHEMAS FIXTURES OUT
// OUT/documents/<name>/*.json must be valid by the schema of that name and come back unchanged from every tool.
// OUT/accepted/<name>/*.json must be valid, however oddly written. OUT/rejected/<name>/*.json must not be.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Mistakes that a schema has no words for: they compare values, look into the built-in banks or count the text.
const BEYOND_A_SCHEMA = new Set([
  "before-start",
  "duplicate-entry",
  "duplicate-key",
  "more-than-there-are",
  "no-bank",
  "not-json",
  "not-later",
  "origin-not-earlier",
  "other-edition",
  "too-large",
  "unknown-edition",
  "unknown-question",
  "years-apart",
]);

const [schemas, fixtures, out] = process.argv.slice(2);
const names = new Set(readdirSync(schemas).map((file) => file.replace(/\.json$/, "")));
const mistakes = [];
const written = { documents: new Map(), accepted: new Map(), rejected: new Map() };

function write(kind, name, file, text) {
  const folder = join(out, kind, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${file}.json`), text);
  written[kind].set(name, (written[kind].get(name) ?? 0) + 1);
}

/** The middle part of a format such as `dspt.evaluation.v1`. */
function nameOf(document) {
  return /^dspt\.([a-z-]+)\.v[0-9]+$/.exec(document?.format)?.[1];
}

/** Every document that stands inside another one, such as the assessment in a request. */
function* inside(value) {
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (names.has(nameOf(part))) yield [key, part];
    yield* inside(part);
  }
}

function valid(file, text) {
  const document = JSON.parse(text);
  const name = nameOf(document);
  if (!names.has(name)) return mistakes.push(`${file}: no schema for the format ${document.format}`);
  write("documents", name, file, text);
  for (const [key, part] of inside(document)) {
    write("documents", nameOf(part), `${file}.${key}`, JSON.stringify(part, null, 2));
  }
}

// What is wrong with the form of a document; the faults of its content, which the library checks after, have other codes.
const codes = JSON.parse(readFileSync(new URL("../../schema/codes.json", import.meta.url), "utf8"));
const OF_FORM = new Set(codes.lists.find(({ about }) => about === "error").codes.map(({ code }) => code));

/** Whether a schema can be asked to see at least one of the mistakes; the faults of a bank are beyond it. */
function visible(name, errors) {
  const ofBank = (pointer) => name === "bank" || pointer.startsWith("/bank/");
  return errors.some(({ code, pointer }) => OF_FORM.has(code) && !BEYOND_A_SCHEMA.has(code) && !ofBank(pointer));
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function pair(operation, name) {
  const file = `${operation}.${name}`;
  const [request, answer] = ["request", "answer"].map((part) =>
    readFileSync(join(fixtures, operation, `${name}.${part}.json`), "utf8").replace(/^\uFEFF/, ""),
  );
  valid(`${file}.answer`, answer);
  const { errors = [] } = JSON.parse(answer);
  // What is to be validated is a document of any kind, and most are wrong on purpose.
  const asked = operation === "validate" ? nameOf(parsed(request)) : `${operation}-request`;
  if (errors.length > 0) {
    const seen = names.has(asked) && parsed(request) && visible(asked, errors);
    if (seen) write("rejected", asked, `${file}.request`, request);
  } else if (operation === "validate") {
    write("accepted", asked, `${file}.request`, request);
  } else {
    valid(`${file}.request`, request);
  }
}

rmSync(out, { recursive: true, force: true });
for (const operation of readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  for (const file of readdirSync(join(fixtures, operation.name))) {
    const [, name, part] = /^(.+)\.(request|answer)\.json$/.exec(file) ?? [];
    const partner = part === "request" ? "answer" : "request";
    if (!name || !existsSync(join(fixtures, operation.name, `${name}.${partner}.json`))) {
      mistakes.push(`${operation.name}/${file}: a request without its answer, or an answer without its request`);
    } else if (part === "request") {
      pair(operation.name, name);
    }
  }
}
for (const name of names) {
  if (!written.documents.has(name)) mistakes.push(`no fixture shows a ${name} document`);
}
if (written.rejected.size === 0) mistakes.push("no fixture shows a document that a schema must reject");

mistakes.forEach((mistake) => console.error(mistake));
const total = (counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);
const [documents, accepted, rejected] = Object.values(written).map(total);
console.log(`${documents} documents, ${accepted} to accept, ${rejected} to reject`);
process.exit(mistakes.length === 0 ? 0 : 1);
