/** Masks for every reader; the whole number is shown by an audited act alone. */
function mask(text: string, head: number, tail: number): string {
  const characters = [...text];
  const hidden = Math.max(0, characters.length - head - tail);
  return [...characters.slice(0, head), '*'.repeat(hidden), ...characters.slice(head + hidden)].join('');
}

const lengthOf = (text: string) => [...text].length;

/** 1199**********0018; of a short number half of the characters at most are shown. */
export function maskDocument(number: string): string {
  const shown = Math.min(4, Math.floor(lengthOf(number) / 4));
  return mask(number, shown, shown);
}

/** 199****0001 */
export function maskPhone(phone: string): string {
  return lengthOf(phone) < 11 ? mask(phone, 0, 0) : mask(phone, 3, 4);
}

/** 测*甲, 测*: the first character, and the last of three or more. A name of one character is hidden. */
export function maskName(name: string): string {
  const length = lengthOf(name);
  return mask(name, length < 2 ? 0 : 1, length < 3 ? 0 : 1);
}
