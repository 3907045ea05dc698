import { refuse, Refused, type Refusal } from '@enrolment/rulebook/refusal.js';
import { checkAdmission } from '@enrolment/rulebook/review.js';
import type { StageAction } from '@enrolment/rulebook/stages.js';
import type { AdmissionOutcome, ServiceKind, Stage } from '@enrolment/rulebook/vocabulary.js';
import { chooseSeason } from '@enrolment/rulebook/season.js';
import { checkWindow } from '@enrolment/rulebook/window.js';
import { ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { readCalendar } from '../calendar/windows.js';
import type { Actor } from '../actor.js';
import { TEXTS } from '../message/texts.js';
import { audit } from '../platform/audit/audit.js';
import { forbidden } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { administers, reachOf } from '../record/access.js';
import { byOffice, bySystem, noteAll, type Chronicle } from '../record/chronicle.js';
import { CollectionRecord } from '../record/record.entity.js';
import { Season } from '../season/season.entity.js';
import { School } from '../school/school.entity.js';
import type { BatchRequests, Batches } from '../review/batch.js';
import { BatchFacts } from '../review/batch-facts.js';
import {
  enqueueAnnouncement,
  findUntold,
  publishResults,
  type Announcement,
} from './admission.statements.js';

/** A publication's texts are written in portions, so that no transaction takes long. */
const PORTION = 50;

/** 区教委审核 and 公布: the end of the way. */
export class AdmissionService {
  constructor(
    private readonly keys: KeyRing,
    private readonly chronicle: Chronicle,
  ) {}

  /** The district's decision about a preregistered child; nobody else learns of it before it is published. */
  readonly deciding: Batches['APPROVE_ADMISSIONS'] = (_em, actor, decision) => ({
    reach: reachOf(actor.viewer, this.keys, 'DECIDE_ON_RECORD'),
    act: (tx, record, facts) => this.decideOne(tx, actor, record, decision, facts),
  });

  /** 公布入学结果 of one service of a district in a season: every decided result is seen by everybody from the same instant on. */
  async publish(
    em: EntityManager,
    actor: Actor,
    { district, service, season }: { district: string; service: ServiceKind; season: number | null },
  ): Promise<{ count: number; at: Date } | Refused> {
    const { now, viewer } = actor;
    if (!administers(viewer, district)) throw forbidden();
    return em.transactional(async (tx) => {
      const chosen = chooseSeason(await tx.find(Season, {}), season);
      if ('refusals' in chosen) return new Refused(chosen.refusals);
      const { year } = chosen.season;
      const place = { season: year, district, service };
      const { hotline, windows } = await readCalendar(tx, place);
      const refusals = checkWindow(windows.RESULT ?? null, now, hotline, null);
      if (refusals.length > 0) return new Refused(refusals);
      const published = await publishResults(tx, place, now);
      const count = published.length;
      await noteAll(tx, published, { event: 'RESULT_PUBLISHED', at: now, actor: 'DISTRICT' });
      await audit(tx, {
        at: now,
        actor: viewer.subject,
        actorRole: 'DISTRICT_ADMIN',
        action: 'RESULTS_PUBLISHED',
        recordNumber: null,
        district,
        season: year,
        detail: { service, count },
      });
      if (count > 0) await enqueueAnnouncement(tx, place, now);
      return { count, at: now };
    });
  }

  private async decideOne(
    tx: EntityManager,
    { now, viewer }: Actor,
    record: CollectionRecord,
    { outcome, note, school = null }: BatchRequests['APPROVE_ADMISSIONS'],
    facts: BatchFacts,
  ): Promise<Refusal[]> {
    const refusals = checkAdmission(
      { outcome, note, school },
      { stage: record.stage, published: record.publishedAt != null },
    );
    if (refusals.length > 0) return refusals;
    const admission = await facts.admission(record);
    // A publication may have come in between: a published decision no longer changes.
    if (!admission || admission.publishedAt != null) return [refuse('resultPublished')];
    // 派位: the district may admit a child at another of its schools than the one that has preregistered her.
    const assigned = school === null ? null : await tx.findOne(School, { code: school });
    if (school !== null && assigned?.district !== record.district)
      return [refuse('schoolOfOtherDistrict', { field: 'school' })];
    const before = outcome === 'PENDING' ? (await facts.preregistration(record))?.school : null;
    const key = record.keyFrom(this.keys);
    const decided = {
      officer: viewer.subject,
      at: now,
      key,
      school: assigned ? ref(assigned) : (before ?? null),
    };
    admission.decide(outcome, note, decided);
    const act = {
      by: byOffice(viewer, record),
      at: now,
      audit: { action: `ADMISSION_${outcome}`, ...(school === null ? {} : { detail: { school } }) },
    } as const;
    const step = stepTo(outcome, record.stage);
    if (!step) record.touch(now);
    await this.chronicle.write(tx, record, step ? { ...act, step } : act);
    return [];
  }

  /** The queue's task after a publication. It writes one text for each family, and none twice. */
  async announce(em: EntityManager, announcement: Announcement, now: Date): Promise<void> {
    for (;;) {
      const untold = await findUntold(em, announcement, PORTION);
      if (untold.length === 0) return;
      await em.fork().transactional(async (tx) => {
        const records = await tx.find(CollectionRecord, { id: { $in: untold } });
        const facts = new BatchFacts(tx, records, this.keys);
        for (const record of records) {
          const tell = { event: `result:${record.id}`, text: TEXTS.resultPublished };
          await this.chronicle.write(tx, record, { by: bySystem, at: now, tell }, await facts.people(record));
        }
      });
    }
  }
}

/** The record's stage says that the child is admitted, until the decision is taken back. */
function stepTo(outcome: AdmissionOutcome, stage: Stage): StageAction | null {
  if (outcome === 'ADMITTED') return stage === 'PREREGISTERED' ? 'ADMIT' : null;
  return stage === 'ADMITTED' ? 'TAKE_BACK_ADMISSION' : null;
}
