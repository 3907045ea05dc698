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

export async function mintToken(identity: Identity): Promise<string> {
  return (await ask<{ access_token: string }>('POST', `/identities/${identity.id}/token`)).access_token;
}

export async function solveCaptcha(id: string): Promise<string> {
  return (await ask<{ answer: string }>('POST', `/captcha/${id}/solve`)).answer;
}

export async function makeUpChild(): Promise<MadeUpChild> {
  const [child] = await ask<readonly MadeUpChild[]>('GET', '/children?count=1');
  if (!child) throw new Error('The sandbox made no child up');
  return child;
}

/** The newest code sent to this phone; the outbox may need a moment to deliver it. */
export async function readSmsCode(phone: string): Promise<string> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const inbox = await ask<readonly { code: string | null }[]>('GET', `/sms?phone=${phone}`);
    const code = inbox.find((message) => message.code)?.code;
    if (code) return code;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`No SMS code has arrived, see ${sandboxUrl}/inbox`);
}

/** What the QR code on a printed form leads to: it stands in the description of its picture, too. */
export async function readFormCode(formUrl: string): Promise<string> {
  const { pathname, search } = new URL(formUrl, location.href);
  const form = new TextDecoder('latin1').decode(await (await fetch(pathname + search)).arrayBuffer());
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
