import { Refused } from '@enrolment/rulebook/refusal.js';
import type { Context } from '../context.js';
import { RefusedView } from '../refusal.type.js';
import { standingOf } from './access.js';
import type { RecordFacts } from './record.statements.js';
import { CollectionRecordView } from './record.type.js';
import { KnownRecord } from './visibility.js';

/** A record as this reader may see it. */
export function viewOf(
  row: RecordFacts,
  { viewer, now, services }: Context,
  copied = false,
): CollectionRecordView {
  const standing = viewer === null ? 'FAMILY' : standingOf(viewer, row);
  return new CollectionRecordView(new KnownRecord(row, standing, now), services.keys.keyOf(row), copied);
}

/** What a mutation answers: the record, or the rules that were broken. */
export const answer = (
  context: Context,
  result: RecordFacts | Refused,
): CollectionRecordView | RefusedView =>
  result instanceof Refused ? new RefusedView(result.refusals, context.language) : viewOf(result, context);
