import type { ReviewItemKind } from '@enrolment/schema/client';
import type { SubmitTrouble } from '#lib/api/client.ts';
import type { Refusal } from '#lib/api/refusals.ts';
import type { Values } from './values.ts';

/** What the page of a text was answered last. */
export type Answer = {
  values?: Values;
  kind?: ReviewItemKind;
  refusals?: readonly Refusal[];
  trouble?: SubmitTrouble;
  incident?: string | null;
} | null;
