// Generates C# and Python types with quicktype, one namespace and one module a document:
//   node quicktype.mjs SCHEMAS OUT [NAME...]
// A type that quicktype cannot follow becomes an empty class or a value of any kind; both are mistakes here.
import { createRequire } from "node:module";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const { main } = require("quicktype");
const [schemas, out, ...only] = process.argv.slice(2);

const LANGUAGES = {
  csharp: {
    options: (name) => ["--framework", "NewtonSoft", "--csharp-version", "6", "--namespace", `Dspt.${pascal(name)}`],
    file: (name) => `${pascal(name)}.cs`,
    lost: [/^ *public partial class \w+\s*\{\s*\}/gm, /^ *public .*\b(?:object|dynamic)\b.*\{ get; set; \}/gm],
  },
  python: {
    options: () => ["--python-version", "3.10"],
    file: (name) => `${name.replaceAll("-", "_")}.py`,
    lost: [/^class \w+:(?:\s*"""[^"]*""")?\s*pass/gm, /^ *return \w+\(\)$/gm, /^    \w+: .*\bAny\b.*/gm],
  },
};

function pascal(name) {
  return name.replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());
}

const mistakes = [];
const names = readdirSync(schemas).map((file) => file.replace(/\.json$/, ""));
rmSync(out, { recursive: true, force: true });
for (const [language, { options, file, lost }] of Object.entries(LANGUAGES)) {
  mkdirSync(join(out, language), { recursive: true });
  for (const name of only.length > 0 ? only : names) {
    const schema = join(schemas, `${name}.json`);
    const target = join(out, language, file(name));
    const { title } = JSON.parse(readFileSync(schema, "utf8"));
    // A date stays the text that it is: a point in time would be written back with an hour.
    const common = ["--src-lang", "schema", "--lang", language, "--top-level", title, "--no-date-times", "--quiet"];
    await main([...common, ...options(name), "--out", target, schema]);
    const code = readFileSync(target, "utf8");
    for (const [found] of lost.flatMap((pattern) => [...code.matchAll(pattern)])) {
      mistakes.push(`${file(name)}: nothing is known of ${found.trim().split("\n")[0]}`);
    }
  }
}

mistakes.forEach((mistake) => console.error(mistake));
console.log(`${only.length > 0 ? only.length : names.length} schemas in ${Object.keys(LANGUAGES).length} languages`);
process.exit(mistakes.length === 0 ? 0 : 1);
