// The page for front-end teams does what it says: its blocks are taken as they are printed, built and used.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const here = import.meta.dirname;
const root = resolve(here, "../../..");
const project = join(here, ".build");
const port = 20000 + (process.pid % 10000);
const text = readFileSync(join(root, "schema/README.md"), "utf8");

/** The one block of a language on the page. */
function block(language) {
  const blocks = [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(([, code]) => code);
  assert.equal(blocks.length, 1, `one block of ${language}`);
  return blocks[0];
}

let browser;
let server;

before(async () => {
  rmSync(project, { recursive: true, force: true });
  mkdirSync(project, { recursive: true });
  cpSync(join(root, "schema"), join(project, "schema"), { recursive: true, filter: (path) => !path.includes("fixtures") });
  symlinkSync(join(here, "../forms/node_modules"), join(project, "node_modules"));
  writeFileSync(join(project, "app.jsx"), block("jsx"));
  writeFileSync(join(project, "server.mjs"), block("js"));
  writeFileSync(join(project, "program.ts"), block("ts"));
  const command = text.match(/^npx (esbuild .*)$/m)[1];
  execFileSync("npx", ["--no-install", ...command.split(" ")], { cwd: project, stdio: "inherit" });
  const env = { ...process.env, PORT: String(port), DSPT: join(root, "target/debug/dspt") };
  server = spawn(process.execPath, ["server.mjs"], { cwd: project, env, stdio: "inherit" });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--lang=en-GB",
    ],
  });
});

after(async () => {
  await browser?.close();
  server?.kill();
});

async function open() {
  const page = await browser.newPage();
  for (let tries = 0; ; tries += 1) {
    try {
      await page.goto(`http://127.0.0.1:${port}/`);
      return page;
    } catch (error) {
      // The service may still be starting.
      if (tries === 20) throw error;
      await new Promise((done) => setTimeout(done, 250));
    }
  }
}

test("the types compile without a cast", () => {
  const tsc = join(here, "../node_modules/.bin/tsc");
  execFileSync(tsc, ["--strict", "--noEmit", "--skipLibCheck", "program.ts"], { cwd: project, stdio: "inherit" });
  writeFileSync(join(project, "wrong.ts"), block("ts").replace('kind: "text"', 'kind: "poem"'));
  assert.throws(() => execFileSync(tsc, ["--strict", "--noEmit", "--skipLibCheck", "wrong.ts"], { cwd: project }));
});

test("a mistake in a request stands beside its field", async () => {
  const page = await open();
  await page.getByRole("button", { name: "Check", exact: true }).click();
  const field = page.locator("#root_organisation_odsCode__error, .form-group:has(> #root_organisation_odsCode)").first();
  await field.waitFor();
  await page.getByText("`odsCode` is missing; add it").first().waitFor();
  assert.equal(await page.locator("output").textContent(), "");
});

test("findings stand beside their fields and the level is shown", async () => {
  const page = await open();
  await page.locator("#root_organisation_odsCode").fill("VM0X1");
  await page.locator("#root_organisation_sector").selectOption({ label: "Adult social care" });
  await page.locator("#root_organisation_nation").selectOption({ label: "England" });
  await page.locator("#root_policiesAndProcedures_q1_1_1_comment").fill("To come.");
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await page.getByText("below approaching-standards").waitFor();
  const answer = page.locator("div:has(> #root_policiesAndProcedures_q1_1_1_text)").first();
  await answer.getByText("The text box is empty.").waitFor();
});
