import type { RecordStateQuery } from '@enrolment/schema/client';

/** A text that a waiting page compares: if it differs, something has happened to the record. */
export function recordState(record: RecordStateQuery['collectionRecord']): string {
  if (record === null) return 'GONE';
  const { stage, turn } = record;
  return [stage, turn.holder, turn.text].join(' ');
}
