import { asMeant, withoutInvisible } from './characters.js';

/** Full-width ASCII and the ideographic space, as Chinese keyboards type them, in their half-width form. */
export function toHalfWidth(raw: string): string {
  return raw
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

/** Makes full-width digits and letters half-width and removes invisible and blank characters. */
export function compact(raw: string): string {
  return toHalfWidth(raw).replace(/[\s\p{Cf}\p{Cc}]/gu, '');
}

/** As much of what was typed as a sentence can quote. */
export function quote(value: string): string {
  const characters = [...value];
  return characters.length > 20 ? `${characters.slice(0, 20).join('')}…` : value;
}

/** A line as people write it, an address or a reason: Chinese punctuation stays, digits and letters are half-width. */
export function normaliseLine(raw: string): string {
  return asMeant(withoutInvisible(raw))
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, toHalfWidth)
    .normalize('NFC')
    .replace(/[\p{Zs}\t\r\n]+/gu, ' ')
    .trim();
}

/** A text of several lines in one way of writing: each line as `normaliseLine` has it, one blank line at most between. */
export const normaliseText = (raw: string): string =>
  raw
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(normaliseLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** No letter has more marks than this: what has more is not writing. */
const MARKS = 8;

/** Whether a text is longer than `most` characters as people count them: a letter with its marks is one. */
export function isLongerThan(text: string, most: number): boolean {
  const points = [...text].length;
  if (points <= most) return false;
  return points > most * MARKS || graphemes(text, points) > most;
}

/** A browser that cannot find the letters (Chromium 86) counts each mark. */
function graphemes(text: string, points: number): number {
  const { Segmenter } = Intl as { Segmenter?: Letters };
  return Segmenter ? [...new Segmenter('zh', { granularity: 'grapheme' }).segment(text)].length : points;
}
type Letters = new (
  locale: string,
  by: { granularity: 'grapheme' },
) => { segment(text: string): Iterable<unknown> };

/** The first character that cannot be seen, would turn the text around it, or stands for a lost one; by its code point. */
export function invisibleCharacter(text: string): string | null {
  const found = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffd]/u.exec(text);
  return found && `U+${found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
