import { SYNONYMS } from './synonyms.ts';

export interface Searchable {
  title: string;
  answer: string;
}

/** The longest first, so that a word within another one is not replaced alone; English words as a whole. */
const REPLACEMENTS = SYNONYMS.flatMap(([usual, ...others]) =>
  others.map((word): [string, string] => (isChinese(word) ? [word, usual] : [` ${word} `, ` ${usual} `])),
).toSorted(([one], [other]) => other.length - one.length);

/** How much of what was typed has to be found: people ask in their own words. */
const ENOUGH_TERMS = 0.5;
const ENOUGH_CHARACTERS = 0.6;
/** A word of so many entries at most is telling. */
const FEW_ENTRIES = 0.1;

/**
 * The entries that answer a question typed in a person's own words, the best first. Chinese has no spaces between its
 * words, so pairs of characters are compared there, and single ones with the title; in English, beginnings of words.
 */
export function searchEntries<T extends Searchable>(entries: readonly T[], query: string): T[] {
  const words = plain(query.slice(0, 100)).trim().split(' ').filter(Boolean);
  if (words.length === 0) return [...entries];
  const terms = [...new Set(words.flatMap((word) => (isChinese(word) ? pairs(word) : [` ${stem(word)}`])))];
  const characters = [...new Set(words.filter(isChinese).flatMap((word) => [...word]))];
  const rare = rareIn(entries, terms);
  return entries
    .map((entry) => ({ entry, score: score(entry, { terms, characters, rare }) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ entry }) => entry);
}

/** What says a lot by itself, since few entries speak of it. */
function rareIn(entries: readonly Searchable[], terms: readonly string[]): string[] {
  const texts = entries.map(({ title, answer }) => plain(title + ' ' + answer));
  const few = Math.max(1, entries.length * FEW_ENTRIES);
  return terms.filter((term) => texts.filter((text) => text.includes(term)).length <= few);
}

interface Asked {
  readonly terms: string[];
  readonly characters: string[];
  readonly rare: string[];
}

/** Zero for what does not answer; what stands in the title counts twice. */
function score({ title, answer }: Searchable, { terms, characters, rare }: Asked): number {
  const asked = plain(title);
  const inTitle = share(terms, asked);
  const anywhere = share(terms, asked + plain(answer));
  const alike = share(characters, asked);
  const telling = rare.some((term) => asked.includes(term));
  return anywhere >= ENOUGH_TERMS || alike >= ENOUGH_CHARACTERS || telling ? inTitle + anywhere + alike : 0;
}

function share(parts: string[], text: string): number {
  return parts.length === 0 ? 0 : parts.filter((part) => text.includes(part)).length / parts.length;
}

/** In lower case, without punctuation, and with one word for each thing. */
function plain(text: string): string {
  const words = ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return REPLACEMENTS.reduce((said, [word, usual]) => said.replaceAll(word, usual), words);
}

function isChinese(word: string): boolean {
  return /\p{Script=Han}/u.test(word);
}

/** "codes" finds "code", "arrived" finds "arrive". */
function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:s|ed|ing)$/, '') : word;
}

function pairs(word: string): string[] {
  const characters = [...word];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
