import { grantState } from '@enrolment/rulebook/staff-grant.js';
import type { Department, ReviewItemKind, StaffRole } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { School } from '../school/school.entity.js';
import { StaffGrant } from '../staff-grant/staff-grant.entity.js';
import type { Mistake } from './setup.file.js';
import { keyOf, KEYS, type Row } from './setup.plan.js';
import type { SetupChange, SetupOptions } from './setup.service.js';

interface Staff {
  readonly account: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly district: string | null;
  readonly school: string | null;
  readonly subdistricts: string[] | null;
  readonly department: Department | null;
  readonly items: ReviewItemKind[] | null;
  readonly endsAt: Date | null;
}

/**
 * Gives the roles that the files name to whoever does not hold them. It changes none, takes none, and brings back none that
 * was taken away: that is for administrators, in the office. Only whoever works at the server can do it: through the API an
 * administrator would give herself what others have to give her.
 */
export async function layStaff(
  tx: EntityManager,
  rows: readonly Row[],
  { actor, now }: Pick<SetupOptions, 'actor' | 'now'>,
  refused: Mistake[],
): Promise<SetupChange[]> {
  const [first] = rows;
  if (!first) return [];
  if (actor.role !== 'OPERATOR') {
    refused.push({ ...first.at, message: '“staff” is set up at the server; roles are given in the office' });
    return [];
  }
  const schools = new Map((await tx.find(School, {})).map(({ code, district }) => [code, district]));
  const accounts = rows.map(({ values }) => (values as unknown as Staff).account);
  const known = Map.groupBy(await tx.find(StaffGrant, { subject: { $in: accounts } }), (grant) =>
    keyOf({ ...grant, account: grant.subject, school: grant.school }, KEYS.staff),
  );
  const changes: SetupChange[] = [];
  const given: StaffGrant[] = [];
  for (const { values, at } of rows) {
    const facts = values as unknown as Staff;
    const { school, district, endsAt } = facts;
    if (school !== null && schools.get(school) !== district) {
      refused.push({ ...at, message: `there is no school ${school} in the district ${district}` });
      continue;
    }
    const before = known.get(keyOf(values, KEYS.staff)) ?? [];
    const ended = (one: StaffGrant) => grantState(one, now) === 'ENDED';
    if (!before.every(ended) || (endsAt !== null && endsAt <= now)) continue;
    for (const one of before) if (one.settledAt == null) one.makeWay(now);
    const bound = { subdistricts: facts.subdistricts ?? [], items: facts.items ?? [] };
    given.push(StaffGrant.setUp({ ...facts, ...bound, beginsAt: now }, actor.subject, now));
    changes.push({ section: 'staff', kind: 'ADDED', key: keyOf(values, KEYS.staff) });
  }
  // What makes way is written before what takes its place, or `grant_twice` would be broken for a moment.
  await tx.flush();
  await tx.persist(given).flush();
  return changes;
}
