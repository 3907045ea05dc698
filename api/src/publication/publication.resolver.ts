import type { Action } from '@enrolment/rulebook/access.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import type { AdmissionOutcome, ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import {
  Arg,
  Authorized,
  createUnionType,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { SEASON } from '../calendar/calendar.resolver.js';
import { actorOf, type Context } from '../context.js';
import { checkPageSize, DEFAULT_PAGE, PAGE_LIMIT, placeOf } from '../paging.js';
import { RefusedView } from '../refusal.type.js';
import { SchoolView } from '../school/school.type.js';
import { AdmissionOutcomeEnum, ServiceKindEnum } from '../vocabulary.type.js';
import type { Publication, PublicationPlace } from './publication.entity.js';
import {
  PublicationMessagesView,
  PublicationPreviewView,
  PublicationResultConnectionView,
  PublicationResultView,
  PublicationSchoolView,
  PublicationView,
  PublishedView,
} from './publication.type.js';

const PublishResult = createUnionType({
  name: 'PublishResult',
  description: 'The publication, or the reasons why nothing was published.',
  types: () => [PublishedView, RefusedView] as const,
});

const PublicationAnswer = createUnionType({
  name: 'PublicationAnswer',
  description: 'The publication, or the reasons why nothing was done about it.',
  types: () => [PublicationView, RefusedView] as const,
});

const DISTRICT = { description: 'Entry code of the administrator’s own district.' };
const SERVICE = { description: 'The service.' };
const SHOWN_SEASON = { nullable: true, description: 'Year of the season; the present one when left out.' };
const WHICH = { description: 'Id of the publication.' };
const FOREIGN = 'FORBIDDEN both for a publication that does not exist and for another district’s.';

@Resolver(() => PublicationView)
export class PublicationResolver {
  @Authorized<Action>('PUBLISH_RESULTS')
  @Query(() => PublicationPreviewView, {
    description:
      'For administrators of the district: what a publication would publish now, by outcome and school, and what is missing. FORBIDDEN for another district.',
  })
  async publicationPreview(
    @Arg('district', () => String, DISTRICT) district: string,
    @Arg('service', () => ServiceKindEnum, SERVICE) service: ServiceKind,
    @Arg('season', () => Int, SHOWN_SEASON) season: number | null,
    @Ctx() context: Context,
  ): Promise<PublicationPreviewView> {
    const place = await shownPlace(context, district, service, season);
    const { em, services } = context;
    return new PublicationPreviewView(await services.publications.preview(em, actorOf(context), place));
  }

  @Authorized<Action>('PUBLISH_RESULTS')
  @Query(() => [PublicationView], {
    description:
      'For administrators of the district: its last publications of a service, newest first, whatever became of them. FORBIDDEN for another district.',
  })
  async publications(
    @Arg('district', () => String, DISTRICT) district: string,
    @Arg('service', () => ServiceKindEnum, SERVICE) service: ServiceKind,
    @Arg('season', () => Int, SHOWN_SEASON) season: number | null,
    @Ctx() context: Context,
  ): Promise<PublicationView[]> {
    const place = await shownPlace(context, district, service, season);
    const found = await context.services.publications.list(context.em, actorOf(context), place);
    return found.map((publication) => new PublicationView(publication, context));
  }

  @Authorized<Action>('PUBLISH_RESULTS')
  @Query(() => PublicationView, {
    nullable: true,
    description:
      'For administrators of the district: a publication; null both when it does not exist and when it is another district’s.',
  })
  async publication(
    @Arg('id', () => ID, WHICH) id: string,
    @Ctx() context: Context,
  ): Promise<PublicationView | null> {
    const found = await context.services.publications.find(context.em, actorOf(context), id);
    return found && new PublicationView(found, context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What has changed since it was proposed, in words, so that it can no longer be confirmed; null while its results are the very same, and in every state but PROPOSED.',
  })
  async changes(
    @Root() { publication, language }: PublicationView,
    @Ctx() { em, services, now }: Context,
  ): Promise<string | null> {
    const changes = await services.publications.changes(em, publication, now);
    return changes && changes[language];
  }

  @FieldResolver(() => PublicationMessagesView, {
    nullable: true,
    description: 'How far its families have been told; null before it is published.',
  })
  async messages(
    @Root() { publication }: PublicationView,
    @Ctx() { em, services }: Context,
  ): Promise<PublicationMessagesView | null> {
    const counts = await services.publications.messages(em, publication);
    return counts && new PublicationMessagesView(counts);
  }

  @Authorized<Action>('PUBLISH_RESULTS')
  @Mutation(() => PublicationAnswer, {
    description:
      'For administrators of the district: proposes to publish every decided result of a service at a time to come. Nothing is published before another administrator confirms it. Refused when the results are not those of the check code, when the time is past or outside the RESULT phase, while another publication of them is open, and while a preregistered child has no decision, unless those are left for later.',
  })
  async proposePublication(
    @Arg('district', () => String, DISTRICT) district: string,
    @Arg('service', () => ServiceKindEnum, SERVICE) service: ServiceKind,
    @Arg('checkCode', () => String, {
      description: 'The `checkCode` of the preview that the administrator has seen.',
    })
    checkCode: string,
    @Arg('publishAt', () => GraphQLDateTime, { description: 'When everybody is to see the results.' })
    publishAt: Date,
    @Arg('season', () => Int, SEASON) season: number | null,
    @Ctx() context: Context,
    @Arg('leavingUndecided', () => Boolean, {
      defaultValue: false,
      description: 'Whether children without a decision are left for a later publication.',
    })
    leavingUndecided: boolean,
  ): Promise<PublicationView | RefusedView> {
    const asked = { district, service, season: season ?? null, checkCode, publishAt, leavingUndecided };
    return shown(context, await context.services.publications.propose(context.em, actorOf(context), asked));
  }

