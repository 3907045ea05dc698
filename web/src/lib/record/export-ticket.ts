import type { Cookies } from '@sveltejs/kit';

/** The proof that whole numbers may be shown, in this browser and for these pages alone. */
const NAME = 'export';
const pathOf = (number: string) => `/my/${number}/data`;

export const readTicket = (cookies: Cookies): string | null => cookies.get(NAME) ?? null;

export function writeTicket(
  cookies: Cookies,
  number: string,
  { ticket, expiresAt }: { ticket: string; expiresAt: string },
): void {
  const expires = new Date(expiresAt);
  cookies.set(NAME, ticket, { path: pathOf(number), httpOnly: true, sameSite: 'strict', expires });
}
