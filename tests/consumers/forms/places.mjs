// Where things are, and the forms themselves; FORMS names another folder of forms, such as a damaged copy.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const here = import.meta.dirname;
export const root = resolve(here, "../../..");
export const build = join(here, ".build");
export const screenshots = process.env.SCREENSHOTS ?? join(build, "screenshots");
const forms = resolve(process.env.FORMS ?? join(root, "schema/forms"));

export const json = (path) => JSON.parse(readFileSync(path, "utf8"));

export const EDITIONS = ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"];
export const DRAFTS = ["2020-12", "draft-07"];

export const schemaOf = (edition, draft = "2020-12") => json(join(forms, draft, `assessment-${edition}.json`));
export const uiSchemaOf = (edition, renderer) => json(join(forms, renderer, `${edition}.json`));