  @Authorized<Action>('PUBLISH_RESULTS')
  @Mutation(() => PublicationAnswer, {
    description: `For another administrator of the district than whoever proposed it: confirms a PROPOSED publication before its time. From then on none of its results can be changed, and it is published at its time. Refused, with what has changed, when the results are no longer the same. ${FOREIGN}`,
  })
  async confirmPublication(
    @Arg('publication', () => ID, WHICH) id: string,
    @Arg('checkCode', () => String, {
      description:
        'The `checkCode` of the publication, as both have seen it; letters may be small, and the hyphen left out.',
    })
    checkCode: string,
    @Ctx() context: Context,
  ): Promise<PublicationView | RefusedView> {
    const { em, services } = context;
    return shown(context, await services.publications.confirm(em, actorOf(context), id, checkCode));
  }

  @Authorized<Action>('PUBLISH_RESULTS')
  @Mutation(() => PublicationAnswer, {
    description: `For administrators of the district: cancels a PROPOSED or CONFIRMED publication. Nothing is published, and the results can be changed again. ${FOREIGN}`,
  })
  async cancelPublication(
    @Arg('publication', () => ID, WHICH) id: string,
    @Ctx() context: Context,
  ): Promise<PublicationView | RefusedView> {
    const { em, services } = context;
    return shown(context, await services.publications.cancel(em, actorOf(context), id));
  }

  @Authorized<Action>('PUBLISH_RESULTS')
  @Mutation(() => PublishResult, {
    description:
      'For administrators of the district: publishes every decided result of a service in a season. Families, district and schools see them from the same instant on. Refused while a publication of them is proposed or confirmed, and in a district where a publication takes two (`setSecondPerson`): there it goes by proposePublication.',
  })
  async publishResults(
    @Arg('district', () => String, DISTRICT) district: string,
    @Arg('service', () => ServiceKindEnum, SERVICE) service: ServiceKind,
    @Arg('season', () => Int, SEASON) season: number | null,
    @Ctx() context: Context,
  ): Promise<PublishedView | RefusedView> {
    const { em, services, language } = context;
    const place = { district, service, season: season ?? null };
    const result = await services.publications.publishAtOnce(em, actorOf(context), place);
    return result instanceof Refused ? new RefusedView(result.refusals, language) : new PublishedView(result);
  }
}

@Resolver(() => PublicationPreviewView)
export class PublicationPreviewResolver {
  @FieldResolver(() => PublicationResultConnectionView, {
    description: 'The results that would be published. Each page is audited as a look at its records.',
  })
  async results(
    @Root() { preview }: PublicationPreviewView,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: DEFAULT_PAGE,
      description: `The number of entries, at most ${PAGE_LIMIT}.`,
    })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the previous page.' })
    after: string | null,
    @Arg('outcome', () => AdmissionOutcomeEnum, {
      nullable: true,
      description: 'Only those of this outcome.',
    })
    outcome: AdmissionOutcome | null,
    @Arg('school', () => String, { nullable: true, description: 'Only those of this school, by its code.' })
    school: string | null,
    @Ctx() context: Context,
  ): Promise<PublicationResultConnectionView> {
    const from = placeOf(after ?? null);
    const page = { first: checkPageSize(first ?? DEFAULT_PAGE), goesOn: from !== null };
    const which = { outcome: outcome ?? null, school: school ?? null, after: from, first: page.first };
    const { em, services } = context;
    const rows = await services.publications.results(em, actorOf(context), preview.place, which);
    return new PublicationResultConnectionView(rows, page, services.keys);
  }
}

const ofSchool = async ({ reference, language }: Context, code: string): Promise<SchoolView> =>
  new SchoolView((await reference.schools()).get(code)!, language);

@Resolver(() => PublicationSchoolView)
export class PublicationSchoolResolver {
  @FieldResolver(() => SchoolView, { description: 'The school.' })
  school(@Root() { row }: PublicationSchoolView, @Ctx() context: Context): Promise<SchoolView> {
    return ofSchool(context, row.school);
  }
}

@Resolver(() => PublicationResultView)
export class PublicationResultResolver {
  @FieldResolver(() => SchoolView, { description: 'The school that preregistered the child.' })
  school(@Root() { row }: PublicationResultView, @Ctx() context: Context): Promise<SchoolView> {
    return ofSchool(context, row.school);
  }
}

const shown = (context: Context, result: Publication | Refused): PublicationView | RefusedView =>
  result instanceof Refused
    ? new RefusedView(result.refusals, context.language)
    : new PublicationView(result, context);

const shownPlace = async (
  { seasons }: Context,
  district: string,
  service: ServiceKind,
  season: number | null,
): Promise<PublicationPlace> => ({ season: season ?? (await seasons.present()).year, district, service });
