import { normaliseName } from './name.js';

const HAN = /\p{Script=Han}/u;

/** The same name however it was typed: no spaces, no dots between its parts, one form of each letter. */
export const comparableName = (name: string): string => withoutGaps(inOneForm(name));

const inOneForm = (name: string): string =>
  normaliseName(name)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '');

const withoutGaps = (name: string): string => name.replace(/[\s·.,'/()-]+/gu, '');

/**
 * What a name can be found by: the whole name, every two neighbouring characters in Chinese writing, and every word in
 * other writing. Never a single character of several: most people share some hundred characters, and whoever counted
 * them could read the index.
 */
export function nameParts(name: string): string[] {
  const written = inOneForm(name);
  const words = written.split(/[\s·.,'/()-]+/u);
  const parts = words.flatMap((word) => (HAN.test(word) ? pairs(word) : [word]));
  return [...new Set([withoutGaps(written), ...parts.filter((part) => [...part].length > 1)])];
}

function pairs(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((character, before) => characters[before]! + character);
}
