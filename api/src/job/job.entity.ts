import { isOfSystem } from '@enrolment/rulebook/access.js';
import { EXPORT_HOURS } from '@enrolment/rulebook/list-export.js';
import { maskName } from '@enrolment/rulebook/masking.js';
import type { Refusal } from '@enrolment/rulebook/refusal.js';
import {
  STAGES,
  type AdmissionOutcome,
  type CheckStatus,
  type ReviewItemKind,
  type Stage,
} from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p } from '@mikro-orm/core';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../actor.js';
import { districtOrCity } from '../district/district.entity.js';
import type { RoleGrant, Viewer } from '../platform/identity.js';
import type { DataKey, KeyRing } from '../platform/keys.js';
import { sealed, Sealed } from '../platform/sealed.js';

const HOUR_MS = 3_600_000;

const JOB_KINDS = [
  'DECIDE_REVIEW_ITEM',
  'DECIDE_IDENTITY_CHECK',
  'REJECT_RECORDS',
  'PREREGISTER',
  'APPROVE_ADMISSIONS',
  'CLAIM_RECORDS',
  'RELEASE_RECORDS',
  'TAKE_OVER_RECORDS',
  'EXPORT_LIST',
] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export const JOB_STATES = [
  'PROPOSED',
  'QUEUED',
  'RUNNING',
  'DONE',
  'FAILED',
  'CANCELLED',
  'DECLINED',
  'EXPIRED',
] as const;
export type JobState = (typeof JOB_STATES)[number];

const JOB_OUTCOMES = ['DONE', 'REFUSED'] as const;
export type JobOutcome = (typeof JOB_OUTCOMES)[number];

export const JobSchema = defineEntity({
  name: 'Job',
  tableName: 'job',
  properties: {
    /** Ids grow with time: lists go by them. */
    id: p.uuid().primary(),
    kind: p.enum(() => [...JOB_KINDS]).$type<JobKind>(),
    askedBy: p.string().length(255),
    /** Masked: colleagues see who it was, and no more. */
    askedName: p.string().length(120).nullable(),
    /** The offices that the asker held then: the job acts in those of them that she still holds. */
    roles: p.json().$type<readonly RoleGrant[]>(),
    district: districtOrCity,
    season: p.smallint().nullable(),
    dryRun: p.boolean(),
    state: p.enum(() => [...JOB_STATES]).$type<JobState>(),
    total: p.integer(),
    done: p.integer(),
    refused: p.integer(),
    keyId: p.string().length(40).nullable(),
    wrappedKey: p.blob().$type<Buffer>().nullable(),
    /** What is to be done, which may include words that somebody has written. It is deleted when the job is over. */
    request: sealed('job.request').fieldName('request_sealed').nullable(),
    /** Document and phone of whoever asked: by them a guardian is known whom a record names. They go with the request. */
    asker: sealed('job.asker').fieldName('asker_sealed').nullable(),
    /** The dry run that it carries out: each is carried out once. */
    trial: p.uuid().fieldName('trial_id').nullable().unique('job_trial_once'),
    /** SHA-256 of the file that its rows came from, by which it is known again; null for other jobs. */
    fingerprint: p.string().length(64).nullable(),
    /** How many lines of the file cannot be read. */
    badLines: p.integer().nullable(),
    /** Until when a dry run can be carried out, a proposal confirmed, and an export downloaded. */
    expiresAt: p.datetime().nullable(),
    /** By what two people know that they mean the same: what is to be done, and to which records as they were. */
    checkCode: p.string().length(9).nullable(),
    /** Whoever confirmed or declined what somebody else had proposed. */
    secondBy: p.string().length(255).nullable(),
    secondName: p.string().length(120).nullable(),
    secondAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    startedAt: p.datetime().nullable(),
    /** When rows of it were last done. */
    movedAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
  },
  indexes: [
    { name: 'job_asked_by', expression: 'create index job_asked_by on job (asked_by, id)' },
    { name: 'job_of_district', expression: 'create index job_of_district on job (district_code, id)' },
    {
      name: 'job_under_way',
      expression:
        "create index job_under_way on job (id) where state = any (array['QUEUED'::text, 'RUNNING'::text])",
    },
    {
      name: 'job_failed',
      expression: "create index job_failed on job (finished_at) where state = 'FAILED'::text",
    },
    {
      name: 'job_expires',
      expression: 'create index job_expires on job (expires_at) where key_id is not null',
    },
  ],
  checks: [
    { name: 'job_counts', expression: '(done + refused) <= total' },
    { name: 'job_of_file', expression: '(fingerprint is null) = (bad_lines is null)' },
    { name: 'job_second_is_another', expression: '(second_by)::text <> (asked_by)::text' },
    {
      name: 'job_finished',
      expression: `(finished_at is null) = (state = any (array['PROPOSED'::text, 'QUEUED'::text, 'RUNNING'::text]))`,
    },
  ],
});
/** Work on many rows that somebody requests and does not wait for. */
export class Job extends JobSchema.class {
  static ask(actor: Actor, given: NewJob, keys: KeyRing): Job {
    const job = new Job();
    job.id = uuid();
    const { key, keyId, wrappedKey } = keys.create(job.id);
    job.kind = given.kind;
    job.askedBy = actor.viewer.subject;
    job.askedName = isOfSystem(actor.viewer.roles) ? null : maskName(actor.viewer.name) || null;
    job.roles = actor.viewer.roles;
    job.district = given.district;
    job.season = given.season;
    job.dryRun = given.dryRun;
    job.state = given.proposed ? 'PROPOSED' : 'QUEUED';
    job.total = given.total;
    job.done = 0;
    job.refused = 0;
    job.keyId = keyId;
    job.wrappedKey = wrappedKey;
    job.request = Sealed.of(key, 'job.request', JSON.stringify(given.request));
    const { document, phone, name } = actor.viewer;
    job.asker = Sealed.of(key, 'job.asker', JSON.stringify({ document, phone, name }));
    job.trial = given.trial ?? null;
    job.fingerprint = given.file?.fingerprint ?? null;
    job.badLines = given.file?.badLines ?? null;
    job.expiresAt = given.expiresAt ?? null;
    job.checkCode = given.checkCode ?? null;
    job.createdAt = actor.now;
    return job;
  }

