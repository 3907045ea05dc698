import type { Refusal } from '@enrolment/rulebook/refusal.js';
import type { SchoolPlan } from '@enrolment/rulebook/school.js';
import type { ReviewOrder } from '@enrolment/rulebook/vocabulary.js';
import { workingDays, type IsWorkingDay } from '@enrolment/rulebook/working-days.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import { Admission } from '../admission/admission.entity.js';
import { calendarOf, readCalendar, type CalendarKey } from '../calendar/windows.js';
import { RecordClaim } from '../claim/claim.entity.js';
import { findGivers } from '../claim/hand-over.statements.js';
import { District } from '../district/district.entity.js';
import { Holiday } from '../holiday/holiday.entity.js';
import { IdentityCheck } from '../identity-check/identity-check.entity.js';
import type { ItemDeciders } from '@enrolment/rulebook/joint-review.js';
import { decidersIn, ItemDecider } from '../joint-review/item-decider.entity.js';
import { RecordFreeze } from '../likeness/record-freeze.entity.js';
import type { KeyRing } from '../platform/keys.js';
import { refusedByPublication } from '../publication/fixed-results.js';
import { peopleOfAll, type People } from '../record/people.js';
import type { CollectionRecord } from '../record/record.entity.js';
import { findPlan } from '../school/school.service.js';
import { Rejection, ReviewItem } from './review.entity.js';
import { UntoldVerdict } from './untold-verdict.entity.js';

type Calendar = Awaited<ReturnType<typeof readCalendar>>;

/** What the held records of one chunk share and have: each kind is read once for all of them, when it is first asked for. */
export class BatchFacts {
  private districts: Promise<District[]> | undefined;
  private holidays: Promise<Holiday[]> | undefined;
  private itemDeciders: Promise<ItemDecider[]> | undefined;
  private readonly calendars = new Map<CalendarKey, Promise<Calendar>>();
  private givers: Promise<ReadonlyMap<string, string>> | undefined;
  private readonly begun = new Map<string, UntoldVerdict>();
  private readonly plans = new Map<string, Promise<SchoolPlan>>();
  private readonly fixed = new Map<CalendarKey, Promise<Refusal[]>>();

  constructor(
    private readonly tx: EntityManager,
    private readonly records: readonly CollectionRecord[],
    private readonly keys: KeyRing,
  ) {}

  calendar({ season, district, service }: CollectionRecord): Promise<Calendar> {
    const place = { season, district, service };
    const key = calendarOf(place);
    const known = this.calendars.get(key);
    if (known) return known;
    const read = readCalendar(this.tx, place);
    this.calendars.set(key, read);
    return read;
  }

  /** Who decides which items in the record's district. */
  async deciders({ district }: CollectionRecord): Promise<ItemDeciders> {
    this.itemDeciders ??= this.tx.find(ItemDecider, {
      district: { $in: [...new Set(this.records.map((record) => record.district))] },
    });
    return decidersIn(await this.itemDeciders, district);
  }

  /** The plan of a school in the record's season. */
  plan({ season }: CollectionRecord, school: string): Promise<SchoolPlan> {
    const key = `${season}/${school}`;
    const known = this.plans.get(key);
    if (known) return known;
    const read = findPlan(this.tx, season, school);
    this.plans.set(key, read);
    return read;
  }

  /** In which order the record's district reviews. */
  async order({ district }: CollectionRecord): Promise<ReviewOrder> {
    this.districts ??= this.tx.find(District, {
      code: { $in: [...new Set(this.records.map((record) => record.district))] },
    });
    return (await this.districts).find(({ code }) => code === district)!.reviewOrder;
  }

  /** By the holidays that are known. */
  async isWorkingDay(): Promise<IsWorkingDay> {
    this.holidays ??= this.tx.find(Holiday, {});
    return workingDays(await this.holidays);
  }

  /** Asked once the records are held, as a confirmation holds them. */
  refusedByPublication({ season, district, service }: CollectionRecord): Promise<Refusal[]> {
    const place = { season, district, service };
    const key = calendarOf(place);
    const known = this.fixed.get(key);
    if (known) return known;
    const read = refusedByPublication(this.tx, place);
    this.fixed.set(key, read);
    return read;
  }

  readonly items = this.ofEach(async (record) => {
    const items = await this.tx.find(ReviewItem, { record });
    return Map.groupBy(items, (item) => item.record.id);
  });

  readonly identity = this.ofEach(async (record) => byRecord(await this.tx.find(IdentityCheck, { record })));

  readonly claim = this.ofEach(async (record) => byRecord(await this.tx.find(RecordClaim, { record })));

  /** The account of whoever gave the record last, if she decides on it still. */
  async giver({ id }: CollectionRecord, now: Date): Promise<string | undefined> {
    this.givers ??= findGivers(this.tx, this.records, now);
    return (await this.givers).get(id);
  }

  private readonly untoldBefore = this.ofEach(async (record) =>
    byRecord(await this.tx.find(UntoldVerdict, { record })),
  );

  /** What waits to be told of the record, be it since this very act. */
  async untold(record: CollectionRecord): Promise<UntoldVerdict | undefined> {
    return this.begun.get(record.id) ?? this.untoldBefore(record);
  }

  begin(untold: UntoldVerdict): UntoldVerdict {
    this.begun.set(untold.record.id, untold);
    this.tx.persist(untold);
    return untold;
  }

  readonly freeze = this.ofEach(async (record) => byRecord(await this.tx.find(RecordFreeze, { record })));

  readonly rejection = this.ofEach(async (record) => byRecord(await this.tx.find(Rejection, { record })));

  /** Held, too, so that a publication that came in between is waited for. */
  readonly admission = this.ofEach(async (record) => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { record: 'asc' } } as const;
    return byRecord(await this.tx.find(Admission, { record }, lock));
  });

  readonly people = this.ofEach<People>(() =>
    peopleOfAll(
      this.tx,
      this.records.map((record) => ({ id: record.id, key: record.keyFrom(this.keys) })),
    ),
  );

  private ofEach<Found>(
    read: (records: { $in: string[] }) => Promise<ReadonlyMap<string, Found>>,
  ): (record: CollectionRecord) => Promise<Found | undefined> {
    let all: Promise<ReadonlyMap<string, Found>> | undefined;
    return async ({ id }) => {
      all ??= read({ $in: this.records.map((record) => record.id) });
      return (await all).get(id);
    };
  }
}

const byRecord = <Row extends { record: { id: string } }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.record.id, row]));
