import { businessDay } from '@enrolment/rulebook/calendar.js';
import { refuse, type Refusal } from '@enrolment/rulebook/refusal.js';
import { isAmong, spellingsOf } from '@enrolment/rulebook/subdistrict.js';
import {
  checkComplete,
  namesLost,
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
 * The rules of a list beside what stands in the district already: a name that a live record or a role has goes on meaning
 * something, and whoever chooses has something to choose.
 */
export async function checkLaid(
  tx: EntityManager,
  district: string,
  { before, after }: Laid,
  now: Date,
): Promise<Refusal[]> {
  const refusals = checkComplete(after, businessDay(now));
  const lost = namesLost(before, after.entries);
  if (lost.length === 0) return refusals;
  const records = await countNaming(tx, district, lost);
  const roles = await tx.find(StaffGrant, {
    district,
    role: 'SUBDISTRICT_OFFICER',
    takenAt: null,
    $or: [{ endsAt: null }, { endsAt: { $gt: now } }],
  });
  const named = lost.map((value) => {
    const written = records.filter(({ subdistrict }) => isAmong(subdistrict, [value]));
    const given = roles.filter(({ subdistricts }) => isAmong(value, subdistricts));
    return { value, count: written.reduce((sum, { n }) => sum + n, given.length) };
  });
  return [
    ...refusals,
    ...named.filter(({ count }) => count > 0).map((params) => refuse('subdistrictNamed', { params })),
  ];
}

/** How many live records of homes in a district are under these names, in whatever way they are written. */
const countNaming = (tx: EntityManager, district: string, names: readonly string[]) =>
  tables(tx)
    .selectFrom('collection_record')
    .where((eb) => eb('season', '=', anyFound<number>(eb.selectFrom('season').select('year'))))
    .where('residenceDistrict', '=', district)
    .where('residenceSubdistrict', '=', anyOf(names.flatMap(spellingsOf)))
    .where('withdrawnAt', 'is', null)
    .groupBy('residenceSubdistrict')
    .select(({ fn, cast, ref }) => [
      ref('residenceSubdistrict').$castTo<string>().as('subdistrict'),
      cast<number>(fn.countAll(), 'integer').as('n'),
    ])
    .execute();
