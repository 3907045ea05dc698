import type { Action } from '@enrolment/rulebook/access.js';
import { businessDay } from '@enrolment/rulebook/calendar.js';
import { COUNTED_UP_TO, type ViewPlace } from '@enrolment/rulebook/saved-view.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Authorized,
  createUnionType,
  Ctx,
  FieldResolver,
  ID,
  Info,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { FreeText } from '../platform/free-text.js';
import { placesOf } from '../record/access.js';
import { RecordFilter } from '../record-list/record-list.inputs.js';
import { filtersOf } from '../record-list/record-list.resolver.js';
import { RefusedView } from '../refusal.type.js';
import { builtInViews } from './built-in-views.js';
import { keptFilter, readFilter } from './kept-filter.js';
import type { SavedView } from './saved-view.entity.js';
import type { KeptViews } from './saved-view.service.js';
import { SavedViewCountView, SavedViewsView, SavedViewView, ViewPlaceEnum } from './saved-view.type.js';

const SavedViewsResult = createUnionType({
  name: 'SavedViewsResult',
  description: 'The views as they are now, or the reasons why nothing was changed.',
  types: () => [SavedViewsView, RefusedView] as const,
});

const PLACE = { description: 'What the view is of.' };
const VIEW = { description: 'Id of one of the viewer’s own views.' };
const NAME = { description: 'Its name, at most 30 characters; no two views of a place have the same.' };

@Resolver()
export class SavedViewResolver {
  @Authorized<Action>('KEEP_VIEWS')
  @Query(() => SavedViewsView, {
    description:
      'For everybody who lists records in an office: the viewer’s own views, and the built-in ones.',
  })
  async savedViews(
    @Arg('place', () => ViewPlaceEnum, PLACE) place: ViewPlace,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SavedViewsView> {
    const { em, services } = context;
    const own = await services.savedViews.list(em, actorOf(context), place);
    return viewsOf(own, place, context, info);
  }

  @Authorized<Action>('KEEP_VIEWS')
  @Mutation(() => SavedViewsResult, {
    description:
      'Names a set of filters; at most 20 of a place. BAD_USER_INPUT for a filter by district, season, `search` or `updatedSince`: a view is of every district and season, and about nobody. `dueUntil` is kept as so many days from today.',
  })
  async saveView(
    @Arg('place', () => ViewPlaceEnum, PLACE) place: ViewPlace,
    @FreeText('name', NAME) name: string,
    @Arg('filter', () => RecordFilter, { description: 'The filters.' }) filter: RecordFilter,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SavedViewsView | RefusedView> {
    const { em, services } = context;
    const given = { place, name, filter: keptFilter(filter, businessDay(context.now)) };
    return answer(await services.savedViews.save(em, actorOf(context), given), context, info);
  }

  @Authorized<Action>('KEEP_VIEWS')
  @Mutation(() => SavedViewsResult, { description: 'Gives one of the viewer’s own views another name.' })
  async renameView(
    @Arg('view', () => ID, VIEW) view: string,
    @FreeText('name', NAME) name: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SavedViewsView | RefusedView> {
    const { em, services } = context;
    return answer(await services.savedViews.rename(em, actorOf(context), view, name), context, info);
  }

  @Authorized<Action>('KEEP_VIEWS')
  @Mutation(() => SavedViewsResult, { description: 'Removes one of the viewer’s own views.' })
  async removeView(
    @Arg('view', () => ID, VIEW) view: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SavedViewsView | RefusedView> {
    const { em, services } = context;
    return answer(await services.savedViews.remove(em, actorOf(context), view), context, info);
  }

  @Authorized<Action>('KEEP_VIEWS')
  @Mutation(() => SavedViewsResult, {
    description: 'Puts the viewer’s own views of a place in another order.',
  })
  async orderViews(
    @Arg('place', () => ViewPlaceEnum, PLACE) place: ViewPlace,
    @Arg('views', () => [ID], {
      description: 'The ids of all her own views there, in the new order; STALE_VERSION if they are others.',
    })
    views: string[],
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SavedViewsView | RefusedView> {
    const { em, services } = context;
    const ordered = await services.savedViews.order(em, actorOf(context), place, views);
    return answer(ordered, context, info);
  }
}

@Resolver(() => SavedViewsView)
export class SavedViewCountResolver {
  @FieldResolver(() => [SavedViewCountView], {
    description: `How many records each view lists now, counted up to ${COUNTED_UP_TO}. Views that name a filter which no longer exists are not among them.`,
  })
  async counts(
    @Root() { views }: SavedViewsView,
    @Arg('district', () => String, { nullable: true, description: 'In this district alone.' })
    district: string | null,
    @Arg('season', () => Int, {
      nullable: true,
      description: 'Year of the season; the present season when left out.',
    })
    season: number | null,
    @Ctx() context: Context,
  ): Promise<SavedViewCountView[]> {
    const { em, services } = context;
    const present = (await context.seasons.present()).year;
    const counted = views.flatMap(({ id, asked }) => (asked ? [{ id, asked }] : []));
    const lists = counted.map(({ asked }) => filtersOf({ ...asked, district, season }, present));
    const counts = await services.recordLists.countEach(em, actorOf(context), lists, COUNTED_UP_TO + 1);
    return counted.map(({ id }, at) => new SavedViewCountView(id, counts[at]!));
  }
}

function answer(
  changed: KeptViews | Refused,
  context: Context,
  info: GraphQLResolveInfo,
): SavedViewsView | RefusedView {
  return changed instanceof Refused
    ? new RefusedView(changed.refusals, context.language)
    : viewsOf(changed.views, changed.place, context, info);
}

function viewsOf(
  own: readonly SavedView[],
  place: ViewPlace,
  { viewer, language, now }: Context,
  { schema }: GraphQLResolveInfo,
): SavedViewsView {
  const decides = viewer !== null && placesOf(viewer, 'DECIDE_ON_RECORD').districts.length > 0;
  const today = businessDay(now);
  const builtIn = decides ? builtInViews(today)[place] : [];
  return new SavedViewsView([
    ...builtIn.map(
      ({ id, name, filter }) => new SavedViewView({ id, name: name[language], builtIn: true }, filter),
    ),
    ...own.map(
      ({ id, name, filter }) =>
        new SavedViewView({ id, name, builtIn: false }, readFilter(schema, filter, today)),
    ),
  ]);
}
