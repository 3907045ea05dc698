import type { RequestEvent } from '@sveltejs/kit';

const NAME = 'desk';
/** The family's pages alone send it; in the office she is an officer all the while. */
const COOKIE = { path: '/my', httpOnly: true, sameSite: 'lax' } as const;
/** As long as the API lets an officer act for a family at a time. */
const SECONDS = 2 * 60 * 60;

/** The record of the family that sits with this officer: its pages are read and sent as the family’s. */
export function deskRecord({ cookies, url }: RequestEvent): string | null {
  if (!url.pathname.startsWith('/my')) return null;
  const number = cookies.get(NAME);
  return number && /^\d{14}$/.test(number) ? number : null;
}

export function sitDown({ cookies }: RequestEvent, number: string): void {
  cookies.set(NAME, number, { ...COOKIE, maxAge: SECONDS });
}

export function leaveDesk({ cookies }: RequestEvent): void {
  cookies.delete(NAME, COOKIE);
}
