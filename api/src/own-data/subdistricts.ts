import { businessDay } from '@enrolment/rulebook/calendar.js';
import { refuse, type Refusal } from '@enrolment/rulebook/refusal.js';
import {
  checkComplete,
  namesAstray,
  straying,
  type Subdistrict,
  type SubdistrictList,
} from '@enrolment/rulebook/subdistrict-list.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { anyFound, anyOf, tables } from '../database/tables.js';
import { StaffGrant } from '../staff-grant/staff-grant.entity.js';

interface Laid {
  readonly before: readonly Subdistrict[];
  readonly after: SubdistrictList;
}

/**
 * The rules of a list beside what stands in the district already: what a live record or a role has goes on meaning the same
 * subdistrict, in whatever way it is written, and whoever chooses has something to choose.
 */
export async function checkLaid(
  tx: EntityManager,
  district: string,
  { before, after }: Laid,
  now: Date,
): Promise<Refusal[]> {
  const refusals = checkComplete(after, businessDay(now));
  const astray = namesAstray(before, after.entries);
  if (astray.length === 0) return refusals;
  const roles = await tx.find(StaffGrant, {
    district,
    role: 'SUBDISTRICT_OFFICER',
    takenAt: null,
    $or: [{ endsAt: null }, { endsAt: { $gt: now } }],
  });
  const bound = roles.flatMap(({ subdistricts }) => subdistricts).filter(straying(before, after.entries));
  const counts = new Map<string, number>();
  for (const { subdistrict, n } of await countNaming(tx, district, astray)) counts.set(subdistrict, n);
  for (const text of bound) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [
    ...refusals,
    ...[...counts].map(([value, count]) => refuse('subdistrictNamed', { params: { value, count } })),
  ];
}

/** How many live records of homes in a district are under each of these names. */
const countNaming = (tx: EntityManager, district: string, names: readonly string[]) =>
  tables(tx)
    .selectFrom('collection_record')
    .where((eb) => eb('season', '=', anyFound<number>(eb.selectFrom('season').select('year'))))
    .where('residenceDistrict', '=', district)
    .where('residenceSubdistrict', '=', anyOf(names))
    .where('withdrawnAt', 'is', null)
    .groupBy('residenceSubdistrict')
    .select(({ fn, cast, ref }) => [
      ref('residenceSubdistrict').$castTo<string>().as('subdistrict'),
      cast<number>(fn.countAll(), 'integer').as('n'),
    ])
    .execute();
