import type { Cookies } from '@sveltejs/kit';

/** Which notice this browser opened, when, and with which ticket. It is kept until the registration. */
export interface OpenedNotice {
  district: string;
  service: string;
  ticket: string;
  openedAt: number;
  accepted: boolean;
}

const NAME = 'notice';
const HOURS = 23;

export function readNotice(cookies: Cookies, district: string, service: string): OpenedNotice | null {
  try {
    const opened = JSON.parse(cookies.get(NAME) ?? '') as OpenedNotice;
    const fresh = Date.now() - opened.openedAt < HOURS * 3_600_000;
    return fresh && opened.district === district && opened.service === service ? opened : null;
  } catch {
    return null;
  }
}

export function writeNotice(cookies: Cookies, opened: OpenedNotice): void {
  cookies.set(NAME, JSON.stringify(opened), {
    path: '/d',
    httpOnly: true,
    sameSite: 'lax',
    maxAge: HOURS * 3600,
  });
}

export function dropNotice(cookies: Cookies): void {
  cookies.delete(NAME, { path: '/d' });
}
