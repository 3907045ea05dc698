import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { PURPOSE_LENGTH } from '../rulebook/disclosure.js';
import { CollectionNumber } from '../scalars.js';
import { RevealedDocumentsView } from './disclosure.type.js';

@Resolver()
export class DisclosureResolver {
  @Mutation(() => RevealedDocumentsView, {
    description:
      'Officers of the record’s district: whole document numbers and phones. Audited with the purpose, which the family reads under 谁看过孩子的信息. A purpose that says nothing, is too long or names somebody is BAD_USER_INPUT.',
  })
  async revealDocuments(
    @Arg('number', () => CollectionNumber, { description: 'Which record.' }) number: string,
    @Arg('purpose', () => String, {
      description: `What for, in a sentence of at most ${PURPOSE_LENGTH} characters, without names or numbers.`,
    })
    purpose: string,
    @Ctx() context: Context,
  ): Promise<RevealedDocumentsView> {
    const { em, services } = context;
    return new RevealedDocumentsView(await services.disclosure.reveal(em, actorOf(context), number, purpose));
  }
}
