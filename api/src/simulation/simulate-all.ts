import { simulate, type SimulatedRecord } from '@enrolment/rulebook/simulation.js';
import type { ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ReferenceData } from '../database/reference-data.js';
import { openDetails, openSubmitted } from '../details/details.content.js';
import type { KeyRing } from '../platform/keys.js';
import { openChild } from '../record/people.js';
import { Outcomes } from './outcomes.js';
import type { DistrictOutcome, Simulation } from './simulation.entity.js';
import { countLive, liveAfter } from './simulation.statements.js';

/** How many records are opened before others have their turn. */
const PAGE = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';

type Row = Awaited<ReturnType<typeof liveAfter>>[number];

/**
 * Asks the rulebook about every live record of the place, page by page, in the snapshot of the given transaction. Nothing of
 * a record is kept but what it adds to a number. Null once `goOn` says that nobody waits for it any more.
 */
export async function simulateAll(
  tx: EntityManager,
  keys: KeyRing,
  { season: year, district: named, change }: Simulation,
  goOn: (far: { total: number; done: number }) => Promise<boolean>,
): Promise<readonly DistrictOutcome[] | null> {
  const district = named ?? null;
  const place = { season: year, district };
  const reference = new ReferenceData(() => tx);
  const season = (await reference.seasons()).find((one) => one.year === year)!;
  const papers = (await reference.papers()).filter((paper) => paper.season === year);
  const opened = {
    birthDate: change.bornFrom !== null || change.bornTo !== null,
    details: change.residenceSince !== null,
  };
  const outcomes = new Outcomes();
  const total = await countLive(tx, place);
  let done = 0;
  for (let after = FIRST; await goOn({ total, done });) {
    const rows = await liveAfter(tx, place, { after, most: PAGE, details: opened.details });
    for (const row of rows) {
      const items = await reference.reviewed(year, row.district, row.service);
      const reviewed: ReviewItemKind[] = items.map(({ kind }) => kind);
      const record = open(row, keys, opened);
      outcomes.add(row, simulate(record, { season, change, district, papers, reviewed }));
    }
    done += rows.length;
    if (rows.length < PAGE) return outcomes.all();
    after = rows.at(-1)!.id;
  }
  return null;
}

/** Only what the change is about is opened. */
function open(row: Row, keys: KeyRing, opened: { birthDate: boolean; details: boolean }): SimulatedRecord {
  const { district, service, ground, content, submitted } = row;
  const key = opened.birthDate || opened.details ? keys.keyOf(row) : null;
  const details = () => {
    if (key === null) return null;
    if (submitted) return openSubmitted(key, submitted).details;
    return content ? openDetails(key, content) : null;
  };
  return {
    whose: { district, service, ground: ground ?? null },
    birthDate: key !== null && opened.birthDate ? openChild('birthDate', row, key) : null,
    details: details(),
    submitted: row.submittedAt !== null,
  };
}
