import { refuse, type Refusal } from './refusal.js';
import { RULES } from './rules.js';
import { toHalfWidth } from './text.js';

/** The middle dot of Uygur, Tibetan and Mongol names is written in several ways; blanks are single. */
export function normaliseName(raw: string): string {
  return toHalfWidth(raw)
    .normalize('NFC')
    .replace(/[•・‧∙⋅･]/g, '·')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
}

// 〇 is written in names but is no letter to Unicode. Variation selectors of rare characters (U+E0100 …) are marks.
const ALLOWED = /^[\p{L}\p{M}〇· .'’-]$/u;
/** Fillers that count as letters, selectors that make an emoji, and the like: nobody can see them. */
const INVISIBLE = /^(?![\u{E0100}-\u{E01EF}])\p{Default_Ignorable_Code_Point}$/u;

export function checkName(raw: string, field: string): Refusal[] {
  const name = normaliseName(raw);
  if (name === '') return [refuse('required', { field })];
  const characters = [...name];
  const strange =
    characters.find((character) => !ALLOWED.test(character) || INVISIBLE.test(character)) ??
    // A name is not made of dots and marks alone.
    (/[\p{L}〇]/u.test(name) ? undefined : characters[0]);
  return [
    ...(characters.length > RULES.nameLength.limit ? [refuse('nameLength', { field })] : []),
    ...(strange === undefined
      ? []
      : [refuse('nameFormat', { field, params: { character: visible(strange) } })]),
  ];
}

/** A control or direction mark cannot be shown: its code point is told instead. */
function visible(character: string): string {
  return /[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}]/u.test(character)
    ? `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    : character;
}
