import type { Language } from '#lib/format.ts';
import { SYNONYMS } from './synonyms.ts';

export interface Searchable {
  title: string;
  answer: string;
}

/** The longest first, so that a word inside a longer one is not replaced by itself; English words only as a whole. */
const REPLACEMENTS = { 'zh-CN': replacements('zh-CN'), en: replacements('en') };

function replacements(language: Language): [string, string][] {
  return SYNONYMS[language]
    .flatMap(([usual, ...others]) => {
      const instead = isChinese(usual) ? usual : ` ${usual} `;
      return others.map((word): [string, string] => [isChinese(word) ? word : ` ${word} `, instead]);
    })
    .toSorted(([one], [other]) => other.length - one.length);
}

/** The share of the typed words that must be found: people ask in their own words. */
const ENOUGH_TERMS = 0.5;
const ENOUGH_CHARACTERS = 0.6;
/** A word in so few entries is telling. */
const FEW_ENTRIES = 0.1;

/**
 * The entries that answer a question in a person's own words, the best first. Chinese has no spaces between words, so pairs
 * of characters are compared, and single ones with the title. In English the beginnings of words are compared.
 */
export function searchEntries<T extends Searchable>(
  entries: readonly T[],
  query: string,
  language: Language,
): T[] {
  const plain = (text: string) => inUsualWords(text, language);
  const words = plain(query.slice(0, 100)).trim().split(' ').filter(Boolean);
  if (words.length === 0) return [...entries];
  const terms = [...new Set(words.flatMap((word) => (isChinese(word) ? pairs(word) : [` ${stem(word)}`])))];
  const characters = [...new Set(words.filter(isChinese).flatMap((word) => [...word]))];
  const said = entries.map((entry) => ({
    entry,
    title: plain(entry.title),
    text: plain(`${entry.title} ${entry.answer}`),
  }));
  const rare = rareIn(said, terms);
  return said
    .map(({ entry, ...words }) => ({ entry, score: score(words, { terms, characters, rare }) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ entry }) => entry);
}

/** The words that few entries have, and that therefore say a lot. */
function rareIn(said: readonly Said[], terms: readonly string[]): string[] {
  const few = Math.max(1, said.length * FEW_ENTRIES);
  return terms.filter((term) => said.filter(({ text }) => text.includes(term)).length <= few);
}

/** An entry in the usual words. */
interface Said {
  readonly title: string;
  readonly text: string;
}

interface Asked {
  readonly terms: string[];
  readonly characters: string[];
  readonly rare: string[];
}

/** Zero for an entry that does not answer. Words in the title count twice. */
function score({ title, text }: Said, { terms, characters, rare }: Asked): number {
  const inTitle = share(terms, title);
  const anywhere = share(terms, text);
  const alike = share(characters, title);
  const telling = rare.some((term) => title.includes(term));
  return anywhere >= ENOUGH_TERMS || alike >= ENOUGH_CHARACTERS || telling ? inTitle + anywhere + alike : 0;
}

function share(parts: string[], text: string): number {
  return parts.length === 0 ? 0 : parts.filter((part) => text.includes(part)).length / parts.length;
}

/** In lower case, without punctuation, and with one word for each thing. */
function inUsualWords(text: string, language: Language): string {
  const words = ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return REPLACEMENTS[language].reduce((said, [word, usual]) => said.replaceAll(word, usual), words);
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
