import { identities, mintToken, type Identity } from './sandbox';
import { Store } from './store';

export const LANGUAGES = { 'zh-CN': '中文', en: 'English' } as const;
export type Language = keyof typeof LANGUAGES;

interface Session {
  readonly language: Language;
  readonly token: string | null;
  /** Who the token is for, when the sandbox issued it. */
  readonly identity: Identity | null;
}

// Session storage: a token is this tab's alone and ends with it.
const KEY = 'playground:session';

function restore(): Session {
  const stored = sessionStorage.getItem(KEY);
  if (stored) return JSON.parse(stored) as Session;
  return { language: navigator.language.startsWith('zh') ? 'zh-CN' : 'en', token: null, identity: null };
}

export const session = new Store<Session>(restore());
session.subscribe(() => sessionStorage.setItem(KEY, JSON.stringify(session.get())));

export async function signIn(identity: Identity): Promise<void> {
  session.update({ token: await mintToken(identity), identity });
}

// In the sandbox a guardian is signed in from the start, so that every example runs as it is.
if (!sessionStorage.getItem(KEY)) {
  identities.then(([guardian]) => (guardian ? signIn(guardian) : undefined)).catch(() => {});
}

export function signOut(): void {
  session.update({ token: null, identity: null });
}
