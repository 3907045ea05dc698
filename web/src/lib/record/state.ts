import type { RecordStateQuery } from '@enrolment/schema/client';

/** What of a record a waiting page compares: another text means that something has happened. */
export function recordState(record: RecordStateQuery['collectionRecord']): string {
  if (record === null) return 'GONE';
  const { stage, turn } = record;
  return [stage, turn.holder, turn.text].join(' ');
}
