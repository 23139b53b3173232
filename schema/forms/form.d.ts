import type { Assessment } from "../types.js";

/** A form schema of this folder, such as `2020-12/assessment-2025-26.json`. */
export type FormSchema = Record<string, unknown>;

/** What a form holds: `edition`, `organisation`, and an object of questions for each heading. */
export type FormData = Record<string, unknown>;

/** A place in form data: keys, and numbers for places in a list. */
export type FieldPath = (string | number)[];

/**
 * The assessment that a form stands for. Blank answers are left out. Sites, publications, the action plan and whatever
 * else the form does not show are taken from `base`, the assessment from which the form was filled.
 *
 * A form half filled makes an assessment half filled: the engine may refuse it, and says where.
 *
 * @throws where `base` is of another edition than the schema.
 */
export function toAssessment(schema: FormSchema, formData: FormData | undefined, base?: Assessment): Assessment;

/**
 * The form data of an assessment. An answer of kind `not-applicable` is written the portal's own way; an answer of a
 * kind that its question does not take has no field and stays with `base`.
 *
 * @throws where the assessment is of another edition than the schema.
 */
export function toForm(schema: FormSchema, assessment: Assessment): FormData;

/**
 * The field of a finding's or a problem's JSON Pointer, such as `/responses/1.1.2/reviewedOn`. A pointer to a whole
 * answer, or to a part of it that has no field, leads to the field in which the question is answered. With `formData`,
 * documents left blank in the form are skipped when documents are counted. Places that are not on the form, such as
 * `/edition`, have none.
 */
export function fieldOf(schema: FormSchema, pointer: string, formData?: FormData): FieldPath | null;
