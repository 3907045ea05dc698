import { createHash } from 'node:crypto';
import { error, type RequestEvent } from '@sveltejs/kit';

const NAME = 'desk';
/** The family's pages alone send it; in the office she is an officer all the while. */
const COOKIE = { path: '/my', httpOnly: true, sameSite: 'lax' } as const;
/** As long as the API lets an officer act for a family at a time. */
const SECONDS = 2 * 60 * 60;

/** The record of the family that sits with this officer: its pages are read and sent as the family’s. */
export function deskRecord({ cookies, locals, url }: Where): string | null {
  if (!locals.session || !url.pathname.startsWith('/my')) return null;
  const [number = '', mark] = cookies.get(NAME)?.split('.') ?? [];
  return /^\d{14}$/.test(number) && mark === markOf(locals.session) ? number : null;
}

export function sitDown({ cookies, locals }: Where, number: string): void {
  if (locals.session)
    cookies.set(NAME, `${number}.${markOf(locals.session)}`, { ...COOKIE, maxAge: SECONDS });
}

export function leaveDesk({ cookies }: Pick<RequestEvent, 'cookies'>): void {
  cookies.delete(NAME, COOKIE);
}

/** For pages of what takes the family's own account: at the desk there are none. */
export function requireOwnAccount(event: Where): void {
  if (deskRecord(event)) error(404, 'Not found');
}

type Where = Pick<RequestEvent, 'cookies' | 'locals' | 'url'>;

/** Another sign-in in the same browser finds nobody at the desk. */
const markOf = ({ id }: { id: string }) => createHash('sha256').update(id).digest('base64url').slice(0, 22);
