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
  /** Only tried. */
  readonly dryRun: boolean;
}

/** The undecided items that somebody else decides by the new division. */
async function countMoving(
  tx: EntityManager,
  district: string,
  before: ItemDeciders,
  after: ItemDeciders,
): Promise<number> {
  const waiting = await countUndecided(tx, district);
  const decided = (by: ItemDeciders, { kind, part, atHome }: UndecidedItems) => {
    const home = { district, residenceDistrict: district, residenceSubdistrict: atHome ? 'here' : null };
    return givenItem(by, { kind, part }, home).decider;
  };
  return waiting
    .filter((items) => decided(before, items) !== decided(after, items))
    .reduce((sum, { count }) => sum + count, 0);
}

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

  async set(
    em: EntityManager,
    actor: Actor,
    { district, seen, deciders, order, dryRun }: JointReviewChange,
  ): Promise<JointReview | Refused> {
    if (!administers(actor.viewer, district) || !(await em.findOne(District, { code: district })))
      throw forbidden();
    const refusals = checkItemDeciders(deciders);
    if (refusals.length > 0) return new Refused(refusals);
    return editing(em, jointReviewEdited(district), async (tx) => {
      // Of two at once, the second reads what the first has set.
      const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
      const held = await tx.findOneOrFail(District, { code: district }, lock);
      const editions = await editionsOf(tx, jointReviewEdited(district));
      const old = refusedAsOld(editions, seen);
      if (old) return old;
      const rows = await tx.find(ItemDecider, { district });
      const until = decidersIn(rows, district);
      const before = contentOfReview(until, held.reviewOrder);
      const since = decidersAfter(until, deciders);
      const after = contentOfReview(since, order ?? held.reviewOrder);
      const set = {
        district,
        deciders: since,
        order: order ?? held.reviewOrder,
        moving: await countMoving(tx, district, until, since),
      };
      if (dryRun || JSON.stringify(before) === JSON.stringify(after)) return { ...set, editions };
      held.reviewOrder = set.order;
      for (const item of GIVEABLE_PARTS) {
        const decider = deciderOf(since, item);
        if (decider === deciderOf(until, item)) continue;
        const row = rows.find((one) => itemKey(one) === itemKey(item));
        if (row) row.decider = decider;
        else tx.persist(tx.create(ItemDecider, { district, ...item, decider }));
      }
      await tx.flush();
      const kept = { editions, before, after, role: 'DISTRICT_ADMIN', season: null } as const;
      const edition = await keepEdition(tx, actor, jointReviewEdited(district), {
        ...kept,
        action: 'JOINT_REVIEW_SET',
      });
      return { ...set, editions: [edition, ...editions] };
    });
  }
}
