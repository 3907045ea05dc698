import { officeFor } from '@enrolment/rulebook/access.js';
import { checkIdentityDecision } from '@enrolment/rulebook/identity-check.js';
import { refuse, Refused, type Refusal } from '@enrolment/rulebook/refusal.js';
import { checkAdmission, checkItemDecision, checkReason } from '@enrolment/rulebook/review.js';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.js';
import { type RuleName } from '@enrolment/rulebook/rules.js';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { atCommit } from '../database/at-commit.js';
import { District } from '../district/district.entity.js';
import { Job } from '../job/job.entity.js';
import { ordersOf, stateOf, type JobService } from '../job/job.service.js';
import { doableRows, enqueueJob } from '../job/job.statements.js';
import { readCheckCode } from '../job/check-code.js';
import { districtsOf, entryOf, needsSecond, propose } from '../job/second-person.js';
import { AuditEntry, type AuditDetail } from '../platform/audit/audit.entity.js';
import { brokenConstraint } from '../platform/constraints.js';
import { ApiError, forbidden } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { administers, placesOf } from '../record/access.js';
import type { RecordFilters } from '../record-list/filters.js';
import type { RecordListService } from '../record-list/record-list.service.js';
import type { BatchRequests } from '../review/batch.js';

const HOUR_MS = 3_600_000;

/** What an office decides about many records; preregistering is the schools'. */
export type BulkKind = Exclude<keyof BatchRequests, 'PREREGISTER'>;

export type BulkOrder = { [Kind in BulkKind]: { kind: Kind; request: BatchRequests[Kind] } }[BulkKind];

/** Which records: by their numbers, or all that match. */
export interface Selection {
  readonly numbers: readonly string[] | null;
  readonly filters: RecordFilters | null;
}

/** 批量办理: a dry run first, then a job for what it would have done, which some kinds of take a second person. */
export class BulkService {
  constructor(
    private readonly keys: KeyRing,
    private readonly jobs: JobService,
    private readonly lists: RecordListService,
  ) {}

  /** Says what would happen to each, as a job that changes no record. */
  async try(em: EntityManager, actor: Actor, order: BulkOrder, selection: Selection): Promise<Job | Refused> {
    const { viewer, now } = actor;
    if (order.kind === 'TAKE_OVER_RECORDS' && placesOf(viewer, 'TAKE_OVER_RECORD').districts.length === 0)
      throw forbidden();
    const refusals = checkOrder(order, now);
    if (refusals.length > 0) return new Refused(refusals);
    const chosen = await this.choose(em, actor, selection);
    if (chosen instanceof Refused) return chosen;
    const expiresAt = new Date(now.getTime() + OFFICE_RULES.dryRunGone.limit * HOUR_MS);
    const job = { ...order, numbers: chosen.numbers, dryRun: true, expiresAt };
    return this.jobs.ask(em, actor, job, (made) => entryOf(actor, made, 'BULK_TRIED', chosen.asked));
  }

  /**
   * Does what a dry run would have done, to each record only if it is still as it was then. A dry run is carried out once:
   * asked for again, it is the same job. A file is carried out whole, unless it is said that only its good lines are meant.
   */
  async start(em: EntityManager, actor: Actor, id: string, onlyGood: boolean): Promise<Job | Refused> {
    const { viewer, now } = actor;
    const trial = await this.jobs.find(em, actor, id);
    if (!trial?.dryRun || trial.askedBy !== viewer.subject) throw forbidden();
    const started = await this.jobs.carryingOut(em, id);
    if (started) return started;
    if (trial.state !== 'DONE' || trial.expiresAt == null || trial.expiresAt <= now || !trial.request)
      return refused('dryRunGone');
    const undone = trial.refused + (trial.badLines ?? 0);
    if (trial.fingerprint != null && undone > 0 && !onlyGood)
      return new Refused([refuse('fileNotWhole', { params: { count: undone } })]);
    const district = trial.district ?? null;
    const rows = await doableRows(em, id);
    if (district === null || rows.length === 0) return refused('bulkNone');
    // Whoever has lost the office meanwhile does nothing in it any more.
    if (!officeFor('DECIDE_IN_BULK', viewer.roles, { district })) throw forbidden();
    const order = { kind: trial.kind, request: trial.open(this.keys).request } as BulkOrder;
    const orders = ordersOf(rows, trial, this.keys);
    const lines = rows.flatMap(({ number, position }) =>
      orders.has(number) ? [[number, { line: position, order: orders.get(number) }] as const] : [],
    );
    const asked = {
      ...order,
      numbers: rows.map(({ number }) => number),
      revisions: new Map(rows.map(({ number, revision }) => [number, revision!])),
      lines: new Map(lines),
      trial: id,
      ...(trial.fingerprint == null ? {} : { file: { fingerprint: trial.fingerprint, badLines: 0 } }),
    };
    try {
      if (await needsSecond(em, viewer, asked)) return await propose(em, this.jobs, this.keys, actor, asked);
      return await this.jobs.ask(em, actor, { ...asked, dryRun: false }, (made) =>
        entryOf(actor, made, 'BULK_STARTED', { trial: id }),
      );
    } catch (error) {
      // By the same click twice, or in two windows.
      if (brokenConstraint(error) !== 'job_trial_once') throw error;
      return em.fork().findOneOrFail(Job, { trial: id });
    }
  }

