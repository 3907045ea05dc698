/**
 * A page can be filled in before its scripts arrive. What was typed by then is in the document alone. Svelte keeps it for
 * text and ticks but would reset choices to what the server sent; this keeps the choices.
 */
let waking = typeof document !== 'undefined';

/** From now on a control shows what the page's own state says. */
export function woken(): void {
  waking = false;
}

/** What was chosen in a control of that name before the scripts started; undefined if nothing was. */
export function chosenEarly(name: string): string | undefined {
  if (!waking) return undefined;
  for (const control of document.getElementsByName(name)) {
    if (control instanceof HTMLSelectElement) {
      const sent = [...control.options].find(({ defaultSelected }) => defaultSelected) ?? control.options[0];
      return control.value === sent?.value ? undefined : control.value;
    }
    if (control instanceof HTMLInputElement && control.checked && !control.defaultChecked)
      return control.value;
  }
  return undefined;
}

/** The fields that differ from what the server sent: they were typed while the scripts loaded, and they win. */
export function changedSince<Values extends { [name in keyof Values]: string }>(
  sent: Values,
  now: Values,
): Record<string, string> {
  const before = Object.assign({}, sent) as Record<string, string>;
  const changed = Object.entries<string>(now).filter(([name, value]) => value !== (before[name] ?? ''));
  return Object.fromEntries(changed);
}
