import { PHASE_KINDS, type ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import type { Subdistrict as SubdistrictFacts } from '@enrolment/rulebook/subdistrict-list.js';
import { workingDays, type IsWorkingDay } from '@enrolment/rulebook/working-days.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { calendarOf, type CalendarKey } from '../calendar/windows.js';
import { AnswerTemplate } from '../conversation/answer-template.entity.js';
import { DetailRequirement } from '../details/details.entity.js';
import { District, DistrictQuestion, Phase, Policy } from '../district/district.entity.js';
import { Holiday } from '../holiday/holiday.entity.js';
import { ItemDecider } from '../joint-review/item-decider.entity.js';
import { ReviewPaper, ReviewRequirement } from '../review/review.entity.js';
import { RetentionPeriod } from '../retention/retention.entity.js';
import { ReturnText } from '../return-text/return-text.entity.js';
import { School } from '../school/school.entity.js';
import { findStaff } from '../staff-grant/staff-grant.statements.js';
import { Season, Site } from '../season/season.entity.js';
import { findSubdistricts } from '../subdistrict/subdistrict.entity.js';

/**
 * What a city sets up and every page reads: each kind is read whole, once, when it is first asked for. They are few rows.
 * They are shared by whoever reads at the same time: nobody changes them, and a transaction that decides on them reads
 * the tables.
 */
export class ReferenceData {
  private readonly found = new Map<string, Promise<unknown>>();

  constructor(private readonly open: () => EntityManager) {}

  /** The newest first. */
  seasons(): Promise<readonly Season[]> {
    return this.once('seasons', (em) => em.find(Season, {}, { orderBy: { year: 'desc' } }));
  }

  site(): Promise<Site | null> {
    return this.once('site', (em) => em.findOne(Site, { id: 1 }));
  }

  /** In the portal's order, by code. */
  districts(): Promise<ReadonlyMap<string, District>> {
    return this.once('districts', async (em) => {
      const districts = await em.find(District, {}, { orderBy: { position: 'asc' } });
      return new Map(districts.map((district) => [district.code, district]));
    });
  }

  /** Every calendar, its windows in the order of opening. */
  calendars(): Promise<ReadonlyMap<CalendarKey, readonly Phase[]>> {
    return this.once('calendars', async (em) => {
      const phases = (await em.find(Phase, {})).sort(inOrder);
      return Map.groupBy(phases, ({ season, district, service }) =>
        calendarOf({ season, district, service }),
      );
    });
  }

  /** The most important first. */
  policies(): Promise<readonly Policy[]> {
    return this.once('policies', (em) => em.find(Policy, {}, { orderBy: { position: 'asc' } }));
  }

  /** Of every season, district and service, in order. */
  questions(): Promise<readonly DistrictQuestion[]> {
    return this.once('questions', (em) => em.find(DistrictQuestion, {}, { orderBy: { position: 'asc' } }));
  }

  /** What the details forms ask, in order. */
  detailRequirements(): Promise<readonly DetailRequirement[]> {
    return this.once('detailRequirements', (em) =>
      em.find(DetailRequirement, {}, { orderBy: { id: 'asc' } }),
    );
  }

  /** What the districts review for a service of a season, in order: those with rows of their own have them instead of the common ones. */
  async reviewed(
    season: number,
    district: string,
    service: ServiceKind,
  ): Promise<readonly ReviewRequirement[]> {
    const all = await this.once('reviewed', (em) =>
      em.find(ReviewRequirement, {}, { orderBy: { position: 'asc', id: 'asc' } }),
    );
    const ofService = all.filter((one) => one.season === season && one.service === service);
    const own = ofService.filter((requirement) => requirement.district === district);
    return own.length > 0 ? own : ofService.filter((requirement) => requirement.district == null);
  }

  /** The papers that show what is reviewed, of every season. */
  papers(): Promise<readonly ReviewPaper[]> {
    return this.once('papers', (em) => em.find(ReviewPaper, {}, { orderBy: { position: 'asc', id: 'asc' } }));
  }

  /** How long the kinds of data of a season are kept; a kind without a period is not among them. */
  async retentionPeriods(year: number): Promise<readonly RetentionPeriod[]> {
    const all = await this.once('retentionPeriods', (em) =>
      em.find(RetentionPeriod, {}, { orderBy: { kind: 'asc' } }),
    );
    return all.filter(({ season }) => season === year);
  }

  /** What officers choose from when they return an item, of every district and of the city. */
  returnTexts(): Promise<readonly ReturnText[]> {
    return this.once('returnTexts', (em) => em.find(ReturnText, {}, { orderBy: { id: 'asc' } }));
  }

  /** What officers begin a message with, of every season, of every district and of the city, in order. */
  answerTemplates(): Promise<readonly AnswerTemplate[]> {
    return this.once('answerTemplates', (em) =>
      em.find(AnswerTemplate, {}, { orderBy: { position: 'asc', id: 'asc' } }),
    );
  }

  /** Who decides which review item, of every district that has given one to others. */
  itemDeciders(): Promise<readonly ItemDecider[]> {
    return this.once('itemDeciders', (em) => em.find(ItemDecider, {}));
  }

  /** Of each district that lists some, in order, those that are closed among them. */
  subdistricts(): Promise<ReadonlyMap<string, readonly SubdistrictFacts[]>> {
    return this.once('subdistricts', (em) => findSubdistricts(em));
  }

  /** By the holidays of every year that are known. */
  isWorkingDay(): Promise<IsWorkingDay> {
    return this.once('isWorkingDay', async (em) => workingDays(await em.find(Holiday, {})));
  }

  schools(): Promise<ReadonlyMap<string, School>> {
    return this.once('schools', async (em) => {
      const schools = await em.find(School, {}, { orderBy: { code: 'asc' } });
      return new Map(schools.map((school) => [school.code, school]));
    });
  }

  /** Everybody who was ever given a role, by what the identity provider calls them. */
  staff(): Promise<ReadonlySet<string>> {
    return this.once('staff', findStaff);
  }

  private once<Found>(name: string, read: (em: EntityManager) => Promise<Found>): Promise<Found> {
    const known = this.found.get(name) as Promise<Found> | undefined;
    if (known) return known;
    const found = read(this.open());
    this.found.set(name, found);
    // A failure concerns only those who wait for it now.
    found.catch(() => this.found.delete(name));
    return found;
  }
}

/** Windows that open and close at the same time are in the order of the way. */
const inOrder = (a: Phase, b: Phase): number =>
  a.opensAt.getTime() - b.opensAt.getTime() ||
  a.closesAt.getTime() - b.closesAt.getTime() ||
  PHASE_KINDS.indexOf(a.kind) - PHASE_KINDS.indexOf(b.kind);
