import { FreeText } from '../platform/free-text.js';
import type { Action } from '@enrolment/rulebook/access.js';
import { PURPOSE_LENGTH } from '@enrolment/rulebook/disclosure.js';
import type { DocumentHolder } from '@enrolment/rulebook/vocabulary.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import { Arg, Authorized, createUnionType, Ctx, Mutation, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { Limited } from '../platform/rates/limited.js';
import { CollectionNumber } from '../scalars.js';
import { RefusedView } from '../refusal.type.js';
import { DocumentHolderEnum } from '../vocabulary.type.js';
import { RevealedDocumentsView, RevealedDocumentView } from './disclosure.type.js';

const RevealResult = createUnionType({
  name: 'RevealResult',
  description: 'One person’s whole numbers, or what is wrong with the purpose; then nothing is shown.',
  types: () => [RevealedDocumentView, RefusedView] as const,
});

@Resolver()
export class DisclosureResolver {
  @Authorized<Action>('SEE_WHOLE_NUMBERS')
  @Mutation(() => RevealedDocumentsView, {
    description:
      'For officers of the record’s district: reveals whole document numbers and phones. It is audited with the purpose, which the family reads under 谁看过孩子的信息. BAD_USER_INPUT for a purpose that says nothing, is too long or names somebody.',
  })
  @Limited('REVEAL')
  async revealDocuments(
    @Arg('number', () => CollectionNumber, { description: 'The record’s collection number.' }) number: string,
    @FreeText('purpose', {
      description: `The purpose, in a sentence of at most ${PURPOSE_LENGTH} characters, without names or numbers.`,
    })
    purpose: string,
    @Ctx() context: Context,
  ): Promise<RevealedDocumentsView> {
    const { em, services } = context;
    return new RevealedDocumentsView(await services.disclosure.reveal(em, actorOf(context), number, purpose));
  }

  @Authorized<Action>('SEE_WHOLE_NUMBERS')
  @Mutation(() => RevealResult, {
    description:
      'For officers of the record’s district: reveals the whole document number and phone of one person of the record; the others stay masked. Audited with person and purpose, which the family reads. BAD_USER_INPUT where there is no second guardian.',
  })
  @Limited('REVEAL')
  async revealDocument(
    @Arg('number', () => CollectionNumber, { description: 'The record’s collection number.' }) number: string,
    @Arg('holder', () => DocumentHolderEnum, { description: 'Whose document.' }) holder: DocumentHolder,
    @FreeText('purpose', {
      description: `The purpose, in a sentence of at most ${PURPOSE_LENGTH} characters, without names or numbers.`,
    })
    purpose: string,
    @Ctx() context: Context,
  ): Promise<RevealedDocumentView | RefusedView> {
    const { em, services, language } = context;
    const asked = { number, holder, purpose };
    const shown = await services.disclosure.revealOne(em, actorOf(context), asked);
    return shown instanceof Refused
      ? new RefusedView(shown.refusals, language)
      : new RevealedDocumentView(shown);
  }
}
