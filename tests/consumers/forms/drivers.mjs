// How a person uses each page: by the labels that are on screen.
import assert from "node:assert/strict";

const starred = (label) => new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*\\*?$`);

class Driver {
  constructor(page) {
    this.page = page;
  }
  box(label, within = this.page) {
    return within.getByRole("textbox", { name: starred(label) });
  }
  tickBox(label, within = this.page) {
    return within.getByRole("checkbox", { name: label, exact: true });
  }
  async write(label, words, within) {
    const box = this.box(label, within);
    assert.equal(await box.count(), 1, `one text box is labelled "${label}"`);
    await box.click();
    await box.fill("");
    await this.page.keyboard.type(words);
  }
  async tick(label, within) {
    const box = this.tickBox(label, within);
    assert.equal(await box.count(), 1, `one box to tick is labelled "${label}"`);
    await box.click();
  }
  number(label) {
    return this.page.getByRole("spinbutton", { name: starred(label) });
  }
  async count(label, number) {
    const box = this.number(label);
    await box.click();
    await box.fill("");
    await this.page.keyboard.type(String(number));
  }
  documents(code) {
    return this.list(`Documents for ${code}`);
  }
  async addDocument(code, { location, title, parts = [], expiresOn }) {
    const list = this.documents(code);
    await this.addButton(list).click();
    await this.box("Where it is kept", list).last().click();
    await this.page.keyboard.type(location);
    if (title) await this.box("What it is called", list).last().fill(title);
    for (const part of parts) await this.tickBox(part, list).last().click();
    if (expiresOn) await this.typeDate(this.dates("Last day on which it counts", list).last(), expiresOn);
  }
  async date(label, day) {
    const date = this.dates(label);
    assert.equal(await date.count(), 1, `one date is labelled "${label}"`);
    await this.typeDate(date, day);
  }
}

export class Rjsf extends Driver {
  choice(label) {
    return this.page.getByRole("combobox", { name: starred(label) });
  }
  async choose(label, option) {
    await this.choice(label).selectOption({ label: option });
  }
  dates(label, within = this.page) {
    return within.getByLabel(starred(label));
  }
  async typeDate(date, day) {
    // In which order the browser's own date field takes day and month depends on the machine.
    await date.fill(day);
  }
  list(label) {
    return this.page.getByRole("group", { name: label, exact: true });
  }
  addButton(list) {
    return list.getByRole("button", { name: /^Add/ });
  }
  async near(id) {
    return this.page.evaluate((id) => document.getElementById(id)?.closest(".form-group")?.innerText ?? null, id);
  }
}

export class JsonForms extends Driver {
  choice(label) {
    return this.page.getByRole("group", { name: starred(label) });
  }
  async choose(label, option) {
    await this.choice(label).getByRole("radio", { name: option, exact: true }).click();
  }
  dates(label, within = this.page) {
    return within.getByRole("group", { name: starred(label) });
  }
  async typeDate(date, day) {
    const [year, month, dayOfMonth] = day.split("-");
    await date.getByRole("spinbutton", { name: "Day" }).click();
    await this.page.keyboard.type(dayOfMonth + month + year);
    await this.page.keyboard.press("Tab");
  }
  list(label) {
    return this.page.getByRole("region", { name: label, exact: true });
  }
  addButton(list) {
    return list.getByRole("button", { name: "Add a document" });
  }
  async near(id) {
    return this.page.evaluate((id) => document.getElementById(id)?.innerText ?? null, id);
  }
}
