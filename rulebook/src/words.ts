import type { Language } from './refusal.js';

/** The same said in both languages. */
export type Words = Readonly<Record<Language, string>>;

/** A table of names: each word of a list once, in both languages. A new word does not compile until it has a name. */
export type Names<Word extends string> = Readonly<Record<Word, Words>>;

/* @__NO_SIDE_EFFECTS__ */
export function names<Word extends string>(
  table: Readonly<Record<Word, readonly [zh: string, en: string]>>,
): Names<Word> {
  const entries = Object.entries<readonly [string, string]>(table);
  return Object.fromEntries(entries.map(([word, [zh, en]]) => [word, { 'zh-CN': zh, en }])) as Names<Word>;
}
