import type { GrantFacts } from '@enrolment/rulebook/authorization.js';
import { owns } from '../record/access.js';
import type { RecordLoaders } from '../record/record.loaders.js';
import type { RecordFacts } from '../record/record.statements.js';

/** The facts that decide whether this viewer may authorise or revoke. */
export async function grantFacts(row: RecordFacts, records: RecordLoaders): Promise<GrantFacts> {
  const [grant, guardians] = await Promise.all([
    records.authorization.load(row.id),
    records.guardians.load(row.id),
  ]);
  return {
    registrant: owns(row),
    secondGuardian: guardians.some(({ role }) => role === 'SECOND'),
    live: grant !== null,
  };
}