  /** By somebody else of the district, who has seen the same: it begins. */
  async confirm(em: EntityManager, actor: Actor, id: string, checkCode: string): Promise<Job | Refused> {
    return this.second(em, actor, id, async (tx, job) => {
      if (readCheckCode(checkCode) !== job.checkCode) return refused('checkCodeWrong', 'checkCode');
      job.confirm(actor.viewer, actor.now);
      await tx.flush();
      await enqueueJob(tx, id);
      atCommit(tx, entryOf(actor, job, 'BULK_CONFIRMED', { checkCode: job.checkCode }));
      return job;
    });
  }

  async decline(em: EntityManager, actor: Actor, id: string): Promise<Job | Refused> {
    return this.second(em, actor, id, async (tx, job) => {
      job.decline(actor.viewer, actor.now);
      atCommit(tx, entryOf(actor, job, 'BULK_DECLINED'));
      return job;
    });
  }

  /** Whether rejecting several records of a district, and publishing its results, take a second person: the district's own to say. */
  async setSecondPerson(
    em: EntityManager,
    { viewer, now }: Actor,
    district: string,
    needed: { readonly rejections: boolean | null; readonly publications: boolean | null },
  ): Promise<District> {
    if (!administers(viewer, district)) throw forbidden();
    return em.fork().transactional(async (tx) => {
      const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
      const found = await tx.findOneOrFail(District, { code: district }, lock);
      for (const { subject, flag, of } of SECONDED) {
        const value = needed[of];
        if (value === null || found[flag] === value) continue;
        found[flag] = value;
        const entry = {
          at: now,
          actor: viewer.subject,
          actorRole: 'DISTRICT_ADMIN',
          action: 'SECOND_PERSON_SET',
          recordNumber: null,
          district,
          season: null,
          subject,
          detail: { needed: String(value) },
        } as const;
        atCommit(tx, new AuditEntry(entry));
      }
      return found;
    });
  }

  /** What a second person does about a proposal: of two at once, one. */
  private async second(
    em: EntityManager,
    actor: Actor,
    id: string,
    answer: (tx: EntityManager, job: Job) => Promise<Job | Refused>,
  ): Promise<Job | Refused> {
    const { viewer, now } = actor;
    const seen = await this.jobs.find(em, actor, id);
    if (!seen) throw forbidden();
    if (await this.jobs.answersFor(em, viewer, seen)) return refused('secondPerson');
    if (!officeFor('DECIDE_IN_BULK', viewer.roles, { district: seen.district ?? null })) throw forbidden();
    return em.fork().transactional(async (tx) => {
      const job = await tx.findOneOrFail(Job, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      return stateOf(job, now) === 'PROPOSED' ? answer(tx, job) : refused('proposalGone');
    });
  }

  /** The numbers that are meant, and how they were asked for. */
  private async choose(
    em: EntityManager,
    actor: Actor,
    { numbers, filters }: Selection,
  ): Promise<{ numbers: string[]; asked: AuditDetail } | Refused> {
    if ((numbers === null) === (filters === null))
      throw new ApiError('BAD_USER_INPUT', { message: 'Records are given by numbers or by a filter.' });
    if (numbers !== null) {
      const distinct = [...new Set(numbers)];
      if (distinct.length === 0) return refused('bulkNone', 'numbers');
      return districtsOf(distinct).length > 1
        ? refused('bulkOneDistrict', 'numbers')
        : { numbers: distinct, asked: {} };
    }
    const where = { action: 'DECIDE_IN_BULK', most: OFFICE_RULES.bulkTooMany.limit } as const;
    return this.lists.chosen(em, actor, filters!, where);
  }
}

/** What a district may have take a second person. */
const SECONDED = [
  { subject: 'REJECT_RECORDS', flag: 'rejectionsNeedSecond', of: 'rejections' },
  { subject: 'PUBLISH_RESULTS', flag: 'publicationsNeedSecond', of: 'publications' },
] as const;

const refused = (rule: RuleName, field: string | null = null): Refused =>
  new Refused([refuse(rule, { field })]);

/** What is wrong with the order itself, whatever record it is about. */
export function checkOrder(order: BulkOrder, now: Date): Refusal[] {
  switch (order.kind) {
    case 'DECIDE_REVIEW_ITEM': {
      const { dueAt, ...decision } = order.request;
      const decided = { ...decision, dueAt: dueAt === null ? null : new Date(dueAt) };
      return checkItemDecision(decided, { stage: 'IDENTITY_VERIFIED', exists: true }, now);
    }
    case 'DECIDE_IDENTITY_CHECK':
      return checkIdentityDecision(order.request, { stage: 'SUBMITTED', check: 'FAILED' });
    case 'REJECT_RECORDS':
      return checkReason(order.request.reason, 'reason', { required: true });
    case 'APPROVE_ADMISSIONS':
      return checkAdmission(order.request, { stage: 'PREREGISTERED', published: false });
    default:
      return [];
  }
}
