/** The text of a field in a sent form; empty if the field is missing, or holds a file instead. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** The revision that a form was opened with; null if it holds none. */
export function revisionIn(form: FormData): number | null {
  const revision = textIn(form, 'revision');
  return /^\d{1,9}$/.test(revision) ? Number(revision) : null;
}

/** What stood in a form when it was opened, as it says itself; null if it cannot be read. */
export function beforeIn<Values extends object>(form: FormData): Values | null {
  try {
    const before: unknown = JSON.parse(textIn(form, 'before'));
    return typeof before === 'object' && before !== null ? (before as Values) : null;
  } catch {
    return null;
  }
}
