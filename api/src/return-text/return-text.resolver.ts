import { officeFor, type Action } from '@enrolment/rulebook/access.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import { REVIEW_ITEM_KINDS, type ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
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
import { actorOf, type Context } from '../context.js';
import { forbidden } from '../platform/errors.js';
import { decidesOn } from '../record/access.js';
import { CollectionRecordView } from '../record/record.type.js';
import { RefusedView } from '../refusal.type.js';
import { ReviewItemKindEnum } from '../vocabulary.type.js';
import { commonTexts, textsFor } from './chosen-texts.js';
import type { EditedText } from './return-text.service.js';
import { ReturnTextChoiceView, ReturnTextInput, ReturnTextView } from './return-text.type.js';

const ReturnTextResult = createUnionType({
  name: 'ReturnTextResult',
  description: 'The text as it is now, or the reasons why it was not changed.',
  types: () => [ReturnTextView, RefusedView] as const,
});

const WHICH = { description: 'Id of the text.' };
const SEEN = {
  description: 'The revision that the change is made to; STALE_VERSION when somebody has changed it since.',
};
const PLACE = {
  nullable: true,
  description: 'Entry code of the district; null for the city’s own texts.',
};
const THEIRS =
  'For administrators, a district’s for its own texts and the city’s for those of the city; FORBIDDEN both for a text that does not exist and for one that is not theirs.';

@Resolver(() => CollectionRecordView)
export class ReturnTextResolver {
  @Authorized<Action>('EDIT_OWN_DATA')
  @Query(() => [ReturnTextView], {
    description:
      'For administrators: the texts that a district, or the city, has written for returning review items, including the newest 100 that are switched off.',
  })
  async returnTexts(
    @Arg('district', () => String, PLACE) district: string | null,
    @Ctx() context: Context,
  ): Promise<ReturnTextView[]> {
    const { em, services, language } = context;
    const texts = await services.returnTexts.list(em, actorOf(context), district ?? null);
    return texts.map((text) => new ReturnTextView(text, [], language));
  }

  @Authorized<Action>('EDIT_OWN_DATA')
  @Query(() => ReturnTextView, {
    nullable: true,
    description:
      'For administrators: one of these texts, with its versions; null both for one that does not exist and for one that is not theirs.',
  })
  async returnText(
    @Arg('id', () => ID, WHICH) id: string,
    @Ctx() context: Context,
  ): Promise<ReturnTextView | null> {
    const { em, services, language } = context;
    const number = idOf(id);
    const found = number === null ? null : await services.returnTexts.find(em, actorOf(context), number);
    return found && new ReturnTextView(found.text, found.editions, language);
  }

  @Authorized<Action>('EDIT_OWN_DATA')
  @Query(() => [ReturnTextChoiceView], {
    description:
      'For administrators: the common texts that come with the product. They are offered for an item as long as the city has no text of its own in use for it.',
  })
  commonReturnTexts(@Ctx() { language }: Context): ReturnTextChoiceView[] {
    return REVIEW_ITEM_KINDS.flatMap(commonTexts).map((text) => new ReturnTextChoiceView(text, language));
  }

  @Authorized<Action>('DECIDE_ON_RECORD')
  @Query(() => [ReturnTextChoiceView], {
    description:
      'For whoever decides on records of the district: what can be chosen when an item is returned, that is the district’s texts, then the city’s, or else the common ones. FORBIDDEN for other districts.',
  })
  async returnTextChoices(
    @Arg('district', () => String, { description: 'Entry code of the district.' }) district: string,
    @Ctx() context: Context,
  ): Promise<ReturnTextChoiceView[]> {
    const { viewer } = actorOf(context);
    if (!officeFor('DECIDE_ON_RECORD', viewer.roles, { district })) throw forbidden();
    return choicesIn(context, district);
  }

