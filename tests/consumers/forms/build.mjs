// Bundles the page of a renderer, and puts a form into it: one HTML file that needs no server.
import { build as bundle } from "esbuild";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, schemaOf, uiSchemaOf } from "./places.mjs";

const bundles = new Map();

function bundled(renderer) {
  if (!bundles.has(renderer)) {
    bundles.set(renderer, bundle({
      entryPoints: [join(import.meta.dirname, "pages", `${renderer}.jsx`)], outdir: build, write: false,
      bundle: true, minify: true, format: "iife", jsx: "automatic", logLevel: "error",
      define: { "process.env.NODE_ENV": '"production"' },
    }));
  }
  return bundles.get(renderer);
}

const safe = (script) => script.replaceAll("</script", "<\\/script");

/** The file with a renderer's page for the form of an edition. */
export async function page(renderer, edition, draft) {
  const { outputFiles } = await bundled(renderer);
  const text = (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  const profile = { schema: schemaOf(edition, draft), uiSchema: uiSchemaOf(edition, renderer) };
  const html = `<!doctype html>
<html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${renderer}, ${edition}</title><style>${text(".css")}</style><div id="root"></div>
<script>window.profile = ${safe(JSON.stringify(profile))};</script>
<script>${safe(text(".js"))}</script></html>
`;
  const file = join(build, `${renderer}-${edition}-${draft}.html`);
  mkdirSync(build, { recursive: true });
  writeFileSync(file, html);
  return file;
}
