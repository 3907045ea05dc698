import type { Action } from '@enrolment/rulebook/access.js';
import type { FileKind } from '@enrolment/rulebook/decision-file.js';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.js';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { JobResult, shown } from '../bulk/bulk.resolver.js';
import { actorOf, type Context } from '../context.js';
import type { JobView } from '../job/job.type.js';
import { ApiError } from '../platform/errors.js';
import { Limited } from '../platform/rates/limited.js';
import { RATES } from '../platform/rates/rates.js';
import type { RefusedView } from '../refusal.type.js';
import { asEnum } from '../vocabulary.type.js';

const FileKindEnum = asEnum<FileKind>('FileKind', 'What a file decides about its records.', {
  APPROVE_ADMISSIONS: '录取结果和学校: the admission, the school that the child is assigned to, a note.',
  DECIDE_REVIEW_ITEM: '审核项: a review item and its decision, with reason, remedy and due date.',
  DECIDE_IDENTITY_CHECK: 'The identity check: its decision and the reason.',
  REJECT_RECORDS:
    '审核未通过: rejects the records, with the reason. Several need a second person, unless the district has switched that off.',
});

@Resolver()
export class DecisionFileResolver {
  @Authorized<Action>('DECIDE_IN_BULK')
  @Limited('DRY_RUN')
  @Mutation(() => JobResult, {
    description: `For officers of the district: reads a file with a decision about one record in each line, XLSX or CSV in UTF-8 or GBK, up to ${OFFICE_RULES.fileTooLarge.limit} MiB and ${OFFICE_RULES.fileTooManyRows.limit} lines, and makes a dry run (试算) of it. Of a workbook the first sheet is read. Its first line has the titles of the columns in Chinese or English; formulas are not computed, and a file with macros or merged cells is refused. Lines that cannot be read are in the job’s \`file\`. \`startBulk\` carries the dry run out for ${OFFICE_RULES.dryRunGone.limit} hours. The file itself is not kept. RATE_LIMITED after ${RATES.DRY_RUN.account} dry runs in five minutes; a request that is too large is answered 413, unread.`,
  })
  async tryFile(
    @Arg('kind', () => FileKindEnum, { description: 'What it decides.' }) kind: FileKind,
    @Arg('district', () => String, {
      description:
        'Entry code of the district whose records it is about; FORBIDDEN where the viewer decides nothing.',
    })
    district: string,
    @Arg('content', () => String, { description: 'The bytes of the file in base64.' }) content: string,
    @Ctx() context: Context,
  ): Promise<JobView | RefusedView> {
    const { em, reference, services } = context;
    const bytes = Buffer.from(content, 'base64');
    const padding = /={0,2}$/.exec(content.slice(-2))![0].length;
    if (bytes.length !== Math.floor(((content.length - padding) * 3) / 4))
      throw new ApiError('BAD_USER_INPUT', { message: 'content is not base64.' });
    const asked = { kind, district, bytes };
    return shown(context, await services.decisionFiles.try(em, actorOf(context), reference, asked));
  }
}
