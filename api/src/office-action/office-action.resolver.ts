import { checkClaim, isLive } from '@enrolment/rulebook/claim.js';
import { OFFICE_ACTIONS, standingOf, type OfficeAction } from '@enrolment/rulebook/office-actions.js';
import { explain } from '@enrolment/rulebook/refusal.js';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { decidesOn, mayTakeOver, seesWholeNumbers } from '../record/access.js';
import { CollectionRecordView } from '../record/record.type.js';
import { OfficeActionView } from './office-action.type.js';

/** The fields of a record for whoever decides on it. */
@Resolver(() => CollectionRecordView)
export class OfficeActionResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'It grows with whatever is done to the record. A decision that names it is refused if anything has been done meanwhile. null for everybody who does not decide on the record.',
  })
  revision(@Root() { row }: CollectionRecordView, @Ctx() { viewer }: Context): number | null {
    return viewer !== null && decidesOn(viewer, row) ? (row.revision ?? 1) : null;
  }

  @FieldResolver(() => [OfficeActionView], {
    description:
      'What this viewer’s office may do with the record now, and for each that it may not, the reason; empty for everybody who does not decide on the record. A family’s are in `actions`.',
  })
  async officeActions(
    @Root() { row, resultShown }: CollectionRecordView,
    @Ctx() { viewer, records, language, now }: Context,
  ): Promise<OfficeActionView[]> {
    if (viewer === null || !decidesOn(viewer, row)) return [];
    const [check, items, claim, freeze] = await Promise.all([
      records.identityCheck.load(row.id),
      records.reviewItems.load(row.id),
      records.claim.load(row.id),
      records.freeze.load(row.id),
    ]);
    const facts = {
      stage: row.stage,
      check: check?.status ?? null,
      items: items.length > 0,
      claimed: checkClaim(claim, viewer.subject, now),
      mine: claim?.officer === viewer.subject && isLive(claim, now),
      administers: mayTakeOver(viewer, row),
      frozen: freeze !== null,
      published: resultShown && row.publishedAt != null,
    };
    const offered = seesWholeNumbers(viewer, row) ? OFFICE_ACTIONS : OFFICE_ACTIONS.filter(isForSystems);
    return offered.map((action) => {
      const [refusal] = standingOf(action, facts);
      return new OfficeActionView(action, refusal ? explain(refusal, language).message : null);
    });
  }
}

/** The actions that systems may take as well. */
const FOR_PERSONS: readonly OfficeAction[] = [
  'CLAIM',
  'RELEASE',
  'TAKE_OVER',
  'HAND_OVER',
  'CORRECT_REGISTRATION',
  'REVEAL_DOCUMENT',
];
const isForSystems = (action: OfficeAction) => !FOR_PERSONS.includes(action);
