import type { Attachment } from 'svelte/attachments';
import { forget, recall, remember } from '#lib/tab-memory.ts';

/** What an officer writes; a common text that is chosen stands in the fields already. */
const FIELDS =
  'textarea, input[type="text"], input[type="tel"], input[type="date"], select:not([name="template"])';
type Field = HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement;

const fieldsOf = (form: HTMLFormElement) =>
  [...form.querySelectorAll<Field>(FIELDS)].filter(({ id }) => id !== '');

/** A form of a page, whichever place and season its address has; null if nothing is written there. */
function keyOf(form: HTMLFormElement): string | null {
  const text = form.querySelector('textarea');
  return text && `office:${location.pathname}:${text.id}:`;
}

/**
 * Keeps what is written in a form in this tab until the form is sent: a sign-in that is over, a reload and the way back lose
 * none of it. It goes as all that a tab remembers goes.
 */
export const keptText: Attachment<HTMLFormElement> = (form) => {
  const key = keyOf(form);
  if (key === null) return;
  const before = recall<Record<string, string>>(key);
  const restored = before === null ? [] : fieldsOf(form).filter((field) => restore(field, before[field.id]));
  for (const field of restored) field.closest('details')?.setAttribute('open', '');
  const keep = () => remember(key, Object.fromEntries(fieldsOf(form).map(({ id, value }) => [id, value])));
  form.addEventListener('input', keep);
  return () => form.removeEventListener('input', keep);
};

/** What was sent need not be kept. */
export function forgetText(form: HTMLFormElement): void {
  const key = keyOf(form);
  if (key !== null) forget(key);
}

/** Whether the field has the text of before now. What was typed before the page was awake stays. */
function restore(field: Field, text: string | undefined): boolean {
  const typedEarly = 'defaultValue' in field && field.value !== field.defaultValue && field.value !== '';
  if (text === undefined || text === field.value || typedEarly) return false;
  field.value = text;
  // The page's own state follows it.
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}