  /** What is to be done and by whom, for as long as there is something to do. */
  open(keys: KeyRing): { request: unknown; viewer: Viewer } {
    const { id, request, asker, askedBy, roles } = this;
    const key = this.keyFrom(keys);
    if (!request || !asker) throw new Error('nothing of this job is kept any more');
    const named = JSON.parse(asker.open(key)) as Pick<Viewer, 'document' | 'phone'> & { name?: string };
    const token = { id: null, issuedAt: 0, expiresAt: 0 };
    return {
      request: JSON.parse(request.open(key)),
      viewer: { subject: askedBy, name: '', ...named, roles, job: id, token },
    };
  }

  /** With it the orders of its rows are sealed, too. */
  keyFrom(keys: KeyRing): DataKey {
    const { id, keyId, wrappedKey } = this;
    if (!keyId || !wrappedKey) throw new Error('nothing of this job is kept any more');
    return keys.open({ keyId, wrappedKey: wrappedKey as Buffer }, id);
  }

  /** Somebody else has seen the same and agrees: from here on it is a job like any other. */
  confirm(by: Viewer, at: Date): void {
    this.state = 'QUEUED';
    this.expiresAt = null;
    this.second(by, at);
  }

  decline(by: Viewer, at: Date): void {
    this.end('DECLINED', at);
    this.second(by, at);
  }

  private second(by: Viewer, at: Date): void {
    this.secondBy = by.subject;
    this.secondName = maskName(by.name);
    this.secondAt = at;
  }

  /** Adds the rows that now have their outcome. */
  advance({ done, refused }: { done: number; refused: number }, now: Date): void {
    this.state = 'RUNNING';
    this.startedAt ??= now;
    this.movedAt = now;
    this.done += done;
    this.refused += refused;
  }

  /** What was asked for goes; of a dry run and an export it stays for as long as these are of use. */
  end(state: Ending, now: Date): void {
    this.state = state;
    this.finishedAt = now;
    if (state === 'DONE' && this.kind === 'EXPORT_LIST')
      this.expiresAt = new Date(now.getTime() + EXPORT_HOURS * HOUR_MS);
    if (state === 'DONE' && this.expiresAt != null && this.expiresAt > now) return;
    this.forget();
  }

