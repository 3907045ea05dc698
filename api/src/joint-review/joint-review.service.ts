import {
  checkItemDeciders,
  deciderOf,
  decidersAfter,
  givenItem,
  GIVEABLE_PARTS,
  itemKey,
  type DeciderChange,
  type ItemDeciders,
} from '@enrolment/rulebook/joint-review.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import type { ReviewOrder } from '@enrolment/rulebook/vocabulary.js';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { District } from '../district/district.entity.js';
import type { Edition } from '../edition/edition.entity.js';
import { editing, editionsOf, keepEdition, refusedAsOld } from '../edition/editions.js';
import { forbidden } from '../platform/errors.js';
import { administers } from '../record/access.js';
import { decidersIn, ItemDecider } from './item-decider.entity.js';
import { countUndecided, type UndecidedItems } from './joint-review.statements.js';
import { contentOfReview, jointReviewEdited } from './joint-review.content.js';

/** Who decides what in a district and in which order, with its versions, the newest first. */
export interface JointReview {
  readonly district: string;
  readonly deciders: ItemDeciders;
  readonly order: ReviewOrder;
  readonly editions: readonly Edition[];
  /** How many undecided items a change gives to another office; null where nothing was to be changed. */
  readonly moving: number | null;
}

export interface JointReviewChange {
  readonly district: string;
  /** The version that the change is made to. */
  readonly seen: number;
  /** What is changed; every other item stays. */
  readonly deciders: readonly DeciderChange[];
  /** Null leaves it as it is. */
  readonly order: ReviewOrder | null;
  /** Those under way, in which something can wait. */
  readonly seasons: readonly number[];
  /** Only tried. */
  readonly dryRun: boolean;
}

/** How many of the waiting items somebody else decides by the new division. */
const movingOf = (
  waiting: readonly UndecidedItems[],
  district: string,
  before: ItemDeciders,
  after: ItemDeciders,
): number => {
  const decided = (by: ItemDeciders, { kind, part, atHome }: UndecidedItems) => {
    const home = { district, residenceDistrict: district, residenceSubdistrict: atHome ? 'here' : null };
    return givenItem(by, { kind, part }, home).decider;
  };
  return waiting
    .filter((items) => decided(before, items) !== decided(after, items))
    .reduce((sum, { count }) => sum + count, 0);
};

/** 联审分工: a district's administrators give review items to its subdistricts and to departments, take them back, and say who is first. */
export class JointReviewService {
  /** Null alike for a district that there is not and for one that is not theirs. */
  async find(em: EntityManager, { viewer }: Actor, district: string): Promise<JointReview | null> {
    if (!administers(viewer, district)) return null;
    // Before the rows: at worst an old version goes with new ones, and a change of it is refused.
    const editions = await editionsOf(em, jointReviewEdited(district));
    const known = await em.findOne(District, { code: district });
    if (!known) return null;
    const deciders = decidersIn(await em.find(ItemDecider, { district }), district);
    return { district, deciders, order: known.reviewOrder, editions, moving: null };
  }

  async set(em: EntityManager, actor: Actor, change: JointReviewChange): Promise<JointReview | Refused> {
    const { district, deciders } = change;
    if (!administers(actor.viewer, district) || !(await em.findOne(District, { code: district })))
      throw forbidden();
    const refusals = checkItemDeciders(deciders);
    if (refusals.length > 0) return new Refused(refusals);
    // Counted before anything is held, so that nobody waits for the count.
    const tried = await this.tried(em.fork(), change);
    if (tried instanceof Refused || change.dryRun || !tried.differs) return tried;
    return editing(em, jointReviewEdited(district), async (tx) => {
      // Of two at once, the second is told.
      const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
      const held = await tx.findOneOrFail(District, { code: district }, lock);
      const editions = await editionsOf(tx, jointReviewEdited(district));
      const old = refusedAsOld(editions, change.seen);
      if (old) return old;
      const rows = await tx.find(ItemDecider, { district });
      const until = decidersIn(rows, district);
      const since = decidersAfter(until, deciders);
      const content = contentOfReview(
        { deciders: until, order: held.reviewOrder },
        { deciders: since, order: tried.order },
      );
      held.reviewOrder = tried.order;
      for (const item of GIVEABLE_PARTS) {
        const decider = deciderOf(since, item);
        if (decider === deciderOf(until, item)) continue;
        const row = rows.find((one) => itemKey(one) === itemKey(item));
        if (row) row.decider = decider;
        else tx.persist(tx.create(ItemDecider, { district, ...item, decider }));
      }
      await tx.flush();
      const kept = { editions, ...content, role: 'DISTRICT_ADMIN', season: null } as const;
      const edition = await keepEdition(tx, actor, jointReviewEdited(district), {
        ...kept,
        action: 'JOINT_REVIEW_SET',
      });
      return { ...tried, deciders: since, editions: [edition, ...editions] };
    });
  }

  /** What the change makes of it, and whether that is anything else than what it is. */
  private async tried(
    em: EntityManager,
    { district, seen, deciders, order, seasons }: JointReviewChange,
  ): Promise<(JointReview & { readonly differs: boolean }) | Refused> {
    const editions = await editionsOf(em, jointReviewEdited(district));
    const old = refusedAsOld(editions, seen);
    if (old) return old;
    const { reviewOrder } = await em.findOneOrFail(District, { code: district });
    const until = decidersIn(await em.find(ItemDecider, { district }), district);
    const since = decidersAfter(until, deciders);
    const moves = GIVEABLE_PARTS.some((item) => deciderOf(since, item) !== deciderOf(until, item));
    const waiting = moves ? await countUndecided(em, district, seasons) : [];
    return {
      district,
      deciders: since,
      order: order ?? reviewOrder,
      editions,
      moving: movingOf(waiting, district, until, since),
      differs: moves || (order ?? reviewOrder) !== reviewOrder,
    };
  }
}