  @Authorized<Action>('EDIT_OWN_DATA')
  @Mutation(() => ReturnTextResult, {
    description:
      'For administrators: writes a new text for returning a review item. Officers can choose it at once. Two texts of a place and item cannot have the same name.',
  })
  async createReturnText(
    @Arg('district', () => String, PLACE) district: string | null,
    @Arg('kind', () => ReviewItemKindEnum, { description: 'The review item that it is for.' })
    kind: ReviewItemKind,
    @Arg('input', () => ReturnTextInput, { description: 'The text.' }) input: ReturnTextInput,
    @Ctx() context: Context,
  ): Promise<ReturnTextView | RefusedView> {
    const { em, services } = context;
    const given = { ...contentOf(input), district: district ?? null, kind };
    return answer(context, await services.returnTexts.create(em, actorOf(context), given));
  }

  @Authorized<Action>('EDIT_OWN_DATA')
  @Mutation(() => ReturnTextResult, {
    description: `${THEIRS} Changes a text: a new version, audited. What was returned with it before stays as it was written.`,
  })
  async updateReturnText(
    @Arg('id', () => ID, WHICH) id: string,
    @Arg('revision', () => Int, SEEN) seen: number,
    @Arg('input', () => ReturnTextInput, { description: 'The text as it is to be.' }) input: ReturnTextInput,
    @Ctx() context: Context,
  ): Promise<ReturnTextView | RefusedView> {
    const { em, services } = context;
    const change = { ...contentOf(input), id: knownId(id), seen };
    return answer(context, await services.returnTexts.edit(em, actorOf(context), change));
  }

  @Authorized<Action>('EDIT_OWN_DATA')
  @Mutation(() => ReturnTextResult, {
    description: `${THEIRS} Switches a text off, so that officers cannot choose it any more, or on again. As many as 100 can be on: listTooLong.`,
  })
  async switchReturnText(
    @Arg('id', () => ID, WHICH) id: string,
    @Arg('revision', () => Int, SEEN) seen: number,
    @Arg('active', () => Boolean, { description: 'Whether officers can choose it.' }) active: boolean,
    @Ctx() context: Context,
  ): Promise<ReturnTextView | RefusedView> {
    const { em, services } = context;
    const change = { id: knownId(id), seen, active };
    return answer(context, await services.returnTexts.switch(em, actorOf(context), change));
  }

  @FieldResolver(() => [ReturnTextChoiceView], {
    name: 'returnTextChoices',
    description:
      'What can be chosen when an item of this record is returned: the district’s texts, then the city’s, or else the common ones; empty for whoever does not decide on the record.',
  })
  async choicesOf(
    @Root() { row }: CollectionRecordView,
    @Ctx() context: Context,
  ): Promise<ReturnTextChoiceView[]> {
    const { viewer } = context;
    return viewer !== null && decidesOn(viewer, row) ? choicesIn(context, row.district) : [];
  }
}

async function choicesIn(
  { reference, language }: Context,
  district: string,
): Promise<ReturnTextChoiceView[]> {
  const all = await reference.returnTexts();
  const texts = REVIEW_ITEM_KINDS.flatMap((kind) => textsFor(all, district, kind));
  return texts.map((text) => new ReturnTextChoiceView(text, language));
}

const idOf = (id: string): number | null => (/^[1-9]\d{0,8}$/.test(id) ? Number(id) : null);

function knownId(id: string): number {
  const number = idOf(id);
  if (number === null) throw forbidden();
  return number;
}

const contentOf = ({ name, nameEn, reason, reasonEn, remedy, remedyEn }: ReturnTextInput) => ({
  name,
  nameEn: nameEn ?? null,
  reason,
  reasonEn: reasonEn ?? null,
  remedy: remedy ?? null,
  remedyEn: remedyEn ?? null,
});

const answer = ({ language }: Context, result: EditedText | Refused): ReturnTextView | RefusedView =>
  result instanceof Refused
    ? new RefusedView(result.refusals, language)
    : new ReturnTextView(result.text, result.editions, language);
