import type { SubmitTrouble } from '#lib/api/client.ts';
import type { Refusal } from '#lib/api/refusals.ts';
import { differences, type Difference } from './conflict.ts';
import type { DetailsValues } from './values.ts';

/** What somebody else, or the same guardian elsewhere, saved in between. */
export interface Theirs {
  values: DetailsValues;
  version: number;
  savedAt: string | null;
  savedBy: 'FIRST' | 'SECOND' | null;
}

export type SaveAnswer =
  | { outcome: 'SAVED'; version: number; savedAt: string }
  | { outcome: 'REFUSED'; refusals: readonly Refusal[] }
  | { outcome: 'STALE'; theirs: Theirs }
  | { outcome: 'TROUBLE'; trouble: SubmitTrouble };

/** What is in this browser and not yet on the server, and the version from which it started. */
export interface Kept {
  values: DetailsValues;
  base: DetailsValues;
  version: number;
}

/** Where the form's content is saved at the moment. */
export type Standing =
  | { kind: 'SAVED'; at: string | null }
  | { kind: 'TYPING' }
  | { kind: 'SAVING' }
  | { kind: 'KEPT_HERE'; trouble: SubmitTrouble }
  | { kind: 'REFUSED'; refusals: readonly Refusal[] }
  | { kind: 'CONFLICT'; theirs: Theirs; differences: Difference[] };

interface Surroundings {
  send: (version: number, values: DetailsValues) => Promise<SaveAnswer>;
  /** Keeps in this browser what is not on the server; null if there is nothing to keep. */
  keep: (kept: Kept | null) => void;
  tell: (standing: Standing) => void;
}

export const PAUSE_MS = 1_500;
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 60_000;
/** So many saves follow one another without a pause while somebody types; then typing has to pause. */
const MOST_TURNS = 3;
/** No real version has this number, so what was kept with it is compared again. */
const UNKNOWN = 0;

/**
 * 暂存 happens by itself, a moment after typing. One save runs at a time, each on the version before it. What cannot be sent
 * stays in the browser and is tried again. What somebody else saved in between is never overwritten without a choice.
 */
export class DraftKeeper {
  #typed: DetailsValues;
  #savedAt: string | null;
  #retry = FIRST_RETRY_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<void> = Promise.resolve();
  #standing: Standing;
  #stopped = false;

  constructor(
    private readonly around: Surroundings,
    /** What the server has. */
    private base: DetailsValues,
    public version: number,
    savedAt: string | null,
  ) {
    this.#typed = base;
    this.#savedAt = savedAt;
    this.#standing = { kind: 'SAVED', at: savedAt };
  }

  get standing(): Standing {
    return this.#standing;
  }

  /** Takes up what this browser still had when the page was opened. */
  restore({ values, base, version }: Kept): void {
    if (version === this.version) return this.type(values);
    const theirs = {
      values: this.base,
      version: this.version,
      savedAt: this.#savedAt,
      savedBy: null,
    };
    this.#typed = values;
    this.base = base;
    this.meet(theirs);
  }

  /** Shows both side by side. Nobody knows where the typed text started from, so nothing is chosen beforehand. */
  compare(values: DetailsValues, theirs: Theirs): void {
    this.#typed = values;
    this.base = {};
    this.version = UNKNOWN;
    this.keep();
    this.stand({ kind: 'CONFLICT', theirs, differences: differences(values, theirs.values, null) });
  }

  type(values: DetailsValues): void {
    this.#typed = values;
    if (this.#standing.kind === 'CONFLICT') return this.keep();
    if (this.isSaved) {
      clearTimeout(this.#timer);
      this.keepNothing();
      if (this.#standing.kind !== 'SAVING') this.stand({ kind: 'SAVED', at: this.#savedAt });
      return;
    }
    this.keep();
    if (this.#standing.kind !== 'KEPT_HERE') this.stand({ kind: 'TYPING' });
    this.saveIn(PAUSE_MS);
  }

  /** Sends at once what has been typed so far; resolves when that is saved, here or on the server. */
  flush(): Promise<Standing> {
    clearTimeout(this.#timer);
    this.#queue = this.#queue.then(() => this.sendAll());
    return this.#queue.then(() => this.#standing);
  }

  /** Once the choices are made, the form continues from the other version. */
  async settle(values: DetailsValues, theirs: Theirs): Promise<Standing> {
    this.begin(theirs);
    this.stand({ kind: 'TYPING' });
    this.type(values);
    return this.flush();
  }

  /** Called when the page is left: sends what was typed last. What cannot be saved waits here for the next visit. */
  stop(): void {
    void this.flush();
    this.#stopped = true;
  }

  private get isSaved(): boolean {
    return differences(this.#typed, this.base, null).length === 0;
  }

  private async sendAll(): Promise<void> {
    for (let turn = 0; turn < MOST_TURNS && !this.isSaved && this.#standing.kind !== 'CONFLICT'; turn += 1) {
      const sent = this.#typed;
      this.stand({ kind: 'SAVING' });
      this.hear(await this.around.send(this.version, sent), sent);
      if (this.#standing.kind === 'REFUSED' || this.#standing.kind === 'KEPT_HERE') return;
    }
  }

  private hear(answer: SaveAnswer, sent: DetailsValues): void {
    switch (answer.outcome) {
      case 'SAVED':
        this.#retry = FIRST_RETRY_MS;
        this.begin({ ...answer, values: sent, savedBy: null });
        if (!this.isSaved) return this.type(this.#typed);
        this.keepNothing();
        return this.stand({ kind: 'SAVED', at: answer.savedAt });
      case 'REFUSED':
        return this.stand({ kind: 'REFUSED', refusals: answer.refusals });
      case 'TROUBLE':
        this.stand({ kind: 'KEPT_HERE', trouble: answer.trouble });
        // Whoever is signed out has to sign in first.
        if (answer.trouble === 'SESSION_EXPIRED') return;
        this.saveIn(this.#retry);
        this.#retry = Math.min(this.#retry * 2, LONGEST_RETRY_MS);
        return;
      case 'STALE':
        return this.meet(answer.theirs);
    }
  }

  private meet(theirs: Theirs): void {
    const found = differences(this.#typed, theirs.values, this.base);
    // The two differ only in what was typed here, so nothing of theirs would be lost.
    if (found.every(({ suggested }) => suggested === 'mine')) {
      this.begin(theirs);
      this.stand({ kind: 'TYPING' });
      return this.type(this.#typed);
    }
    this.keep();
    this.stand({ kind: 'CONFLICT', theirs, differences: found });
  }

  private begin({ values, version, savedAt }: Theirs): void {
    this.base = values;
    this.version = version;
    this.#savedAt = savedAt;
  }

  private saveIn(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#stopped) this.#timer = setTimeout(() => void this.flush(), ms);
  }

  private keep(): void {
    if (!this.#stopped) this.around.keep({ values: this.#typed, base: this.base, version: this.version });
  }

  private keepNothing(): void {
    if (!this.#stopped) this.around.keep(null);
  }

  private stand(standing: Standing): void {
    this.#standing = standing;
    if (!this.#stopped) this.around.tell(standing);
  }
}