  forget(): void {
    this.keyId = null;
    this.wrappedKey = null;
    this.request = null;
    this.asker = null;
  }
}
JobSchema.setClass(Job);

export interface NewJob {
  readonly kind: JobKind;
  readonly request: unknown;
  readonly dryRun: boolean;
  readonly total: number;
  readonly district: string | null;
  readonly season: number | null;
  /** Waits for a second person. */
  readonly proposed?: boolean;
  readonly trial?: string;
  readonly expiresAt?: Date | null;
  readonly checkCode?: string | null;
  readonly file?: { readonly fingerprint: string; readonly badLines: number };
}

/** As the requests of all kinds are kept. */
export interface OrderKept {
  readonly kind?: ReviewItemKind;
  readonly status?: CheckStatus;
  readonly outcome?: AdmissionOutcome;
  readonly school?: string | null;
  readonly reason?: string | null;
  readonly note?: string | null;
  readonly remedy?: string | null;
  readonly dueAt?: string | null;
}

export type Ending = 'DONE' | 'FAILED' | 'CANCELLED' | 'DECLINED' | 'EXPIRED';

const PLACE_OF_ORDER = 'job_row.order';
/** An order as it is kept with its row. */
export const sealOrder = (key: DataKey, order: unknown): Buffer =>
  key.seal(PLACE_OF_ORDER, JSON.stringify(order));
export const openOrder = (key: DataKey, order: Buffer): OrderKept =>
  JSON.parse(key.open(PLACE_OF_ORDER, order)) as OrderKept;

const PLACE_OF_CONTENT = 'job_row.content';
/** What an export says of a record, as it is kept. */
export const sealContent = (key: DataKey, content: unknown): Buffer =>
  key.seal(PLACE_OF_CONTENT, JSON.stringify(content));
export const openContent = (key: DataKey, content: Buffer): unknown =>
  JSON.parse(key.open(PLACE_OF_CONTENT, content));

export const JobRowSchema = defineEntity({
  name: 'JobRow',
  tableName: 'job_row',
  properties: {
    job: () => p.manyToOne(Job).ref().primary().deleteRule('cascade'),
    position: p.integer().primary(),
    number: p.string().length(14),
    outcome: p
      .enum(() => [...JOB_OUTCOMES])
      .$type<JobOutcome>()
      .nullable(),
    refusal: p.json().$type<Refusal>().nullable(),
    /** What is done to it, where a file says that of each; otherwise the job says it of all. */
    order: sealed(PLACE_OF_ORDER).fieldName('order_sealed').nullable(),
    /** What an export says of it. It goes with the export, and before that when the record is withdrawn or erased. */
    content: sealed(PLACE_OF_CONTENT).fieldName('content_sealed').nullable().lazy(),
    /** As which it is decided on, as a dry run has seen it; null to decide on it as it is. */
    revision: p.integer().nullable(),
    /** The stage to which the record went, or would go; null where it stays in its stage. */
    stage: p
      .enum(() => [...STAGES])
      .$type<Stage>()
      .nullable(),
  },
  uniques: [{ name: 'job_row_once', properties: ['job', 'number'] }],
  indexes: [
    {
      name: 'job_row_waiting',
      expression: 'create index job_row_waiting on job_row (job_id, "position") where outcome is null',
    },
    { name: 'job_row_number', expression: 'create index job_row_number on job_row (number)' },
    {
      name: 'job_row_content',
      expression: 'create index job_row_content on job_row (job_id) where content_sealed is not null',
    },
  ],
});
/** One record of a job, and what became of it. */
export class JobRow extends JobRowSchema.class {}
JobRowSchema.setClass(JobRow);

export const JobBadLineSchema = defineEntity({
  name: 'JobBadLine',
  tableName: 'job_bad_line',
  properties: {
    job: () => p.manyToOne(Job).ref().primary().deleteRule('cascade'),
    line: p.integer().primary(),
    refusals: p.json().$type<readonly Refusal[]>(),
  },
});
/** A line of a job's file that says nothing that could be done, and why. */
export class JobBadLine extends JobBadLineSchema.class {}
JobBadLineSchema.setClass(JobBadLine);
