import type { Action } from '@enrolment/rulebook/access.js';
import { allows } from '@enrolment/rulebook/stages.js';
import type { ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import { Arg, Authorized, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { SEASON } from '../district/district.resolver.js';
import { checkPageSize, DEFAULT_PAGE, PAGE_LIMIT, readMoment } from '../paging.js';
import { decidesOn, mayHandle, schoolsIn } from '../record/access.js';
import { answer } from '../record/record.answer.js';
import { CollectionRecordView } from '../record/record.type.js';
import type { RefusedView } from '../refusal.type.js';
import { RecordResult } from '../registration/registration.resolver.js';
import { CollectionNumber } from '../scalars.js';
import { SchoolView } from '../school/school.type.js';
import { ReviewItemKindEnum } from '../vocabulary.type.js';
import { MissingOriginalsConnectionView, MissingOriginalsView } from './missing-originals.type.js';

const NUMBER = { description: 'The record’s collection number.' };
const SCHOOL = { description: 'Code of the registrar’s own school.' };

@Resolver(() => CollectionRecordView)
export class RecordMissingOriginalsResolver {
  @FieldResolver(() => MissingOriginalsView, {
    nullable: true,
    description:
      'The originals that the family did not bring to a school’s desk, while the child can be preregistered: for whoever handles the record as a guardian, the registrars of that school, and officers of the district; null for everybody else.',
  })
  async missingOriginals(
    @Root() { row }: CollectionRecordView,
    @Ctx() { viewer, records }: Context,
  ): Promise<MissingOriginalsView | null> {
    if (viewer === null || !allows('PREREGISTER', row.stage)) return null;
    const schools = schoolsIn(viewer, row.district);
    const everywhere = mayHandle(row) || decidesOn(viewer, row);
    if (!everywhere && schools.length === 0) return null;
    const noted = await records.missingOriginals.load(row.id);
    return noted && (everywhere || schools.includes(noted.school)) ? new MissingOriginalsView(noted) : null;
  }

  @Authorized<Action>('PREREGISTER')
  @Mutation(() => RecordResult, {
    description:
      '材料不齐, for registrars of the school: notes which originals the family of an approved child did not bring. The record stays APPROVED; the family is told by SMS and reads what to bring. A newer note, also of another school, takes the place of an earlier one. FORBIDDEN for a child whom the school may not read.',
  })
  async noteMissingOriginals(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Arg('school', () => String, SCHOOL) school: string,
    @Arg('form', () => Boolean, { description: 'Whether the signed form is missing.' }) form: boolean,
    @Arg('kinds', () => [ReviewItemKindEnum], {
      description: 'The items of the review whose papers are missing, of those that the school has to see.',
    })
    kinds: ReviewItemKind[],
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services, districts } = context;
    const asked = { number, school, form, kinds };
    return answer(context, await services.missingOriginals.note(em, actorOf(context), asked, districts));
  }

  @Authorized<Action>('PREREGISTER')
  @Mutation(() => RecordResult, {
    description:
      'For registrars of the school: takes back what it has noted as missing; without a note of this school nothing happens. FORBIDDEN for a child whom the school may not read.',
  })
  async takeBackMissingOriginals(
    @Arg('number', () => CollectionNumber, NUMBER) number: string,
    @Arg('school', () => String, SCHOOL) school: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    return answer(
      context,
      await services.missingOriginals.takeBack(em, actorOf(context), { number, school }),
    );
  }

  @Authorized<Action>('PREREGISTER')
  @Query(() => MissingOriginalsConnectionView, {
    description:
      'For registrars of the school: the children whose families are to come again with what was missing, newest first. Each page is audited as a look at a list.',
  })
  async missingOriginalsAt(
    @Arg('school', () => String, SCHOOL) school: string,
    @Arg('season', () => Int, SEASON) year: number | null,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: DEFAULT_PAGE,
      description: `The number of entries, at most ${PAGE_LIMIT}.`,
    })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the entry after which to go on.' })
    after: string | null,
    @Ctx() context: Context,
  ): Promise<MissingOriginalsConnectionView> {
    const { em, services, seasons } = context;
    const season = year ?? (await seasons.present()).year;
    const before = readMoment(after ?? null);
    const page = { first: checkPageSize(first ?? DEFAULT_PAGE), goesOn: before !== null };
    const asked = { school, season, first: page.first, before };
    const found = await services.missingOriginals.list(em, actorOf(context), asked);
    return new MissingOriginalsConnectionView(found, page, services.keys);
  }
}

@Resolver(() => MissingOriginalsView)
export class MissingOriginalsResolver {
  @FieldResolver(() => SchoolView, {
    nullable: true,
    description: 'The school to which they are to be brought.',
  })
  async school(
    @Root() { row }: MissingOriginalsView,
    @Ctx() { reference, language }: Context,
  ): Promise<SchoolView | null> {
    const school = (await reference.schools()).get(row.school);
    return school ? new SchoolView(school, language) : null;
  }
}
