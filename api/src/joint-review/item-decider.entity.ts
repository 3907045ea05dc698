import { itemKey, type ItemDeciders } from '@enrolment/rulebook/joint-review.js';
import {
  ITEM_DECIDERS,
  ITEM_PARTS,
  REVIEW_ITEM_KINDS,
  type ItemDecider as Decider,
  type ItemPart,
  type ReviewItemKind,
} from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p } from '@mikro-orm/core';
import { District } from '../district/district.entity.js';

export const ItemDeciderSchema = defineEntity({
  name: 'ItemDecider',
  tableName: 'item_decider',
  properties: {
    district: () =>
      p.manyToOne(District).mapToPk().fieldName('district_code').primary().index(false).deleteRule('cascade'),
    kind: p
      .enum(() => [...REVIEW_ITEM_KINDS])
      .$type<ReviewItemKind>()
      .primary(),
    part: p
      .enum(() => [...ITEM_PARTS])
      .$type<ItemPart>()
      .default('WHOLE')
      .primary(),
    decider: p.enum(() => [...ITEM_DECIDERS]).$type<Decider>(),
  },
  checks: [
    {
      name: 'item_decider_identity_stays',
      expression: "(kind <> 'IDENTITY_AND_HUKOU'::text) or (decider = 'DISTRICT'::text)",
    },
    {
      name: 'item_decider_divided',
      expression: "(part = 'WHOLE'::text) or (kind = 'EMPLOYMENT'::text)",
    },
  ],
});
/**
 * 联审分工: who decides a review item, or a part of it, in a district. Each part has a row of its own, so that an item finds
 * its decider by kind and part alone; what has no row is decided by the district itself.
 */
export class ItemDecider extends ItemDeciderSchema.class {}
ItemDeciderSchema.setClass(ItemDecider);

/** Those of a district. */
export const decidersIn = (rows: readonly ItemDecider[], district: string): ItemDeciders =>
  new Map(rows.filter((row) => row.district === district).map((row) => [itemKey(row), row.decider]));
