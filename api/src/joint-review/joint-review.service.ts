import { checkItemDeciders, type ItemDeciders } from '@enrolment/rulebook/joint-review.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import type { ItemDecider as Decider, ReviewItemKind, ReviewOrder } from '@enrolment/rulebook/vocabulary.js';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { District } from '../district/district.entity.js';
import type { Edition } from '../edition/edition.entity.js';
import { editing, editionsOf, keepEdition, refusedAsOld } from '../edition/editions.js';
import { forbidden } from '../platform/errors.js';
import { administers } from '../record/access.js';
import { decidersIn, ItemDecider } from './item-decider.entity.js';
import { contentOfReview, jointReviewEdited } from './joint-review.content.js';

/** Who decides what in a district and in which order, with its versions, the newest first. */
export interface JointReview {
  readonly district: string;
  readonly deciders: ItemDeciders;
  readonly order: ReviewOrder;
  readonly editions: readonly Edition[];
}

export interface JointReviewChange {
  readonly district: string;
  /** The version that the change is made to. */
  readonly seen: number;
  /** What is changed; every other item stays. */
  readonly deciders: readonly { readonly kind: ReviewItemKind; readonly decider: Decider }[];
  /** Null leaves it as it is. */
  readonly order: ReviewOrder | null;
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
    return { district, deciders, order: known.reviewOrder, editions };
  }

  async set(
    em: EntityManager,
    actor: Actor,
    { district, seen, deciders, order }: JointReviewChange,
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
      const before = contentOfReview(decidersIn(rows, district), held.reviewOrder);
      held.reviewOrder = order ?? held.reviewOrder;
      for (const { kind, decider } of deciders) {
        const row = rows.find((one) => one.kind === kind);
        if (row) row.decider = decider;
        else if (decider !== 'DISTRICT') {
          const made = tx.create(ItemDecider, { district, kind, decider });
          tx.persist(made);
          rows.push(made);
        }
      }
      const since = decidersIn(rows, district);
      const after = contentOfReview(since, held.reviewOrder);
      const set = { district, deciders: since, order: held.reviewOrder };
      if (JSON.stringify(before) === JSON.stringify(after)) return { ...set, editions };
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
