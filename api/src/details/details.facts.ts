import type { DetailsFacts } from '@enrolment/rulebook/details/check.js';
import type { Details } from '@enrolment/rulebook/details/details.js';
import { correctable, openBlocks, returnedItems } from '@enrolment/rulebook/details/returned.js';
import type { EditingFacts } from '@enrolment/rulebook/details/window.js';
import type { SubdistrictList } from '@enrolment/rulebook/subdistrict-list.js';
import type { DetailBlock } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { windowsIn } from '../calendar/windows.js';
import type { DataKey } from '../platform/keys.js';
import { peopleIn, type People } from '../record/people.js';
import type { RecordFacts } from '../record/record.statements.js';
import { reviewShown } from '../record/visibility.js';
import { openDetails, openSubmitted, type SubmittedDetails } from './details.content.js';
import { narrowestNeeds } from './details.needs.js';
import { gatherFacts } from './details.statements.js';

export interface GatheredFacts {
  readonly facts: DetailsFacts;
  /** Keys of questions that the district asks no more. */
  readonly retired: ReadonlySet<string>;
  /** Of the district of the home. */
  readonly subdistricts: SubdistrictList;
  readonly editing: Omit<EditingFacts, 'stage'>;
  readonly submitted: SubmittedDetails | null;
  /** The latest draft. */
  readonly saved: Details | null;
  /** The people as their rows have them now. */
  readonly people: People;
  /** The parts of the form that what was returned opens, as long as it can be corrected. */
  readonly openBlocks: ReadonlySet<DetailBlock>;
}

/** The facts that decide whether details may be saved or submitted, in one statement. */
export async function gatherDetailsFacts(
  tx: EntityManager,
  record: RecordFacts,
  key: DataKey,
  now: Date,
): Promise<GatheredFacts> {
  const { id, season, district, service, ground } = record;
  const home = record.residenceDistrict ?? district;
  const rows = await gatherFacts(tx, { record: id, season, district, service, home });
  const people = peopleIn(rows, key);
  const row = rows[0]!;
  const windows = windowsIn(row.windows);
  const returned = returnedItems({
    items: (row.items ?? []).map((item) => ({
      ...item,
      dueAt: item.dueAt === null ? null : new Date(item.dueAt),
    })),
    identity: row.identityStatus && { status: row.identityStatus, checkedAt: row.identityCheckedAt },
    reviewShown: reviewShown(record, now),
    correction: windows.CORRECTION,
  });
  const questions = row.questions ?? [];
  const needs = narrowestNeeds(row.requirements ?? [], ground ?? null);
  const submitted = row.submitted && openSubmitted(key, row.submitted);
  return {
    facts: {
      needs,
      questions: questions.filter(({ retiredAt }) => retiredAt === null),
      ground: ground ?? null,
      districts: new Set(row.districts),
      child: { documentNumber: people.child.documentNumber },
      firstGuardian: {
        documentType: people.first.documentType,
        documentNumber: people.first.documentNumber,
      },
    },
    retired: new Set(questions.flatMap(({ key, retiredAt }) => (retiredAt === null ? [] : [key]))),
    subdistricts: { entries: row.subdistricts ?? [], complete: row.subdistrictsComplete ?? false },
    editing: { window: windows.DETAILS ?? null, returned, hotline: row.hotline ?? '' },
    saved: row.content && openDetails(key, row.content),
    submitted,
    people,
    openBlocks: openBlocks(
      correctable(returned, now).map(({ kind }) => kind),
      needs,
      submitted?.details ?? null,
    ),
  };
}
