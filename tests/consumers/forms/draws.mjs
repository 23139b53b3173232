// What must hold of the forms that a renderer draws from the published schemas.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { toAssessment, toForm } from "../../../schema/forms/form.js";
import { page as pageOf } from "./build.mjs";
import { assess, questions } from "./engine.mjs";
import { ORGANISATION, SPOILT, answer, describeOrganisation, fieldsOf, spoil } from "./filling.mjs";
import { DRAFTS, EDITIONS, schemaOf, screenshots } from "./places.mjs";

/** Milliseconds for which a page may be still before it takes over what was typed; JSON Forms waits for 300. */
const STILL = 600;
const LATEST = EDITIONS.at(-1);

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: [
      "--headless", "--no-sandbox", "--lang=en-GB", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
      // Without it the order of day and month is that of the machine, not that of the page.
      "--enable-blink-features=LangAttributeAwareFormControlUI",
    ],
  });
  mkdirSync(screenshots, { recursive: true });
});
after(() => browser?.close());

/** Waits until something holds, which on a busy machine takes its time. */
async function until(what, holds) {
  for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((done) => setTimeout(done, 100))) {
    if (await holds()) return;
  }
  assert.fail(what);
}

/** What a page holds once everything typed has arrived. */
async function settled({ call, page }) {
  for (let last; ; await page.waitForTimeout(STILL)) {
    const data = JSON.stringify(await call("data"));
    if (data === last) return JSON.parse(data);
    last = data;
  }
}

/** The field in which a question is answered, and its label, from what the engine says of the question. */
function mainField(form, { code, prompt, kind }) {
  switch (kind) {
    case "text":
      return form.box(`Your answer to ${code}`);
    case "confirmation":
      return form.tickBox(`Tick for yes: ${prompt}`);
    case "document":
      return form.addButton(form.documents(code));
    case "date":
      return form.dates(`Your answer to ${code}`);
    default:
      return form.choice(`How your toolkit screen asks for ${code}`);
  }
}

/**
 * The tests of a renderer: its name, how a person drives it, and the draft of JSON Schema that its own validator reads.
 */
