import type { Action } from '@enrolment/rulebook/access.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.js';
import type { AdmissionOutcome, CheckStatus, ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Authorized, createUnionType, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { DistrictView } from '../district/district.type.js';
import type { Job } from '../job/job.entity.js';
import { JobView } from '../job/job.type.js';
import { FreeText } from '../platform/free-text.js';
import { ApiError } from '../platform/errors.js';
import { Limited } from '../platform/rates/limited.js';
import { RATES } from '../platform/rates/rates.js';
import { RecordFilter } from '../record-list/record-list.inputs.js';
import { filtersOf } from '../record-list/record-list.resolver.js';
import { RefusedView } from '../refusal.type.js';
import { CollectionNumber } from '../scalars.js';
import { AdmissionOutcomeEnum, asEnum, CheckStatusEnum, ReviewItemKindEnum } from '../vocabulary.type.js';
import type { BulkKind, BulkOrder } from './bulk.service.js';

const BulkKindEnum = asEnum<BulkKind>('BulkKind', 'What is done to many records.', {
  DECIDE_REVIEW_ITEM: 'Decides a review item: takes `item` and `status`, and `reason`, `remedy`, `dueAt`.',
  DECIDE_IDENTITY_CHECK: 'Decides the identity check: takes `status`, and `reason` unless it is PASSED.',
  REJECT_RECORDS:
    'Rejects the records: takes `reason`. Several need a second person, unless the district has switched that off.',
  APPROVE_ADMISSIONS: 'Decides the admission: takes `outcome`, and `note`.',
  CLAIM_RECORDS: '认领: takes them in hand; what a colleague has in hand is refused.',
  RELEASE_RECORDS: '放回: gives them back; what a colleague has in hand is refused.',
  TAKE_OVER_RECORDS:
    'For administrators: takes them in hand, also from colleagues. Several need a second person.',
});

export const JobResult = createUnionType({
  name: 'JobResult',
  description: 'The job, or the reasons why there is none.',
  types: () => [JobView, RefusedView] as const,
});

const ID_OF_JOB = { description: 'Id of the job.' };

/** As they were given; which of them a kind takes stands in its description. */
interface Given {
  readonly item: ReviewItemKind | null;
  readonly status: CheckStatus | null;
  readonly reason: string | null;
  readonly remedy: string | null;
  readonly dueAt: Date | null;
  readonly outcome: AdmissionOutcome | null;
  readonly note: string | null;
}

@Resolver()
export class BulkResolver {
  @Authorized<Action>('DECIDE_IN_BULK')
  @Limited('DRY_RUN')
  @Mutation(() => JobResult, {
    description: `For officers of the records’ district: a dry run (试算) of one decision about up to ${OFFICE_RULES.bulkTooMany.limit} records, given either by their numbers or by a filter. It is a job that changes no record and says what would happen to each; a look at each is audited. \`startBulk\` carries it out, for ${OFFICE_RULES.dryRunGone.limit} hours. BAD_USER_INPUT when something that the kind takes is missing, RATE_LIMITED after ${RATES.DRY_RUN.account} dry runs in five minutes.`,
  })
  async tryBulk(
    @Arg('kind', () => BulkKindEnum, { description: 'What would be done.' }) kind: BulkKind,
    @Ctx() context: Context,
    @Arg('numbers', () => [CollectionNumber], {
      nullable: true,
      description: 'Collection numbers of the records, all of one district.',
    })
    numbers: string[] | null,
    @Arg('filter', () => RecordFilter, {
      nullable: true,
      description:
        'All records that match, as `collectionRecords` lists them; the officer’s own district when the filter names none.',
    })
    filter: RecordFilter | null,
    @Arg('item', () => ReviewItemKindEnum, { nullable: true, description: 'The review item to decide.' })
    item: ReviewItemKind | null,
    @Arg('status', () => CheckStatusEnum, {
      nullable: true,
      description: 'The decision about an item or an identity check; PENDING takes an earlier one back.',
    })
    status: CheckStatus | null,
    @FreeText('reason', { nullable: true, description: 'The reason, which the families read.' })
    reason: string | null,
    @FreeText('remedy', { nullable: true, description: 'What the families can do about it.' })
    remedy: string | null,
    @Arg('dueAt', () => GraphQLDateTime, {
      nullable: true,
      description: 'When the correction is due; if left out, when the district’s CORRECTION phase closes.',
    })
    dueAt: Date | null,
    @Arg('outcome', () => AdmissionOutcomeEnum, {
      nullable: true,
      description: 'The decision about the admissions; PENDING takes an earlier one back.',
    })
    outcome: AdmissionOutcome | null,
    @FreeText('note', {
      nullable: true,
      description: 'What the families read with the result; needed for NOT_ADMITTED.',
    })
    note: string | null,
  ): Promise<JobView | RefusedView> {
    const given = {
      item: item ?? null,
      status: status ?? null,
      reason: reason ?? null,
      remedy: remedy ?? null,
      dueAt: dueAt ?? null,
      outcome: outcome ?? null,
      note: note ?? null,
    };
    const filters = filter ? filtersOf(filter, (await context.seasons.present()).year) : null;
    const selection = { numbers: numbers ?? null, filters };
    const actor = actorOf(context);
    const { bulk } = context.services;
    return shown(context, await bulk.try(context.em, actor, orderOf(kind, given), selection));
  }

  @Authorized<Action>('DECIDE_IN_BULK')
  @Mutation(() => JobResult, {
    description: `For whoever asked for a dry run that is over: carries it out as a job, for the records that would have been changed. A record that has changed since is left as it is (rule changedSinceDryRun). Where it takes a second person the job is PROPOSED, and begins when a colleague confirms it. Asking twice gives the same job. FORBIDDEN both for a job that does not exist and for somebody else’s.`,
  })
  async startBulk(
    @Arg('dryRun', () => ID, { description: 'Id of the dry run.' }) dryRun: string,
    @Ctx() context: Context,
    @Arg('onlyGood', () => Boolean, {
      nullable: true,
      description:
        'For a dry run of a file: whether to do the lines that can be done although others cannot. Unless it is true, a file is done whole or not at all (rule fileNotWhole).',
    })
    onlyGood: boolean | null,
  ): Promise<JobView | RefusedView> {
    const { em, services } = context;
    return shown(context, await services.bulk.start(em, actorOf(context), dryRun, onlyGood ?? false));
  }

  @Authorized<Action>('DECIDE_IN_BULK')
  @Mutation(() => JobResult, {
    description: `For another officer or administrator of the district: confirms a PROPOSED job, which then begins in the name of whoever proposed it. Possible for ${OFFICE_RULES.proposalGone.limit} days, and only once. FORBIDDEN both for a job that does not exist and for one that the viewer may not see.`,
  })
  async confirmBulk(
    @Arg('job', () => ID, ID_OF_JOB) job: string,
    @Arg('checkCode', () => String, {
      description:
        'The job’s `checkCode`, as both have seen it; letters may be small, and the hyphen left out.',
    })
    checkCode: string,
    @Ctx() context: Context,
  ): Promise<JobView | RefusedView> {
    return shown(context, await context.services.bulk.confirm(context.em, actorOf(context), job, checkCode));
  }

  @Authorized<Action>('DECIDE_IN_BULK')
  @Mutation(() => JobResult, {
    description:
      'For another officer or administrator of the district: declines a PROPOSED job, and nothing is done. Whoever proposed it takes it back by `cancelJob`. FORBIDDEN as with `confirmBulk`.',
  })
  async declineBulk(
    @Arg('job', () => ID, ID_OF_JOB) job: string,
    @Ctx() context: Context,
  ): Promise<JobView | RefusedView> {
    return shown(context, await context.services.bulk.decline(context.em, actorOf(context), job));
  }

  @Authorized<Action>('ADMINISTER_DISTRICT')
  @Mutation(() => DistrictView, {
    description:
      'For administrators of the district: sets whether rejecting several records at once, and publishing results, wait for a second person. It holds from the next request on and is audited; what has been proposed already still waits.',
  })
  async setSecondPerson(
    @Arg('district', () => String, { description: 'Entry code of the administrator’s own district.' })
    district: string,
    @Ctx() context: Context,
    @Arg('rejections', () => Boolean, {
      nullable: true,
      description: 'Whether rejections need a second person; as it is when left out.',
    })
    rejections: boolean | null,
    @Arg('publications', () => Boolean, {
      nullable: true,
      description:
        'Whether publications need a second person, so that publishResults is refused; as it is when left out.',
    })
    publications: boolean | null,
  ): Promise<DistrictView> {
    const { em, services, language } = context;
    const needed = { rejections: rejections ?? null, publications: publications ?? null };
    const found = await services.bulk.setSecondPerson(em, actorOf(context), district, needed);
    return new DistrictView(found, language);
  }
}

export const shown = ({ viewer, now, language }: Context, result: Job | Refused): JobView | RefusedView =>
  result instanceof Refused
    ? new RefusedView(result.refusals, language)
    : new JobView(result, { viewer, now });

function orderOf(kind: BulkKind, given: Given): BulkOrder {
  const { item, status, reason, remedy, dueAt, outcome, note } = given;
  switch (kind) {
    case 'DECIDE_REVIEW_ITEM':
      return item === 'IDENTITY_AND_HUKOU'
        ? orderOf('DECIDE_IDENTITY_CHECK', given)
        : {
            kind,
            request: { kind: needed('item', item), status: needed('status', status), reason, remedy, dueAt },
          };
    case 'DECIDE_IDENTITY_CHECK':
      return { kind, request: { status: decided(needed('status', status)), reason } };
    case 'REJECT_RECORDS':
      return { kind, request: { reason: reason ?? '' } };
    case 'APPROVE_ADMISSIONS':
      return { kind, request: { outcome: needed('outcome', outcome), note } };
    default:
      return { kind, request: {} };
  }
}

function needed<Value>(name: keyof Given, value: Value | null): Value {
  if (value !== null) return value;
  throw new ApiError('BAD_USER_INPUT', { message: `This kind takes ${name}.` });
}

function decided(status: CheckStatus): Exclude<CheckStatus, 'PENDING'> {
  if (status !== 'PENDING') return status;
  throw new ApiError('BAD_USER_INPUT', { message: 'PENDING is not a decision.' });
}
