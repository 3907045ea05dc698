import { randomUUID } from 'node:crypto';
import { FileStore } from './file-store.js';

interface ReceivedSms {
  readonly id: string;
  readonly phone: string;
  readonly text: string;
  /** The six digits in the text, if there are any. */
  readonly code: string | null;
  readonly sentAt: string;
}

const KEPT = 2_000;

/** What the sandbox's SMS gateway took, for people to read. */
export class SmsInbox {
  private readonly store: FileStore<ReceivedSms[]>;

  constructor(folder: string) {
    this.store = new FileStore<ReceivedSms[]>(`${folder}/sms.json`, () => []);
  }

  /** The same id again is the same message: answered alike, kept once. */
  take({ id = randomUUID(), phone, text }: { id?: string; phone: string; text: string }, now: Date): string {
    if (!this.store.value.some((sms) => sms.id === id)) {
      const code = /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? null;
      this.store.value.unshift({ id, phone, text, code, sentAt: now.toISOString() });
      this.store.value.length = Math.min(this.store.value.length, KEPT);
      this.store.changed();
    }
    return id;
  }

  list(phone: string | null): Omit<ReceivedSms, 'id'>[] {
    return this.store.value
      .filter((sms) => phone === null || sms.phone === phone)
      .map(({ phone: to, text, code, sentAt }) => ({ phone: to, text, code, sentAt }));
  }

  save(): void {
    this.store.save();
  }
}
