import type { Action } from '@enrolment/rulebook/access.js';
import type { AdmissionOutcome } from '@enrolment/rulebook/vocabulary.js';
import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AdmissionResultView } from '../admission/admission.type.js';
import { actorOf, type Context } from '../context.js';
import { SHOWN_EDITIONS } from '../edition/editions.js';
import { FreeText } from '../platform/free-text.js';
import { decidesOn, publishesIn } from '../record/access.js';
import { answer } from '../record/record.answer.js';
import { CollectionRecordView } from '../record/record.type.js';
import type { RefusedView } from '../refusal.type.js';
import { RecordResult } from '../registration/registration.resolver.js';
import { CollectionNumber } from '../scalars.js';
import { SchoolView } from '../school/school.type.js';
import { AdmissionOutcomeEnum } from '../vocabulary.type.js';
import {
  ResultCorrectionView,
  ResultVersionView,
  versionsOf,
  WaitingResultCorrectionView,
} from './result-correction.type.js';

const WHICH = { description: 'Id of the correction.' };
const FOREIGN =
  'FORBIDDEN both for a correction that does not exist and for a record of another district, or one that the viewer handles as a guardian.';

@Resolver(() => CollectionRecordView)
export class ResultCorrectionResolver {
  @FieldResolver(() => ResultCorrectionView, {
    nullable: true,
    description:
      'The correction of the published result that waits for another administrator; null when there is none, and for everybody but the administrators of the district.',
  })
  async resultCorrection(
    @Root() record: CollectionRecordView,
    @Ctx() { viewer, records }: Context,
  ): Promise<ResultCorrectionView | null> {
    const { row, key } = record;
    if (viewer === null || !decidesOn(viewer, row) || !publishesIn(viewer, row.district)) return null;
    const open = (await records.resultCorrections.load(row.id)).find(({ state }) => state === 'PROPOSED');
    return open ? new ResultCorrectionView(open, key, viewer.subject) : null;
  }

  @Authorized<Action>('CORRECT_RESULT')
  @Query(() => [WaitingResultCorrectionView], {
    description:
      'For administrators of the district: the corrections of its published results that wait for another administrator, the oldest first, 50 at most. FORBIDDEN for another district.',
  })
  async resultCorrections(
    @Arg('district', () => String, { description: 'Entry code of the administrator’s own district.' })
    district: string,
    @Arg('season', () => Int, {
      nullable: true,
      description: 'Year of the season; the present one when left out.',
    })
    season: number | null,
    @Ctx() context: Context,
  ): Promise<WaitingResultCorrectionView[]> {
    const { em, seasons, services } = context;
    const actor = actorOf(context);
    const place = { district, season: season ?? (await seasons.present()).year };
    const found = await services.resultCorrections.waiting(em, actor, place);
    return found.map((row) => new WaitingResultCorrectionView(row, actor.viewer.subject));
  }

  @Authorized<Action>('CORRECT_RESULT')
  @Mutation(() => RecordResult, {
    description:
      'For administrators of the record’s district: proposes to correct a published result. Nothing changes before another administrator confirms it (confirmResultCorrection). A result that is not published is decided again by approveAdmissions. FORBIDDEN both for a record that does not exist and for one that the viewer may not correct.',
  })
  async correctResult(
    @Arg('number', () => CollectionNumber, { description: 'The record’s collection number.' }) number: string,
    @Arg('outcome', () => AdmissionOutcomeEnum, {
      description: 'The decision as it is to be: ADMITTED or NOT_ADMITTED.',
    })
    outcome: AdmissionOutcome,
    @Ctx() context: Context,
    @FreeText('reason', {
      description:
        'Why, which the family reads and which is audited. It must name nobody, and have no number of 7 digits or more.',
    })
    reason: string,
    @FreeText('note', {
      nullable: true,
      description: 'What the family reads with the result; needed for NOT_ADMITTED.',
    })
    note: string | null,
    @Arg('school', () => String, {
      nullable: true,
      description:
        'With ADMITTED: code of the school of the district that the result is to name. When it is left out, the school stays as it is.',
    })
    school: string | null,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    const asked = { number, outcome, note: note ?? null, school: school ?? null, reason };
    return answer(context, await services.resultCorrections.propose(em, actorOf(context), asked));
  }

  @Authorized<Action>('CORRECT_RESULT')
  @Mutation(() => RecordResult, {
    description: `For another administrator of the district than whoever proposed it: corrects the published result. Everybody concerned reads the new version from then on, the family is told by SMS, and the earlier versions are kept. ${FOREIGN}`,
  })
  async confirmResultCorrection(
    @Arg('correction', () => ID, WHICH) id: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return answer(context, await services.resultCorrections.confirm(em, actorOf(context), id));
  }

  @Authorized<Action>('CORRECT_RESULT')
  @Mutation(() => RecordResult, {
    description: `For administrators of the district: declines a proposed correction, or takes back one’s own. The result stays as it is. ${FOREIGN}`,
  })
  async declineResultCorrection(
    @Arg('correction', () => ID, WHICH) id: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return answer(context, await services.resultCorrections.decline(em, actorOf(context), id));
  }
}

@Resolver(() => AdmissionResultView)
export class ResultVersionResolver {
  @FieldResolver(() => [ResultVersionView], {
    description: `The versions of the published result, the first one first; empty before the publication. What was corrected is kept. The newest ${SHOWN_EDITIONS} are told, and all of them in \`recordExport\`.`,
  })
  async versions(
    @Root() { admission, key, note, copied }: AdmissionResultView,
    @Ctx() { records }: Context,
  ): Promise<ResultVersionView[]> {
    const { publishedAt, outcome, school } = admission;
    if (publishedAt == null) return [];
    const corrections = await records.resultCorrections.load(admission.record);
    const versions = versionsOf({ outcome, note, school, publishedAt }, corrections, key);
    return copied ? versions : versions.slice(-SHOWN_EDITIONS);
  }
}

@Resolver(() => ResultVersionView)
export class ResultVersionSchoolResolver {
  @FieldResolver(() => SchoolView, { nullable: true, description: 'The school in it.' })
  school(@Root() { school }: ResultVersionView, @Ctx() context: Context): Promise<SchoolView | null> {
    return schoolCalled(school, context);
  }
}

@Resolver(() => ResultCorrectionView)
export class CorrectedSchoolResolver {
  @FieldResolver(() => SchoolView, {
    nullable: true,
    description: 'The school as it is to be; null where it stays as it is.',
  })
  async school(@Root() { row }: ResultCorrectionView, @Ctx() context: Context): Promise<SchoolView | null> {
    return row.school == null ? null : schoolCalled(row.school, context);
  }
}

async function schoolCalled(code: string, { reference, language }: Context): Promise<SchoolView | null> {
  const school = (await reference.schools()).get(code);
  return school ? new SchoolView(school, language) : null;
}
