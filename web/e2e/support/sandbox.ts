const SANDBOX = () => process.env.E2E_SANDBOX!;

async function ask<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(SANDBOX() + path, {
    ...(body
      ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : {}),
  });
  return (await response.json()) as T;
}

export interface MadeUpChild {
  name: string;
  documentNumber: string;
  sex: 'MALE' | 'FEMALE';
  birthDate: string;
}

export const aChild = async () => (await ask<MadeUpChild[]>('/children?count=1'))[0]!;
export const advanceClock = (advanceSeconds: number) => ask('/clock', { advanceSeconds });
export const setSmsGateway = (mode: 'OK' | 'FAIL') => ask('/gateway/rules', { sms: { mode } });

let phones = 0;
export const aPhone = () => `1990003${String((phones += 1)).padStart(4, '0')}`;

/** The code in the newest SMS to a phone that contains something. */
export async function codeSentTo(phone: string, containing: RegExp): Promise<string> {
  for (let wait = 0; wait < 100; wait += 1) {
    const messages = await ask<{ text: string; code: string | null }[]>(`/sms?phone=${phone}`);
    const code = messages.find(({ text }) => containing.test(text))?.code;
    if (code) return code;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the SMS did not come');
}
