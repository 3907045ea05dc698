import { asMeant, withoutInvisible } from './characters.js';
import { refuse, type Refusal } from './refusal.js';
import { RULES } from './rules.js';
import { isLongerThan, toHalfWidth } from './text.js';

const HAN = '(?:[\\p{Script=Han}\\u3400-\\u9fff\\u{20000}-\\u{3ffff}][\\u{e0100}-\\u{e01ef}]?)';
const BETWEEN_HAN = (what: string) => new RegExp(`(${HAN})${what}(?=${HAN})`, 'gu');
const DOT_BETWEEN_HAN = BETWEEN_HAN(' ?[.。] ?');
const BLANK_BETWEEN_HAN = BETWEEN_HAN(' ');

/**
 * A name in one way of writing. The middle dot of Uygur, Tibetan and Mongol names, the hyphen and the apostrophe are one
 * character each. Blanks are single, and there is none between two Chinese characters, where forms pad short names.
 */
export function normaliseName(raw: string): string {
  return asMeant(withoutInvisible(toHalfWidth(raw.replace(/\uff0e/g, '·'))))
    .normalize('NFC')
    .replace(/[•・‧∙⋅･⸱᛫]/g, '·')
    .replace(/[‘’‛′´`ʼ]/g, "'")
    .replace(/[‐-―−﹘﹣]/g, '-')
    .replace(/༌/g, '་')
    .replace(/\p{Zs}+/gu, ' ')
    .replace(DOT_BETWEEN_HAN, '$1·')
    .replace(/ ?·[ ·]*/g, '·')
    .replace(BLANK_BETWEEN_HAN, '$1')
    .trim();
}

// 〇 is written in names but is no letter to Unicode. Variation selectors of rare characters (U+E0100 …) are marks. What
// an old browser does not know as a letter yet, planes 2 and 3 are.
const ALLOWED = /^[\p{L}\p{M}\u3400-\u9fff\u{20000}-\u{3ffff}〇· .'་-]$/u;
/** As passports print them (ICAO 9303): S/O, a comma before Jr., a name in brackets. In Chinese writing they are none. */
const FOREIGN = /^[/,()]$/;
const IN_CHINESE = /[\p{Script=Han}\u3400-\u9fff\u{20000}-\u{3ffff}]/u;

export function checkName(raw: string, field: string): Refusal[] {
  const name = normaliseName(raw);
  if (name === '') return [refuse('required', { field })];
  const characters = [...name];
  const chinese = IN_CHINESE.test(name);
  const strange =
    characters.find((character) => !ALLOWED.test(character) && (chinese || !FOREIGN.test(character))) ??
    // Dots and marks alone make no name.
    (chinese || /\p{L}/u.test(name) ? undefined : characters[0]);
  return [
    ...(isLongerThan(name, RULES.nameLength.limit) ? [refuse('nameLength', { field })] : []),
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
