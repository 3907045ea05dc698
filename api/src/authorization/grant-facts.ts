import type { RecordLoaders } from '../record/record.loaders.js';
import type { RecordRow } from '../record/record.service.js';
import type { GrantFacts } from '../rulebook/authorization.js';

/** What it depends on whether this viewer may authorise, or take it back. */
export async function grantFacts(row: RecordRow, records: RecordLoaders): Promise<GrantFacts> {
  const [grant, guardians] = await Promise.all([
    records.authorization.load(row.id),
    records.guardians.load(row.id),
  ]);
  return {
    registrant: row.viewer_relation === 'REGISTRANT',
    secondGuardian: guardians.some(({ role }) => role === 'SECOND'),
    live: grant !== null,
  };
}
