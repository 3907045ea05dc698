export interface Searchable {
  title: string;
  answer: string;
}

/** Half of what was typed has to be found: people ask in their own words. */
const ENOUGH = 0.5;

/**
 * The entries that answer a question typed in a person's own words, the best first. Chinese has no spaces between its
 * words, so pairs of characters are compared there; in English, the beginnings of words.
 */
export function searchEntries<T extends Searchable>(entries: readonly T[], query: string): T[] {
  const terms = termsOf(query);
  if (terms.length === 0) return [...entries];
  return entries
    .map((entry) => ({ entry, score: score(entry, terms) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((one, other) => other.score - one.score)
    .map(({ entry }) => entry);
}

/** The share of terms found; those in the title count twice as much in the order. */
function score({ title, answer }: Searchable, terms: string[]): number {
  const [inTitle, inAnswer] = [plain(title), plain(answer)];
  const points = terms.map((term) => (inTitle.includes(term) ? 2 : inAnswer.includes(term) ? 1 : 0));
  const found = points.filter((point) => point > 0).length / terms.length;
  return found < ENOUGH ? 0 : points.reduce<number>((sum, point) => sum + point, 0) / terms.length;
}

function plain(text: string): string {
  return ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
}

function termsOf(query: string): string[] {
  const words = plain(query.slice(0, 100)).trim().split(' ').filter(Boolean);
  return [
    ...new Set(words.flatMap((word) => (/\p{Script=Han}/u.test(word) ? pairs(word) : [` ${stem(word)}`]))),
  ];
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
