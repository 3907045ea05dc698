import type { Attachment } from 'svelte/attachments';
import { browser } from '$app/env';
import { forget, forgetOld, recall, remember } from '#lib/tab-memory.ts';
import { keyFor, namesNobody } from './kept-words.ts';

/** What an officer writes; a common text that is chosen stands in the fields already. Numbers of people are typed again. */
const FIELDS = ['textarea', 'input[type="text"]', 'input[type="date"]', 'select:not([name="template"])']
  .map((field) => `${field}:not([name$="DocumentNumber"]):not([name$="Phone"])`)
  .join();
const KEPT_MS = 3_600_000;

type Field = HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement;
/** A field's text, and what the page held there while it was written: what a colleague has saved since then stays. */
type Kept = { readonly held: readonly string[]; readonly text: string };
type Form = { readonly key: string; readonly held: Map<string, Set<string>>; sent: boolean };

const forms = new WeakMap<HTMLFormElement, Form>();

const fieldsOf = (form: HTMLFormElement) =>
  [...form.querySelectorAll<Field>(FIELDS)].filter(({ id }) => id !== '');

/** What the server sent. Svelte takes it out of the fields while the page wakes, when somebody may have typed already. */
const sentBy = (field: Field) =>
  field instanceof HTMLSelectElement
    ? ([...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0])?.value
    : field.defaultValue;
const sent = new WeakMap(
  browser
    ? [...document.querySelectorAll<Field>(FIELDS)].map((field) => [field, sentBy(field) ?? ''] as const)
    : [],
);

function look(form: HTMLFormElement, { held }: Form): void {
  for (const field of fieldsOf(form)) {
    const values = held.get(field.id) ?? new Set();
    held.set(field.id, values.add(sent.get(field) ?? field.value));
    sent.delete(field);
  }
}

/**
 * Keeps what is written in a form in this tab until the form is sent, for an hour at most: a sign-in that is over, a reload
 * and the way back lose none of it. It goes as all that a tab remembers goes. A field with the number of a person is not kept.
 */
export const keptText: Attachment<HTMLFormElement> = (form) => {
  const text = form.querySelector('textarea');
  if (!text) return;
  const address = new URL(form.getAttribute('action') ?? '', location.href);
  const mine: Form = { key: `office:${keyFor(address, text.id)}:`, held: new Map(), sent: false };
  forms.set(form, mine);
  look(form, mine);

  forgetOld();
  const before = recall<{ fields: Record<string, Kept> }>(mine.key)?.fields ?? {};
  const restored = fieldsOf(form).filter((field) => restore(field, before[field.id]));
  for (const field of restored) field.closest('details')?.setAttribute('open', '');

  // Once it was sent, the page holds what the next text replaces.
  const begin = () => {
    if (mine.sent) look(form, mine);
    mine.sent = false;
  };
  const keep = () => {
    const changed = fieldsOf(form).flatMap(({ id, value }) => {
      const held = mine.held.get(id) ?? new Set(['']);
      const kept = !held.has(value) && [value, ...held].every(namesNobody);
      return kept ? [[id, { held: [...held], text: value }] as const] : [];
    });
    if (changed.length === 0) forget(mine.key);
    else remember(mine.key, { until: Date.now() + KEPT_MS, fields: Object.fromEntries(changed) });
  };
  const listeners = [
    ['focusin', begin],
    ['beforeinput', begin],
    ['input', keep],
  ] as const;
  for (const [name, listener] of listeners) form.addEventListener(name, listener);
  return () => {
    for (const [name, listener] of listeners) form.removeEventListener(name, listener);
  };
};

/** What was sent need not be kept. */
export function forgetText(form: HTMLFormElement): void {
  const mine = forms.get(form);
  if (!mine) return;
  forget(mine.key);
  mine.sent = true;
}

/** Whether the field has the text of before now. What was typed before the page was awake stays. */
function restore(field: Field, kept: Kept | undefined): boolean {
  if (!kept || field.value === kept.text || !kept.held.includes(field.value)) return false;
  field.value = kept.text;
  // The page's own state follows it.
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}
