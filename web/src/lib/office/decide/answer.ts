import type { SubmitTrouble } from '#lib/api/client.ts';
import type { Refusal } from '#lib/api/refusals.ts';
import type { Typed } from './values.ts';

/** What the record's page was answered last: which form it was, what was typed there, and what kept it from being done. */
export type Answer = {
  of?: string;
  typed?: Typed;
  refusals?: readonly Refusal[];
  trouble?: SubmitTrouble;
  incident?: string | null;
  holder?: string;
  purpose?: string;
  revealed?: { documentNumber: string; phone: string | null };
} | null;
