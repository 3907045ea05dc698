import type { SubmitTrouble } from '#lib/api/client.ts';
import type { Refusal } from '#lib/api/refusals.ts';
import type { RoleValues } from './input.ts';

/** What a form of these pages was answered with. */
export type Answer = {
  refusals?: readonly Refusal[];
  trouble?: SubmitTrouble;
  incident?: string | null;
  values?: RoleValues;
  endsAt?: string;
} | null;
