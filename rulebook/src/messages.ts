/** How many messages go in 24 hours to a phone that no code has confirmed, whoever names it and for whatever record. */
export const MESSAGES_TO_UNCONFIRMED = 5;
export const UNCONFIRMED_WINDOW_SECONDS = 86_400;

/** Messages of one kind about one record to one phone, within the hour. */
export const REPEAT_WINDOW_SECONDS = 3_600;
const REPEATS = 5;
/** What one person can do as often as they like while another one is told of it. */
const ONCE: ReadonlySet<string> = new Set(['authorized', 'unauthorized', 'written']);

export const repeatsAllowed = (kind: string): number => (ONCE.has(kind) ? 1 : REPEATS);

/** What an officer decides of a record that she has in hand is told once nothing has been decided for so many minutes. */
export const QUIET_MINUTES = 10;
