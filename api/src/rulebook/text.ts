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
