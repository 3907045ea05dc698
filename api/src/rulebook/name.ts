import { refuse, type Refusal } from './refusal.js';
import { RULES } from './rules.js';

/** The middle dot of Uygur, Tibetan and Mongol names is written in several ways; blanks are single. */
export function normaliseName(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/[•・‧∙⋅･]/g, '·')
    .replace(/[ \u3000\u00a0]+/g, ' ')
    .trim();
}

const ALLOWED = /^[\p{L}\p{M}· .'’-]$/u;

export function checkName(raw: string, field: string): Refusal[] {
  const name = normaliseName(raw);
  if (name === '') return [refuse('required', { field })];
  const characters = [...name];
  if (characters.length > RULES.nameLength.limit) return [refuse('nameLength', { field })];
  const strange = characters.find((character) => !ALLOWED.test(character));
  if (strange !== undefined) {
    return [refuse('nameFormat', { field, params: { character: visible(strange) } })];
  }
  return /\p{L}/u.test(name) ? [] : [refuse('nameFormat', { field, params: { character: characters[0]! } })];
}

/** A control or direction mark cannot be shown: its code point is told instead. */
function visible(character: string): string {
  return /[\p{C}\p{Z}]/u.test(character)
    ? `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    : character;
}
