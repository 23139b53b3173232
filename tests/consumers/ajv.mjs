// Compiles every schema with Ajv in strict mode, any warning being a mistake, and holds the fixtures against them:
//   node ajv.mjs 2020-12|draft-07 SCHEMAS CORPUS
import { createRequire } from "node:module";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const formats = require("ajv-formats").default;
const [draft, schemas, corpus] = process.argv.slice(2);
const Ajv = { "2020-12": require("ajv/dist/2020").default, "draft-07": require("ajv").default }[draft];

const mistakes = [];
const read = (...path) => JSON.parse(readFileSync(join(...path), "utf8"));
const list = (...path) => (existsSync(join(...path)) ? readdirSync(join(...path)) : []);

function compile(file) {
  const hear = (...words) => mistakes.push(`${file}: ${words.join(" ")}`);
  const ajv = new Ajv({ logger: { log: hear, warn: hear, error: hear } });
  formats(ajv);
  try {
    return ajv.compile(read(schemas, file));
  } catch (error) {
    hear(error.message);
    return undefined;
  }
}

let accepted = 0;
let rejected = 0;
const files = readdirSync(schemas);
for (const file of files) {
  const name = file.replace(/\.json$/, "");
  const validate = compile(file);
  if (!validate) continue;
  for (const example of read(schemas, file).examples ?? []) {
    if (!validate(example)) mistakes.push(`${file}: an example is not valid`);
  }
  for (const kind of ["documents", "accepted"]) {
    for (const document of list(corpus, kind, name)) {
      accepted += 1;
      if (!validate(read(corpus, kind, name, document))) {
        const [{ instancePath, message, params }] = validate.errors;
        mistakes.push(`${document} at ${instancePath || "the top"}: ${message} ${JSON.stringify(params)}`);
      }
    }
  }
  for (const document of list(corpus, "rejected", name)) {
    rejected += 1;
    if (validate(read(corpus, "rejected", name, document))) mistakes.push(`${document} was accepted`);
  }
}
if (accepted === 0 || rejected === 0) mistakes.push("there was nothing to accept or nothing to reject");

mistakes.forEach((mistake) => console.error(mistake));
console.log(`${files.length} schemas, ${accepted} documents accepted, ${rejected} rejected`);
process.exit(mistakes.length === 0 ? 0 : 1);
