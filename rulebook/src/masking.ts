/** Masks for every reader; the whole number is shown by an audited act alone. */
function mask(text: string, head: number, tail: number, mostStars = Infinity): string {
  const characters = [...text];
  const hidden = Math.max(0, characters.length - head - tail);
  const stars = '*'.repeat(Math.min(hidden, mostStars));
  return [...characters.slice(0, head), stars, ...characters.slice(head + hidden)].join('');
}

const lengthOf = (text: string) => [...text].length;

/** 1199**********0018; a short number shows at most half of its characters. */
export function maskDocument(number: string): string {
  const shown = Math.min(4, Math.floor(lengthOf(number) / 4));
  return mask(number, shown, shown);
}

/** 199****0001 */
export function maskPhone(phone: string): string {
  return lengthOf(phone) < 11 ? mask(phone, 0, 0) : mask(phone, 3, 4);
}

/** At most this many stars stand for the hidden part of a name, so that they do not tell how long it is. */
const MOST_STARS = 3;

/** 测*甲, 测*: the first character, and the last of three or more. A name of one character is hidden. */
export function maskName(name: string): string {
  const length = lengthOf(name);
  return mask(name, length < 2 ? 0 : 1, length < 3 ? 0 : 1, MOST_STARS);
}

/** Masks the number of a document or a phone. */
export const masked = (kind: 'DOCUMENT' | 'PHONE', number: string): string =>
  kind === 'PHONE' ? maskPhone(number) : maskDocument(number);
