// Writes a damaged copy of a JSON file, to show that a check can fail:
//   node damage.mjs FROM TO POINTER VALUE    sets the place to the value, or takes it away where the value is -
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const [from, to, pointer, value] = process.argv.slice(2);
const keys = pointer.slice(1).split("/").map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
const last = keys.pop();
const document = JSON.parse(readFileSync(from, "utf8"));
const place = keys.reduce((part, key) => part[key], document);
const before = JSON.stringify(place[last]);
if (value === "-") delete place[last];
else place[last] = JSON.parse(value);
if (JSON.stringify(place[last]) === before) throw new Error(`${pointer} says that already`);
mkdirSync(dirname(to), { recursive: true });
writeFileSync(to, JSON.stringify(document, null, 2));
