// What both pages share: they hold form data, show findings beside their fields, and are driven through `window.page`.
import { fieldOf, toAssessment, toForm } from "../../../../schema/forms/form.js";

const { schema, uiSchema } = window.profile;

/** The findings of an evaluation with the field of each; those without a field are listed above the form. */
export function place(findings, formData) {
  return findings.map((finding) => ({ ...finding, path: fieldOf(schema, finding.pointer, formData) }));
}

/** Lets a test, or the application around the form, reach in. */
export function expose({ get, set, show, idOf }) {
  window.page = {
    data: get,
    assessment: (base) => toAssessment(schema, get(), base),
    open: (assessment) => set(toForm(schema, assessment)),
    fill: set,
    show: (findings) => show(place(findings, get())),
    idOf: (pointer) => idOf(fieldOf(schema, pointer, get())),
  };
}

export { schema, uiSchema };
