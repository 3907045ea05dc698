import { createContext } from 'svelte';
import type { Refusal } from '#lib/api/refusals.ts';
import { onceMore, sort, waitsAlready, withErased, type Note } from './note.ts';
import { outcomeOf, reasonsOf, type Later, type Outcome } from './outcome.ts';
import * as vault from './vault.ts';

/** A line that says nothing for so long counts as none. */
const PATIENCE_MS = 10_000;
const PAUSE_MS = 10_000;

/** Where the desk is: who is signed in, and at which school. */
export interface Where {
  readonly person: string | null;
  readonly place: string;
}

export type Decision = Pick<Note, 'brought' | 'number' | 'birthDate' | 'seen'>;

/** What became of a decision at once. */
export type Decided =
  | { kind: 'DONE'; number: string }
  | { kind: 'WAITS' }
  | { kind: 'REFUSED'; refusals: readonly Refusal[] }
  /** This browser keeps nothing: the form is to be sent as it is. */
  | { kind: 'NOT_KEPT' };

/**
 * 等着发出: each decision is first kept on this device, then sent, and forgotten once the service has answered. So nothing is
 * lost with the connection, the page or the power, and its key sees to it that it is done once.
 */
export class Desk {
  /** Of this person and of others at this device, as read last. */
  #notes = $state<readonly Note[]>([]);
  #now = $state(0);
  /** Why the last attempt was not answered; null once one was. */
  later = $state<Later | null>(null);
  /** Sent from what waited, since this page was opened. */
  sent = $state<readonly string[]>([]);
  /** Erased, since their session is over. */
  over = $state<readonly Note[]>([]);
  sending = $state(false);
  /** Whether this browser keeps notes at all; it is not known before the page has started. */
  keeps = $state(false);

  #where: () => Where;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sorted = $derived.by(() => sort(this.#notes, this.#where().person, this.#now));

  constructor(where: () => Where) {
    this.#where = where;
  }

  get waits(): readonly Note[] {
    return this.#sorted.waits;
  }

  get open(): readonly Note[] {
    return this.#sorted.open;
  }

  waitsAlready(brought: string): boolean {
    return waitsAlready(this.#notes, brought);
  }

  /** Sends what waits, now and whenever there is a connection, until the page goes. */
  start(): () => void {
    const flush = () => void this.flush();
    const seen = () => document.hidden || flush();
    addEventListener('online', flush);
    document.addEventListener('visibilitychange', seen);
    flush();
    return () => {
      clearTimeout(this.#timer);
      removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', seen);
    };
  }

  /** A decision with what stands in the record before one's eyes, or with the form alone. */
  async decide(decision: Decision, key: string): Promise<Decided> {
    const { person, place } = this.#where();
    if (person === null) return { kind: 'NOT_KEPT' };
    const note: Note = { ...decision, key, person, place, at: Date.now(), told: null };
    try {
      await vault.keep(note);
    } catch {
      this.keeps = false;
      return { kind: 'NOT_KEPT' };
    }
    const outcome = await this.#send(note);
    if (outcome.outcome === 'LATER') {
      await this.#read();
      this.#again();
      return { kind: 'WAITS' };
    }
    await vault.drop(key);
    // What was refused before, and decided anew by now, is no question any more.
    if (outcome.outcome === 'DONE') await this.#forgetOpen(outcome.number);
    await this.#read();
    if (outcome.outcome === 'DONE') return { kind: 'DONE', number: outcome.number };
    return { kind: 'REFUSED', refusals: outcome.refusals };
  }

  /** Keeps a decision about a form that nobody could look up; false where this browser keeps nothing. */
  async note(decision: Decision): Promise<boolean> {
    const { person, place } = this.#where();
    if (person === null) return false;
    try {
      await vault.keep({ ...decision, key: freshKey(), person, place, at: Date.now(), told: null });
    } catch {
      this.keeps = false;
      return false;
    }
    await this.#read();
    void this.flush();
    return true;
  }

  async flush(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    try {
      await this.#read();
      for (const note of this.waits) if (!(await this.#settle(note))) break;
      await this.#read();
    } catch {
      this.keeps = false;
    } finally {
      this.sending = false;
    }
    this.#again();
  }

  /** Whether the next one may follow. */
  async #settle(note: Note): Promise<boolean> {
    const outcome = await this.#send(note);
    if (outcome.outcome === 'LATER') return false;
    // Taken back at this desk, or answered to another tab, while it was on its way.
    const here = (await vault.all()).some(({ key }) => key === note.key);
    if (outcome.outcome === 'DONE') {
      await vault.drop(note.key);
      if (here) this.sent = [...this.sent, outcome.number];
    } else if (here) {
      await vault.keep({ ...note, number: note.number ?? outcome.number, told: reasonsOf(outcome) });
    }
    await this.#read();
    return true;
  }

  async drop(note: Note): Promise<void> {
    await vault.drop(note.key);
    await this.#read();
  }

  async onceMore(note: Note): Promise<void> {
    const { person } = this.#where();
    if (person === null) return;
    await vault.keep(onceMore(note, person, freshKey(), Date.now()));
    if (note.told) await vault.drop(note.key);
    await this.flush();
  }

  async #forgetOpen(number: string): Promise<void> {
    for (const note of this.open) if (note.number === number) await vault.drop(note.key);
  }

  async #read(): Promise<void> {
    const notes = await vault.all();
    this.keeps = true;
    this.#now = Date.now();
    this.#notes = notes;
    const { over } = this.#sorted;
    if (over.length === 0) return;
    this.over = withErased(this.over, over);
    for (const { key } of over) await vault.drop(key);
    this.#notes = await vault.all();
  }

  #again(): void {
    clearTimeout(this.#timer);
    if (this.waits.length > 0) this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  async #send(note: Note): Promise<Outcome> {
    const outcome = await send(note);
    this.later = outcome.outcome === 'LATER' ? outcome.why : null;
    return outcome;
  }
}

async function send({ key, brought, birthDate, seen, place, person }: Note): Promise<Outcome> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch(`/school/send?place=${encodeURIComponent(place)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key, brought, birthDate, seen, person }),
      signal: patience.signal,
    });
    return outcomeOf(response.status, await response.json().catch(() => null));
  } catch {
    return { outcome: 'LATER', why: 'AWAY' };
  } finally {
    clearTimeout(timer);
  }
}

/** A UUID of chance; older engines do not make one themselves. */
function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const text = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const [deskHere, setDesk] = createContext<Desk>();
