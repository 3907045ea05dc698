import type { Action } from '@enrolment/rulebook/access.js';
import { PURPOSE_LENGTH } from '@enrolment/rulebook/disclosure.js';
import { EXPORT_HOURS, MOST_EXPORTED } from '@enrolment/rulebook/list-export.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.js';
import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { filtersInWords } from '../audit-trail/list-in-words.js';
import { placeNames } from '../audit-trail/place-names.js';
import { JobResult, shown } from '../bulk/bulk.resolver.js';
import { actorOf, type Context } from '../context.js';
import { JobView } from '../job/job.type.js';
import { checkPageSize, DEFAULT_PAGE, PAGE_LIMIT } from '../paging.js';
import { FreeText } from '../platform/free-text.js';
import { Limited } from '../platform/rates/limited.js';
import { RecordFilter } from '../record-list/record-list.inputs.js';
import { filtersOf } from '../record-list/record-list.resolver.js';
import { RefusedView } from '../refusal.type.js';
import { SchoolView } from '../school/school.type.js';
import {
  ListExportRowConnectionView,
  ListExportRows,
  ListExportRowView,
  ListExportView,
} from './list-export.type.js';

@Resolver()
export class ListExportResolver {
  @Authorized<Action>('EXPORT_LIST')
  @Limited('DRY_RUN')
  @Mutation(() => JobResult, {
    description: `For officers of a district: proposes to export its records that match, at most ${MOST_EXPORTED}, with whole names, numbers and phones. Another officer of the district sees purpose, filters and number of records, and confirms it by \`confirmBulk\` within ${OFFICE_RULES.proposalGone.limit} days; a job then writes the export, and \`listExportRows\` reads it. Each family whose record is written reads so in its trail, with the purpose.`,
  })
  async proposeListExport(
    @Arg('filter', () => RecordFilter, {
      description:
        'Which records, as `collectionRecords` lists them; those of the officer’s own district when the filter names none.',
    })
    filter: RecordFilter,
    @FreeText('purpose', {
      description: `The purpose, in a sentence of at most ${PURPOSE_LENGTH} characters, without names or numbers. The families read it.`,
    })
    purpose: string,
    @Ctx() context: Context,
  ): Promise<JobView | RefusedView> {
    const filters = filtersOf(filter, (await context.seasons.present()).year);
    const { listExports } = context.services;
    return shown(context, await listExports.propose(context.em, actorOf(context), filters, purpose));
  }

  @Authorized<Action>('EXPORT_LIST')
  @Query(() => ListExportRows, {
    description: `For whoever proposed it: a page of an export that is DONE, for ${EXPORT_HOURS} hours; then it is deleted (rule dryRunGone). Without \`after\` a download begins, which is audited; the cursors of its pages hold for an hour. FORBIDDEN both for an export that does not exist and for somebody else’s, and once the viewer no longer holds the office.`,
  })
  async listExportRows(
    @Arg('job', () => ID, { description: 'Id of the job.' }) job: string,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: DEFAULT_PAGE,
      description: `The number of records, at most ${PAGE_LIMIT}.`,
    })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the previous page.' })
    after: string | null,
    @Ctx() context: Context,
  ): Promise<ListExportRowConnectionView | RefusedView> {
    const { em, services, language } = context;
    const asked = { first: checkPageSize(first ?? DEFAULT_PAGE), after: after ?? null };
    const page = await services.listExports.page(em, actorOf(context), job, asked);
    return page instanceof Refused
      ? new RefusedView(page.refusals, language)
      : new ListExportRowConnectionView(page);
  }
}

@Resolver(() => JobView)
export class JobListExportResolver {
  @FieldResolver(() => ListExportView, {
    nullable: true,
    description:
      'What an export is for, and of which list it is; null for other jobs, and once it is no longer kept.',
  })
  async listExport(
    @Root() { job }: JobView,
    @Ctx() { services, reference, language }: Context,
  ): Promise<ListExportView | null> {
    const request = services.listExports.requestOf(job);
    if (request === null) return null;
    const listed = { asFamily: false, places: await placeNames(reference) };
    return new ListExportView(request.purpose, filtersInWords(request.asked, listed, language));
  }
}

@Resolver(() => ListExportRowView)
export class ListExportRowResolver {
  @FieldResolver(() => SchoolView, {
    nullable: true,
    description:
      'The school: the one that the district had assigned the child to, otherwise the one that preregistered the child.',
  })
  async school(
    @Root() { record: { school: code } }: ListExportRowView,
    @Ctx() { reference, language }: Context,
  ): Promise<SchoolView | null> {
    const school = code === null ? undefined : (await reference.schools()).get(code);
    return school ? new SchoolView(school, language) : null;
  }
}
