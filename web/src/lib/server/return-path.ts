/** Where to go after signing in: a path of this site, never another host. Anything else is the personal centre. */
export function safeReturnPath(wanted: string | null | undefined, fallback = '/my'): string {
  if (!wanted || !wanted.startsWith('/') || hasControlCharacter(wanted)) return fallback;
  const base = 'http://site.invalid';
  const url = URL.parse(wanted, base);
  if (!url || url.origin !== base || url.username || url.password) return fallback;
  // '//host' and '/\host' parse as another host and are caught above; the rest is rebuilt from its parts.
  const path = url.pathname + url.search;
  return path.startsWith('//') || path.startsWith('/sign-') ? fallback : path;
}

function hasControlCharacter(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\u007f');
}

export function signInPath(returnTo: string, reason?: 'expired'): string {
  const query = new URLSearchParams({ return: safeReturnPath(returnTo) });
  if (reason) query.set('reason', reason);
  return `/sign-in?${query}`;
}
