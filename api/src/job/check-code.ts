import type { KeyRing } from '../platform/keys.js';

/** Without what is taken for another character when it is read out. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Eight characters, such as K7QF-92MX, that are the same only for the same content: by them two people know that they mean the same. */
export function checkCodeOf(
  keys: KeyRing,
  purpose: Parameters<KeyRing['signer']>[0],
  content: unknown,
): string {
  const bytes = keys.signer(purpose).sign(JSON.stringify(content), 8);
  const letters = [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** However it was typed. */
export const readCheckCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^(.{4})(.{4})$/, '$1-$2');
