/** Full-width ASCII and the ideographic space, as Chinese keyboards type them, in their half-width form. */
export function toHalfWidth(raw: string): string {
  return raw
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

/** Full-width digits and letters to half-width, invisible and blank characters out. */
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
  return raw
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, toHalfWidth)
    .normalize('NFC')
    .replace(/[\p{Zs}\t\r\n]+/gu, ' ')
    .trim();
}

/** The first character that cannot be seen, or would turn the text around it; by its code point. */
export function invisibleCharacter(text: string): string | null {
  const found = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.exec(text);
  return found && `U+${found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
