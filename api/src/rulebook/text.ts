/** Full-width digits and letters to half-width, invisible and blank characters out. */
export function compact(raw: string): string {
  return raw.normalize('NFKC').replace(/[\s\p{Cf}\p{Cc}]/gu, '');
}