export function draws(renderer) {
  const open = async (edition, draft = renderer.draft) => {
    const file = await pageOf(renderer.name, edition, draft);
    const page = await browser.newPage({ viewport: { width: 1000, height: 1400 }, locale: "en-GB" });
    page.setDefaultTimeout(20_000);
    const trouble = [];
    page.on("pageerror", (error) => trouble.push(error.message));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) trouble.push(message.text());
    });
    await page.goto(`file://${file}`);
    await page.waitForFunction(() => window.page);
    await page.waitForSelector("textarea");
    const call = (name, argument) =>
      page.evaluate(([name, argument]) => window.page[name](argument), [name, argument]);
    return { page, trouble, call, form: new renderer.Driver(page) };
  };
  const screenshot = async (page, name) => {
    // For people to look at: nothing has the focus, and dates stand in the order of the page's language, which
    // Chromium reads only as it draws a field anew.
    await page.evaluate(() => {
      document.activeElement?.blur();
      for (const date of document.querySelectorAll("input[type=date]")) {
        date.min = "1900-01-01";
        date.removeAttribute("min");
      }
    });
    await page.screenshot({ path: join(screenshots, `${renderer.name}-${name}.png`), animations: "disabled" });
  };
  const schema = schemaOf(LATEST);
  let filled;

  test("a form filled by typing and ticking becomes an assessment at Standards Met", async () => {
    const opened = await open(LATEST);
    const { page, trouble, call, form } = opened;
    await describeOrganisation(form);
    await page.evaluate(() => window.scrollTo(0, 0));
    await screenshot(page, "top");
    for (const question of fieldsOf(schema)) await answer(form, question);
    await settled(opened);
    assert.deepEqual(trouble, []);
    filled = await call("assessment");
    assert.deepEqual(filled.organisation, ORGANISATION);
    assert.equal(filled.responses["1.1.2"].reviewedOn, "2026-05-04");
    const { level, everything } = assess(filled);
    const faults = everything.map(({ pointer, message }) => `${pointer}: ${message}`);
    assert.equal(level, "standards-met", faults.join("\n"));
    assert.equal(Object.keys(filled.responses).length, questions(LATEST).length);
    assert.deepEqual(toAssessment(schema, toForm(schema, filled)), filled);
    await page.close();
  });

  test("every finding is shown beside the field to which its pointer leads", async () => {
    assert.ok(filled, "the form was filled");
    const spoilt = spoil(filled);
    const { everything } = assess(spoilt);
    const pointers = everything.map(({ pointer }) => pointer);
    for (const pointer of SPOILT) {
      assert.ok(pointers.includes(pointer), `the engine finds no fault with ${pointer}: ${pointers}`);
    }

    const { page, trouble, call, form } = await open(LATEST);
    await call("open", spoilt);
    await call("show", everything.map(({ pointer, message }) => ({ pointer, message })));
    for (const { pointer, message } of everything) {
      const id = await call("idOf", pointer);
      const isThere = async () => (await form.near(id))?.includes(message);
      await until(`${pointer} leads to ${id}, beside which stands "${message}"`, isThere);
    }
    assert.deepEqual(trouble, []);
    const id = await call("idOf", "/responses/1.1.2/reviewedOn");
    await page.evaluate((id) => document.getElementById(id).scrollIntoView({ block: "center" }), id);
    await screenshot(page, "findings");
    await page.close();
  });

  test("the dates of a certificate and the notes of a question follow the answers", async () => {
    const { page, trouble, form } = await open(LATEST);
    const plus = "You hold Cyber Essentials Plus. While the certificate is in date this question needs no answer";
    const found = "Are there systems or software that their maker no longer supports?";
    const shown = [
      form.dates("Cyber Essentials Plus expires on"),
      page.getByText(`${plus} (inferred).`),
      page.getByText("Your answer to 8.1.4 is that there are none, so this question falls away (inferred)."),
      page.getByText("Your answer to 8.1.4 is that there are some, so this question needs an answer (inferred)."),
    ];
    const counts = async () => `${await Promise.all(shown.map((each) => each.count()))}`;
    assert.equal(await counts(), "0,0,0,0");
    await form.choose("Do you hold Cyber Essentials Plus?", "Yes");
    await form.choose(found, "No, none");
    await until("dates and notes are there", async () => (await counts()) === "1,3,1,0");
    await form.choose("Do you hold Cyber Essentials Plus?", "Not sure");
    await form.choose(found, "Yes, some");
    await until("dates and notes are gone", async () => (await counts()) === "0,0,0,1");
    assert.deepEqual(trouble, []);
    await page.close();
  });

  test("a form half filled can be put away and taken up again", async () => {
    const first = await open(LATEST);
    await first.form.write("Name", "Harbour House");
    await first.form.choose("Do you hold Cyber Essentials Plus?", "Yes");
    await first.form.write("Your answer to 1.1.1", "ZA000002");
    await first.form.write("Comment on 1.3.1", "Being rewritten.");
    await first.form.count("How many were trained", 12);
    await first.form.addButton(first.form.documents("1.1.2")).click();
    const data = await settled(first);
    await first.page.close();

    const again = await open(LATEST);
    await again.call("fill", data);
    for (const [label, words] of [["Your answer to 1.1.1", "ZA000002"], ["Comment on 1.3.1", "Being rewritten."]]) {
      const isThere = async () => (await again.form.box(label).inputValue()) === words;
      await until(`"${label}" shows "${words}"`, isThere);
    }
    const assessment = await again.call("assessment");
    assert.deepEqual(assessment.organisation, { name: "Harbour House", cyberEssentialsPlus: { held: "yes" } });
    assert.deepEqual(assessment.responses, {
      "1.1.1": { kind: "text", text: "ZA000002" },
      "1.3.1": { kind: "confirmation", confirmed: false, comment: "Being rewritten." },
      "3.2.1": { kind: "confirmation", training: { trained: 12 }, confirmed: false },
    });
    assert.deepEqual(toAssessment(schema, toForm(schema, assessment)), assessment);
    assert.deepEqual([...first.trouble, ...again.trouble], []);
    await again.page.close();
  });

  for (const edition of EDITIONS) {
    // The drafts of a form are alike but for their names, so one of an earlier edition is enough.
    for (const draft of edition === LATEST ? DRAFTS : [renderer.draft]) {
      test(`every question of ${edition} has a labelled field that can be used, in draft ${draft}`, async () => {
        const { page, trouble, form } = await open(edition, draft);
        const onScreen = await page.evaluate(() => document.body.innerText);
        for (const question of questions(edition)) {
          const { code, title } = question;
          assert.ok(onScreen.includes(`${code} ${title}`), `${code} ${title} is on screen`);
          for (const field of [mainField(form, question), form.box(`Comment on ${code}`)]) {
            // Fails as well where there is no such field, or more than one.
            const isEnabled = await field.isEnabled({ timeout: 5000 }).catch((error) => error.message);
            assert.equal(isEnabled, true, `${code} has one field with its label`);
          }
        }
        assert.deepEqual(trouble, []);
        await page.close();
      });
    }
  }
}
