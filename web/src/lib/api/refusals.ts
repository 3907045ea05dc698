/** A rule that the form breaks, in the API's words. */
export interface Refusal {
  code: string;
  field: string | null;
  message: string;
  wayOut: string | null;
  clause: string | null;
  retryAfterSeconds: number | null;
}

/** What was typed and cannot be sent: said by the page, in the form of the API’s refusals. */
export const malformed = (field: string, message: string): Refusal => ({
  code: 'INVALID_FORMAT',
  field,
  message,
  wayOut: null,
  clause: null,
  retryAfterSeconds: null,
});

/** The refusals beneath one field, e.g. `child.documentNumber`. */
export function refusalsAt(refusals: readonly Refusal[], field: string): Refusal[] {
  return refusals.filter((refusal) => refusal.field === field);
}

/** The id of the control of an input path: `child.documentNumber` → `child-documentNumber`. */
export function controlId(field: string): string {
  return field.replaceAll(/[^A-Za-z0-9]+/g, '-');
}
