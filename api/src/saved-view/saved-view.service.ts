import {
  checkViewName,
  checkViewOrder,
  checkViewRoom,
  normaliseViewName,
  VIEWS_KEPT_DAYS,
  type ViewPlace,
} from '@enrolment/rulebook/saved-view.js';
import { refuse, Refused } from '@enrolment/rulebook/refusal.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { isUuid } from '../platform/uuid.js';
import { SavedView, type KeptFilter } from './saved-view.entity.js';
import { eraseOfFormer, holdViews } from './saved-view.statements.js';

/** An officer’s views of a place, in her order. */
export interface KeptViews {
  readonly place: ViewPlace;
  readonly views: SavedView[];
}

type Own = Pick<Actor, 'viewer'>;

/** 视图: sets of filters that officers have named, each her own. */
export class SavedViewService {
  /** In the officer's order. */
  list(em: EntityManager, { viewer }: Own, place: ViewPlace): Promise<SavedView[]> {
    return em.find(
      SavedView,
      { officer: viewer.subject, place },
      { orderBy: { position: 'asc', id: 'asc' } },
    );
  }

  save(
    em: EntityManager,
    actor: Own,
    { place, filter, ...given }: { place: ViewPlace; name: string; filter: KeptFilter },
  ): Promise<KeptViews | Refused> {
    return this.change(em, actor, place, (tx, kept) => {
      const name = normaliseViewName(given.name);
      const refusals = [...checkViewName(name), ...checkNew(name, kept), ...checkViewRoom(kept.length)];
      const position = Math.max(0, ...kept.map((view) => view.position)) + 1;
      if (refusals.length === 0)
        tx.persist(new SavedView(actor.viewer.subject, place, { name, filter, position }));
      return refusals;
    });
  }

  rename(em: EntityManager, actor: Own, id: string, given: string): Promise<KeptViews | Refused> {
    return this.changeOne(em, actor, id, (_tx, view, kept) => {
      const name = normaliseViewName(given);
      const others = kept.filter((one) => one !== view);
      const refusals = [...checkViewName(name), ...checkNew(name, others)];
      if (refusals.length === 0) view.rename(name);
      return refusals;
    });
  }

  remove(em: EntityManager, actor: Own, id: string): Promise<KeptViews | Refused> {
    return this.changeOne(em, actor, id, (tx, view) => {
      tx.remove(view);
      return [];
    });
  }

  order(
    em: EntityManager,
    actor: Own,
    place: ViewPlace,
    ids: readonly string[],
  ): Promise<KeptViews | Refused> {
    return this.change(em, actor, place, (_tx, kept) => {
      const refusals = checkViewOrder(
        ids,
        kept.map(({ id }) => id),
      );
      if (refusals.length === 0) for (const view of kept) view.moveTo(ids.indexOf(view.id) + 1);
      return refusals;
    });
  }

  /** Takes away what whoever has had no role for a while had kept. */
  sweep(em: EntityManager, now: Date): Promise<void> {
    return eraseOfFormer(em, new Date(now.getTime() - VIEWS_KEPT_DAYS * 86_400_000));
  }

  private async changeOne(
    em: EntityManager,
    actor: Own,
    id: string,
    apply: (tx: EntityManager, view: SavedView, kept: SavedView[]) => Refused['refusals'],
  ): Promise<KeptViews | Refused> {
    const own = { id, officer: actor.viewer.subject };
    const known = isUuid(id) ? await em.fork().findOne(SavedView, own) : null;
    if (!known) return new Refused([refuse('viewGone')]);
    return this.change(em, actor, known.place, (tx, kept) => {
      const view = kept.find((one) => one.id === known.id);
      return view ? apply(tx, view, kept) : [refuse('viewGone')];
    });
  }

  /** Of two tabs, the second sees what the first has done. */
  private async change(
    em: EntityManager,
    actor: Own,
    place: ViewPlace,
    apply: (tx: EntityManager, kept: SavedView[]) => Refused['refusals'],
  ): Promise<KeptViews | Refused> {
    const refusals = await em.fork().transactional(async (tx) => {
      await holdViews(tx, actor.viewer.subject);
      return apply(tx, await this.list(tx, actor, place));
    });
    if (refusals.length > 0) return new Refused(refusals);
    return { place, views: await this.list(em.fork(), actor, place) };
  }
}

const checkNew = (name: string, others: readonly SavedView[]) =>
  others.some((view) => view.name === name)
    ? [refuse('viewNameTaken', { field: 'name', params: { value: name } })]
    : [];
