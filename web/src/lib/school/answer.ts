import type { SubmitTrouble } from '#lib/api/client.ts';
import type { Refusal } from '#lib/api/refusals.ts';

/** What the desk was answered last: which form it was, of which child, and what kept it from being done. */
export type Answer = {
  of?: 'PREREGISTER' | 'UNDO';
  number?: string;
  reason?: string;
  refusals?: readonly Refusal[];
  trouble?: SubmitTrouble;
  incident?: string | null;
} | null;
