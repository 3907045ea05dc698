import type { EditionChangedFragment, ServiceKind, Stage } from '@enrolment/schema/client';
import type { SubmitTrouble } from '#lib/api/client.ts';
import type { Refusal } from '#lib/api/refusals.ts';
import type { Intent, Values } from './values.ts';

/** What the page of an entry was answered last. */
export type Answer = {
  values?: Values;
  before?: Values;
  /** As which version the list was read for it. */
  revision?: number;
  intent?: Intent;
  tried?: {
    changes: readonly EditionChangedFragment[];
    touched: readonly { service: ServiceKind; stage: Stage; records: number }[];
    kept: number;
    /** Of sentences: how many messages went out of late. */
    sent?: number | null;
  };
  /** Why nothing was asked of the API: a colleague has taken it away, it is typed and not saved, or it is there already. */
  unset?: 'gone' | 'typed' | 'first' | 'last';
  refusals?: readonly Refusal[];
  trouble?: SubmitTrouble;
  incident?: string | null;
} | null;
