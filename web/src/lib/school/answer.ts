import type { SubmitTrouble } from '#lib/api/client.ts';
import type { Refusal } from '#lib/api/refusals.ts';

/** What the desk was answered last: which form it was, of which child, and what kept it from being done. */
export type Answer = {
  of?: 'PREREGISTER' | 'UNDO' | 'MISSING';
  number?: string;
  reason?: string;
  /** It was not sent, and is not kept for later. */
  offline?: boolean;
  refusals?: readonly Refusal[];
  trouble?: SubmitTrouble;
  incident?: string | null;
} | null;
