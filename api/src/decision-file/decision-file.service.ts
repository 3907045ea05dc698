import { officeFor } from '@enrolment/rulebook/access.js';
import {
  readLines,
  type BadLine,
  type FileKind,
  type FileOrder,
  type GoodLine,
} from '@enrolment/rulebook/decision-file.js';
import { refuse, Refused } from '@enrolment/rulebook/refusal.js';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.js';
import { endOfDay } from '@enrolment/rulebook/wall-clock.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { createHash } from 'node:crypto';
import type { Actor } from '../actor.js';
import { checkOrder, type BulkOrder } from '../bulk/bulk.service.js';
import type { ReferenceData } from '../database/reference-data.js';
import type { Job } from '../job/job.entity.js';
import type { JobService } from '../job/job.service.js';
import { entryOf } from '../job/second-person.js';
import { forbidden } from '../platform/errors.js';
import { SpreadsheetReader } from './spreadsheet-reader.js';

const HOUR_MS = 3_600_000;
const MEBIBYTE = 1024 * 1024;

interface FileAsked {
  readonly kind: FileKind;
  readonly district: string;
  readonly bytes: Buffer;
}

/** 导入: what a file says about many records becomes the rows of a dry run, which goes the way of every other (bulk.service.ts). */
export class DecisionFileService {
  private readonly reader = new SpreadsheetReader();

  constructor(private readonly jobs: JobService) {}

  async try(
    em: EntityManager,
    actor: Actor,
    reference: ReferenceData,
    { kind, district, bytes }: FileAsked,
  ): Promise<Job | Refused> {
    const { viewer, now } = actor;
    if (!officeFor('DECIDE_IN_BULK', viewer.roles, { district })) throw forbidden();
    if (bytes.length > OFFICE_RULES.fileTooLarge.limit * MEBIBYTE)
      return new Refused([refuse('fileTooLarge')]);
    const lines = await this.reader.read(bytes);
    if (lines instanceof Refused) return lines;
    const schools = [...(await reference.schools()).values()].filter(
      (school) => school.district === district,
    );
    const read = readLines(kind, lines, { district, schools: new Set(schools.map(({ code }) => code)) });
    if ('refusals' in read) return new Refused(read.refusals);
    const { good, bad } = sort(kind, read, now);
    const fingerprint = createHash('sha256').update(bytes).digest('hex');
    const asked = {
      kind,
      request: {},
      numbers: good.map(({ number }) => number),
      lines: new Map(good.map((line) => [line.number, line])),
      badLines: bad,
      file: { fingerprint, badLines: bad.length },
      dryRun: true,
      expiresAt: new Date(now.getTime() + OFFICE_RULES.dryRunGone.limit * HOUR_MS),
    };
    const detail = { fingerprint, badLines: bad.length };
    return this.jobs.ask(em, actor, asked, (made) => entryOf(actor, made, 'BULK_TRIED', detail));
  }
}

/** Lines whose decision breaks a rule whatever record it is about are bad ones as well. */
function sort(
  kind: FileKind,
  { good, bad }: { readonly good: readonly GoodLine[]; readonly bad: readonly BadLine[] },
  now: Date,
): { good: GoodLine[]; bad: BadLine[] } {
  const sorted = { good: [] as GoodLine[], bad: [...bad] };
  for (const { line, number, order } of good) {
    const request = requestOf(order);
    const refusals = checkOrder({ kind, request } as unknown as BulkOrder, now);
    if (refusals.length > 0) sorted.bad.push({ line, refusals });
    else sorted.good.push({ line, number, order: request });
  }
  return sorted;
}

/** As the batches take it: a day becomes the end of that day. */
const requestOf = ({ dueAt, ...order }: FileOrder): FileOrder =>
  dueAt === undefined ? order : { ...order, dueAt: dueAt && endOfDay(dueAt).toISOString() };
