/** Masks for every reader; the whole number is shown by an audited act alone. */
const stars = (count: number) => '*'.repeat(Math.max(0, count));

/** 1199**********0018; of a short number half of the characters at most are shown. */
export function maskDocument(number: string): string {
  const shown = Math.min(4, Math.floor(number.length / 4));
  return number.slice(0, shown) + stars(number.length - 2 * shown) + number.slice(number.length - shown);
}

/** 199****0001 */
export function maskPhone(phone: string): string {
  return phone.length < 11
    ? stars(phone.length)
    : phone.slice(0, 3) + stars(phone.length - 7) + phone.slice(-4);
}

/** 测*甲, 测*: the first character, and the last of three or more. */
export function maskName(name: string): string {
  const characters = [...name];
  if (characters.length < 3) return characters.slice(0, 1).join('') + stars(characters.length - 1);
  return characters[0]! + stars(characters.length - 2) + characters.at(-1)!;
}
