import { officeFor } from '@enrolment/rulebook/access.js';
import { checkPurpose } from '@enrolment/rulebook/disclosure.js';
import { MOST_EXPORTED } from '@enrolment/rulebook/list-export.js';
import { refuse, Refused } from '@enrolment/rulebook/refusal.js';
import type {
  AdmissionOutcome,
  DocumentType,
  GuardianRole,
  Relation,
  ServiceKind,
  Sex,
  Stage,
} from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { atCommit } from '../database/at-commit.js';
import { openContent, type Job } from '../job/job.entity.js';
import type { JobService, JobWork } from '../job/job.service.js';
import { contentsFrom } from '../job/job.statements.js';
import { entryOf, propose } from '../job/second-person.js';
import { AuditEntry, type AuditDetail } from '../platform/audit/audit.entity.js';
import { forbidden } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { reachOf } from '../record/access.js';
import { holdAllWithin } from '../record/hold.js';
import { peopleOfAll, type People } from '../record/people.js';
import type { CollectionRecord } from '../record/record.entity.js';
import type { RecordFilters } from '../record-list/filters.js';
import type { RecordListService } from '../record-list/record-list.service.js';
import { ExportCursors } from './export-cursor.js';
import { admissionsOf } from './list-export.statements.js';

/** Why a list is exported, and which one it is: as the job keeps it. */
export interface ExportRequest {
  readonly purpose: string;
  readonly asked: AuditDetail;
  readonly total: number;
}

/** What an export says of a record. It is kept sealed, as JSON. */
export interface ExportedRecord {
  readonly service: ServiceKind;
  readonly stage: Stage;
  readonly stageSince: string;
  readonly child: {
    readonly name: string;
    readonly sex: Sex;
    readonly birthDate: string;
    readonly documentType: DocumentType;
    readonly documentNumber: string;
  };
  readonly guardians: readonly {
    readonly role: GuardianRole;
    readonly relation: Relation | null;
    readonly name: string;
    readonly documentType: DocumentType;
    readonly documentNumber: string;
    readonly phone: string;
  }[];
  readonly outcome: AdmissionOutcome | null;
  readonly school: string | null;
}

export interface ExportPage {
  readonly rows: readonly {
    readonly cursor: string;
    readonly number: string;
    readonly record: ExportedRecord;
  }[];
  readonly more: { readonly before: boolean; readonly after: boolean };
}

/** 完整导出: a list with whole names and numbers, for a purpose that two people of the district have agreed to. */
export class ListExportService {
  private readonly cursors: ExportCursors;

  constructor(
    private readonly keys: KeyRing,
    private readonly jobs: JobService,
    private readonly lists: RecordListService,
  ) {
    this.cursors = new ExportCursors(keys);
  }

  /** A colleague confirms it like other work that takes two (bulk.service.ts). */
  async propose(
    em: EntityManager,
    actor: Actor,
    filters: RecordFilters,
    purpose: string,
  ): Promise<Job | Refused> {
    const refusals = checkPurpose(purpose, []);
    if (refusals.length > 0) return new Refused(refusals);
    const where = { action: 'EXPORT_LIST', most: MOST_EXPORTED } as const;
    const chosen = await this.lists.chosen(em, actor, filters, where);
    if (chosen instanceof Refused) return chosen;
    const { numbers, asked } = chosen;
    const request: ExportRequest = { purpose: purpose.trim(), asked, total: numbers.length };
    const order = { kind: 'EXPORT_LIST', request, numbers } as const;
    return propose(em, this.jobs, this.keys, actor, order, { purpose: request.purpose });
  }

  /** What is exported and why, for as long as that is kept. */
  requestOf(job: Job): ExportRequest | null {
    if (job.kind !== 'EXPORT_LIST' || job.request == null) return null;
    return job.open(this.keys).request as ExportRequest;
  }

