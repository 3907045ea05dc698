/** What a registrar has decided at the desk and the service has not answered yet. No name, no document number. */
export interface Note {
  /** Sent with it each time, so that it is done once. */
  readonly key: string;
  /** The collection number, or the code of a printed form. */
  readonly brought: string;
  /** The collection number; null for a code that nobody could look up. */
  readonly number: string | null;
  /** As the form in hand says; null for what was looked up before, and for a code, which cannot be mistyped. */
  readonly birthDate: string | null;
  /** Whether the desk had shown what stands in the record when it was decided. */
  readonly seen: boolean;
  /** The school, as an address of the desk names it. */
  readonly place: string;
  /** Who decided it: the tag of the session's person. */
  readonly person: string;
  /** In milliseconds since 1970, by the clock of this device. */
  readonly at: number;
  /** Why it was not done, in words; null while it waits. */
  readonly told: readonly string[] | null;
}

/** No session lasts longer, and none of what was decided in it either. */
export const LONGEST_MS = 12 * 60 * 60 * 1000;

/**
 * WAITS: it is sent as soon as it can be. TOLD: the service has answered that it cannot be done. COLLEAGUE: somebody else
 * is signed in at this desk by now. OVER: it comes from a session that has ended by now.
 */
export type Standing = 'WAITS' | 'TOLD' | 'COLLEAGUE' | 'OVER';

export function standingOf(note: Note, person: string | null, now: number): Standing {
  // A clock that was set back makes nothing young again for longer than it was set back.
  if (Math.abs(now - note.at) > LONGEST_MS) return 'OVER';
  if (note.told) return 'TOLD';
  return note.person === person ? 'WAITS' : 'COLLEAGUE';
}

export interface Sorted {
  readonly waits: readonly Note[];
  /** The registrar says what happens to them. */
  readonly open: readonly Note[];
  /** To be erased, and told once. */
  readonly over: readonly Note[];
}

/** The oldest first. */
export function sort(notes: readonly Note[], person: string | null, now: number): Sorted {
  const inTurn = [...notes].sort((one, other) => one.at - other.at);
  const of = (...wanted: Standing[]) =>
    inTurn.filter((note) => wanted.includes(standingOf(note, person, now)));
  return { waits: of('WAITS'), open: of('TOLD', 'COLLEAGUE'), over: of('OVER') };
}

/** Those that were erased, each once: two looks at the storage may find the same one. */
export const withErased = (known: readonly Note[], found: readonly Note[]): Note[] => [
  ...known,
  ...found.filter(({ key }) => known.every((one) => one.key !== key)),
];

/** Whether the same child waits already: what is typed twice is one decision. */
export const waitsAlready = (notes: readonly Note[], brought: string): boolean =>
  notes.some((note) => note.told === null && (note.brought === brought || note.number === brought));

/** What a registrar says about one that is open: once more, in her own name. */
export function onceMore(note: Note, person: string, freshKey: string, now: number): Note {
  // What the service has refused was not done, and its key may be used up. What nobody answered may have been done by this key.
  const key = note.told === null ? note.key : freshKey;
  return { ...note, key, person, at: now, told: null };
}
