import { CODE_MINUTES } from '@enrolment/rulebook/sms-code.ts';
import { residentIdCheckDigit } from '@enrolment/rulebook/document.ts';
import type { ChildInput, Role } from '@enrolment/schema/client';

// The local stand-ins that `npm start` runs. In production there are none, and what needs them is not shown.

export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly district: string | null;
  readonly documentNumber: string;
  readonly phone: string;
}

type MadeUpChild = Pick<ChildInput, 'name' | 'documentType' | 'documentNumber' | 'sex' | 'birthDate'>;

/** Empty in production. */
export const sandboxUrl = document.getElementById('playground')?.dataset.sandboxUrl ?? '';

/** Asked for once. */
export const identities: Promise<readonly Identity[]> = sandboxUrl
  ? ask('GET', '/identities')
  : Promise.resolve([]);
// The page tells it where it shows them.
identities.catch(() => {});

export async function identityOf(id: string): Promise<Identity> {
  const found = (await identities).find((identity) => identity.id === id);
  if (!found) throw new Error(`The sandbox has nobody called ${id}`);
  return found;
}

export async function mintToken(identity: Identity): Promise<string> {
  return (await ask<{ access_token: string }>('POST', `/identities/${identity.id}/token`)).access_token;
}

export async function solveCaptcha(id: string): Promise<string> {
  return (await ask<{ answer: string }>('POST', `/captcha/${id}/solve`)).answer;
}

let newest: MadeUpChild | null = null;

export async function makeUpChild(): Promise<MadeUpChild> {
  const [child] = await ask<readonly MadeUpChild[]>('GET', '/children?count=1');
  if (!child) throw new Error('The sandbox made no child up');
  newest = child;
  return child;
}

/** A child of the same sex who was born on the same day as the one that was made up last. */
export async function makeUpTwin(): Promise<MadeUpChild> {
  const first = newest ?? (await makeUpChild());
  const { documentNumber } = first;
  // The sequence of a day tells the sex by whether it is even.
  const sequence = (Number(documentNumber.slice(14, 17)) + 2) % 1000;
  const body = documentNumber.slice(0, 14) + String(sequence).padStart(3, '0');
  newest = { ...first, name: '测试双', documentNumber: body + residentIdCheckDigit(body) };
  return newest;
}

/** A phone that nobody has been given yet. */
export const makeUpPhone = (): string => `199${String(Date.now()).slice(-8)}`;

/** What the SMS with a code says that it is for, in either language. */
const PURPOSES = {
  register: /用于注册|to register/,
  withdraw: /用于撤销|to WITHDRAW/,
  export: /用于查看和下载|to see everything/,
};

export interface Sms {
  readonly phone: string;
  readonly text: string;
  readonly code: string | null;
  readonly sentAt: string;
}

/** The newest first. */
export const readInbox = (phone: string | null): Promise<readonly Sms[]> =>
  ask('GET', phone ? `/sms?phone=${phone}` : '/sms');

export const readClock = async (): Promise<string> => (await ask<{ now: string }>('GET', '/clock')).now;

/** Everything that the city does goes by this clock. It only goes forward. */
export async function advanceClock(seconds: number): Promise<string> {
  // A form's own kind of body, for which no preflight is needed; the answer is a page.
  await fetch(`${sandboxUrl}/clock/advance`, {
    method: 'POST',
    body: new URLSearchParams({ seconds: String(seconds) }),
    mode: 'no-cors',
  });
  return readClock();
}

/**
 * The code that was just asked for; the outbox may need a moment to deliver it. One that was sent before, or for another
 * purpose, may still lie in the inbox.
 */
export async function readSmsCode(
  phone: string,
  purpose: keyof typeof PURPOSES,
  { expiresAt }: { expiresAt: string },
): Promise<string> {
  const askedAt = Date.parse(expiresAt) - CODE_MINUTES * 60_000;
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const inbox = await readInbox(phone);
    const found = inbox.find(
      ({ text, code, sentAt }) => code && PURPOSES[purpose].test(text) && Date.parse(sentAt) >= askedAt,
    );
    if (found?.code) return found.code;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`No SMS code has arrived, see ${sandboxUrl}/inbox`);
}

/** What the QR code on a printed form leads to: it stands in the description of its picture, too. */
export async function readFormCode(formUrl: string): Promise<string> {
  const { pathname, search } = new URL(formUrl, location.href);
  const form = new TextDecoder('latin1').decode(
    await (await fetch(location.origin + pathname + search)).arrayBuffer(),
  );
  // Texts of a PDF are UTF-16: every other byte of what is ASCII is zero.
  const code = /\/verify\/([\w-]+)/.exec(form.replaceAll('\0', ''))?.[1];
  if (!code) throw new Error('The form has no code');
  return code;
}

// Neither a body nor a header of our own: a simple cross-origin request, without a preflight.
async function ask<T>(method: 'GET' | 'POST', path: string): Promise<T> {
  const response = await fetch(sandboxUrl + path, { method });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return (await response.json()) as T;
}
