// Generates the TypeScript types of every document from the strict schemas, each named type once:
//   node types.mjs --write [SCHEMAS FILE]    writes them
//   node types.mjs [SCHEMAS FILE]            fails if the file says anything else
import { createRequire } from "node:module";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const { compile } = require("json-schema-to-typescript");

const root = join(import.meta.dirname, "..", "..", "schema");
const paths = process.argv.slice(2).filter((argument) => argument !== "--write");
const [schemas, target] = paths.length > 0 ? paths : [join(root, "strict", "2020-12"), join(root, "types.d.ts")];
// What a closed input says beyond the open output of the same name, and a document beyond the part of another one that
// it can be; none of it shows in a type.
const LIMITS = new Set(["examples", "maxItems", "maxLength", "maxProperties", "minimum", "maximum", "pattern"]);
const BANNER = "// The types of every document, generated from schema/strict by tests/consumers/types.mjs.";
// What the generator says of each type besides its description.
const REFERENCE = /\n \*\n \* This interface was referenced by `Documents`'s JSON-Schema\n .*$/gm;
const mistakes = [];

/** The schema as text without its limits. */
function unlimited(schema) {
  return JSON.stringify(schema, (key, value) => (LIMITS.has(key) || value === false ? undefined : value));
}

/** Whether a value of the one type is a value of the other, which may only leave more keys away. */
function fits({ required: given = [], ...one }, { required: asked = [], ...other }) {
  return unlimited(one) === unlimited(other) && asked.every((key) => given.includes(key));
}

/** Every named type, inputs first, so that a type of both directions is the input's. */
function definitions() {
  const documents = readdirSync(schemas).sort().map((file) => JSON.parse(readFileSync(join(schemas, file), "utf8")));
  const inputs = documents.filter((document) => document.additionalProperties === false);
  const outputs = documents.filter((document) => document.additionalProperties !== false);
  const all = new Map();
  for (const { $schema, $id, $defs, ...document } of [...inputs, ...outputs]) {
    for (const [name, definition] of [[document.title, document], ...Object.entries($defs ?? {})]) {
      if (definition.title !== name) mistakes.push(`${name} in ${$id} has the title ${definition.title}`);
      const known = all.get(name) ?? definition;
      if (!fits(definition, known)) mistakes.push(`${name} in ${$id} does not fit the type of that name elsewhere`);
      all.set(name, known);
    }
  }
  return { all, documents };
}

/** Ids are strings that cannot stand for one another, as keys too; a plain string is still taken. */
function flavoured(name, definition) {
  const named = (schema) => schema.$ref.replace("#/$defs/", "");
  if (definition.type === "string" && !definition.enum) {
    return { ...definition, tsType: `string & { readonly dspt?: "${name}" }` };
  }
  if (definition.propertyNames) {
    const { propertyNames: key, additionalProperties: value } = definition;
    return { ...definition, tsType: `{ [key: ${named(key)}]: ${named(value)} }` };
  }
  return definition;
}

async function generate() {
  const { all, documents } = definitions();
  const formats = documents.map(({ title, properties: { format } }) => [format.const ?? format.enum[0], title]);
  const bundle = {
    title: "Documents",
    description: "Every document by its format.",
    type: "object",
    properties: Object.fromEntries(formats.map(([format, title]) => [format, { $ref: `#/$defs/${title}` }])),
    required: formats.map(([format]) => format),
    additionalProperties: false,
    $defs: Object.fromEntries([...all].map(([name, definition]) => [name, flavoured(name, definition)])),
  };
  const text = await compile(bundle, "Documents", {
    // An output may gain keys, but a key that is not there yet is a slip of the pen.
    additionalProperties: false,
    bannerComment: BANNER,
    ignoreMinAndMaxItems: true,
    style: { printWidth: 120 },
    unreachableDefinitions: true,
  });
  const types = text.replace(REFERENCE, "");

  const written = [...types.matchAll(/^export (?:type|interface) (\w+)/gm)].map(([, name]) => name).sort();
  const expected = ["Documents", ...all.keys()].sort();
  if (written.join() !== expected.join()) {
    const odd = written.filter((name, at) => !expected.includes(name) || written.indexOf(name) !== at);
    const lost = expected.filter((name) => !written.includes(name));
    mistakes.push(`types that are there more than once: ${odd.join(", ")}; not at all: ${lost.join(", ")}`);
  }
  const code = types.replace(/\/\*\*.*?\*\/|"[^"]*"/gs, "");
  const vague = code.matchAll(/^.*\b(?:any|unknown|never)\b.*$/gm);
  mistakes.push(...[...vague].map(([line]) => `no type at all: ${line.trim()}`));
  return { types, names: expected.length };
}

const { types, names } = await generate();
if (process.argv.includes("--write") && mistakes.length === 0) writeFileSync(target, types);
const stands = mistakes.length > 0 || readFileSync(target, "utf8") === types;
if (!stands) mistakes.push(`${target} differs from the schemas; run \`node tests/consumers/types.mjs --write\``);

mistakes.forEach((mistake) => console.error(mistake));
console.log(`${names} types`);
process.exit(mistakes.length === 0 ? 0 : 1);
