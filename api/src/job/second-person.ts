import { officeFor } from '@enrolment/rulebook/access.js';
import { districtOfNumber } from '@enrolment/rulebook/collection-number.js';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.js';
import type { Role } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { tables } from '../database/tables.js';
import type { AuditAction } from '../platform/audit/actions.js';
import { AuditEntry, type AuditDetail } from '../platform/audit/audit.entity.js';
import { ApiError } from '../platform/errors.js';
import type { Viewer } from '../platform/identity.js';
import type { KeyRing } from '../platform/keys.js';
import { checkCodeOf } from './check-code.js';
import type { Job, JobKind } from './job.entity.js';
import type { JobService, LineOfFile } from './job.service.js';

const DAY_MS = 86_400_000;

interface Asked {
  readonly kind: JobKind;
  readonly request: unknown;
  readonly numbers: readonly string[];
  readonly revisions?: ReadonlyMap<string, number>;
  readonly lines?: ReadonlyMap<string, LineOfFile>;
  readonly file?: { readonly fingerprint: string; readonly badLines: number };
  readonly trial?: string;
}

/**
 * Whether it takes two: rejecting several records, unless their district has switched that off, and taking several over. What
 * is done to one record at a time never does.
 */
export async function needsSecond(
  em: EntityManager,
  { roles }: Viewer,
  { kind, numbers }: Pick<Asked, 'kind' | 'numbers'>,
): Promise<boolean> {
  if ((kind !== 'REJECT_RECORDS' && kind !== 'TAKE_OVER_RECORDS') || numbers.length < 2) return false;
  const districts = districtsOf(numbers);
  const own = districts.filter((district) => officeFor('DECIDE_ON_RECORD', roles, { district }) !== null);
  // Nothing of it is theirs to decide: each is refused by itself.
  if (own.length === 0) return false;
  if (districts.length > 1) {
    throw new ApiError('BAD_USER_INPUT', {
      message: 'What takes a second person is about the records of one district.',
    });
  }
  return kind === 'TAKE_OVER_RECORDS' || (await rejectionsNeedSecond(em, own[0]!));
}

/** A job that waits until somebody else of the district confirms it. */
export function propose(
  em: EntityManager,
  jobs: JobService,
  keys: KeyRing,
  actor: Actor,
  asked: Asked,
  detail: AuditDetail = {},
): Promise<Job> {
  const expiresAt = new Date(actor.now.getTime() + OFFICE_RULES.proposalGone.limit * DAY_MS);
  const { kind, request, numbers, revisions, lines } = asked;
  const records = numbers.map((number) => {
    const line = lines?.get(number);
    return [number, revisions?.get(number) ?? null, ...(line ? [line.order] : [])];
  });
  const checkCode = checkCodeOf(keys, 'job-check', [kind, request, records]);
  const job = { ...asked, dryRun: false, proposed: true, expiresAt, checkCode };
  return jobs.ask(em, actor, job, (made) => entryOf(actor, made, 'BULK_PROPOSED', { ...detail, checkCode }));
}

/** What the trail says of a job as a whole; what is done to each record stands there by itself. */
export const entryOf = (
  { viewer, now }: Actor,
  job: Job,
  action: AuditAction,
  detail: AuditDetail = {},
): AuditEntry =>
  new AuditEntry({
    at: now,
    actor: viewer.subject,
    actorRole: roleIn(viewer, job),
    action,
    recordNumber: null,
    district: job.district ?? null,
    season: job.season ?? null,
    subject: job.id,
    detail: { ...detail, kind: job.kind, total: job.total },
  });

/** In which office they do something about a job; whoever has none any more, in the one in which she asked for it. */
function roleIn(
  { roles }: Viewer,
  { kind, district, roles: then }: Pick<Job, 'kind' | 'district' | 'roles'>,
): Role {
  const offices = [...roles, ...then].filter(({ role }) => role !== 'GUARDIAN');
  const grant =
    (kind === 'PREREGISTER' && roles.find(({ role }) => role === 'SCHOOL_REGISTRAR')) ||
    officeFor('DECIDE_ON_RECORD', roles, { district: district ?? null }) ||
    offices[0]!;
  return grant.role;
}

/** By their numbers, which anybody can read. */
export const districtsOf = (numbers: readonly string[]): string[] => [
  ...new Set(numbers.map(districtOfNumber)),
];

async function rejectionsNeedSecond(em: EntityManager, code: string): Promise<boolean> {
  const district = await tables(em)
    .selectFrom('district as d')
    .select('d.rejectionsNeedSecond')
    .where('d.code', '=', code)
    .executeTakeFirst();
  return district?.rejectionsNeedSecond ?? true;
}