  /** A page of the file, for whoever proposed it alone. The first page is the download that the trail tells of. */
  async page(
    em: EntityManager,
    actor: Actor,
    id: string,
    { first, after }: { readonly first: number; readonly after: string | null },
  ): Promise<ExportPage | Refused> {
    const { viewer, now } = actor;
    const job = await this.jobs.find(em, actor, id);
    if (job?.kind !== 'EXPORT_LIST' || job.askedBy !== viewer.subject) throw forbidden();
    if (!officeFor('EXPORT_LIST', viewer.roles, { district: job.district ?? null })) throw forbidden();
    if (job.state !== 'DONE' || job.expiresAt == null || job.expiresAt <= now || job.keyId == null)
      return new Refused([refuse('dryRunGone')]);
    const download = { job: id, subject: viewer.subject };
    const from = after === null ? { position: 0, begunAt: now } : this.cursors.read(after, download, now);
    const found = await em.transactional(async (tx) => {
      // Without the entry nothing is shown.
      if (after === null) atCommit(tx, entryOf(actor, job, 'EXPORT_DOWNLOADED'));
      return contentsFrom(tx, id, from.position, first + 1);
    });
    const key = job.keyFrom(this.keys);
    return {
      rows: found.slice(0, first).map(({ position, number, content }) => ({
        cursor: this.cursors.of({ position, begunAt: from.begunAt }, download),
        number,
        record: openContent(key, content) as ExportedRecord,
      })),
      more: { before: after !== null, after: found.length > first },
    };
  }
}

/**
 * Writes some records of an export, as far as whoever asked for it still reaches. The records are held, so one that is withdrawn
 * at the same time is not in it; what is written of them is told to their families in the same transaction.
 */
export const exportWork =
  (keys: KeyRing): JobWork =>
  async (tx, { viewer, now }, request, { numbers }) => {
    const { purpose, asked, total } = request as ExportRequest;
    const held = await holdAllWithin(tx, reachOf(viewer, keys, 'EXPORT_LIST'), numbers);
    const records = [...held.values()];
    const [first] = records;
    const absent = numbers.filter((number) => !held.has(number));
    const refused = new Map(absent.map((number) => [number, refuse('notAllowed')]));
    if (!first) return { refused, seen: new Map(), looks: [] };
    const people = await peopleOfAll(
      tx,
      records.map((record) => ({ id: record.id, key: record.keyFrom(keys) })),
    );
    const admissions = await admissionsOf(tx, [...people.keys()]);
    const admissionOf = new Map(admissions.map((admission) => [admission.record, admission]));
    const entry = new AuditEntry({
      at: now,
      actor: viewer.subject,
      actorRole: officeFor('EXPORT_LIST', viewer.roles, first)!.role,
      action: 'LIST_EXPORTED',
      recordNumber: null,
      district: first.district,
      season: first.season,
      subject: viewer.job ?? null,
      detail: { ...asked, purpose, total, numbers: [...held.keys()] },
    });
    const contents = records.map((record): [string, ExportedRecord] => {
      const admission = admissionOf.get(record.id);
      return [
        record.number,
        {
          ...shownOf(record, people.get(record.id)!),
          outcome: admission?.outcome ?? null,
          school: admission ? (admission.assignedSchool ?? admission.school) : null,
        },
      ];
    });
    const seen = records.map(
      ({ number, revision }) => [number, { revision: revision ?? 1, stage: null }] as const,
    );
    return { refused, seen: new Map(seen), looks: [entry], contents: new Map(contents) };
  };

const shownOf = (
  { service, stage, stageSince }: CollectionRecord,
  { child, guardians }: People,
): Omit<ExportedRecord, 'outcome' | 'school'> => ({
  service,
  stage,
  stageSince: stageSince.toISOString(),
  child: {
    name: child.name,
    sex: child.sex,
    birthDate: child.birthDate,
    documentType: child.documentType,
    documentNumber: child.documentNumber,
  },
  guardians: guardians.map(({ role, relation, name, documentType, documentNumber, phone }) => ({
    role,
    relation,
    name,
    documentType,
    documentNumber,
    phone,
  })),
});
