import { Arg, Authorized, createUnionType, Ctx, Mutation, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { answer } from '../record/record.answer.js';
import { Limited } from '../platform/rates/limited.js';
import { CollectionRecordView } from '../record/record.type.js';
import { RefusedView } from '../refusal.type.js';
import { RegisterChildInput } from './registration.inputs.js';

export const RecordResult = createUnionType({
  name: 'RecordResult',
  description: 'The record, or the reasons why nothing was done.',
  types: () => [CollectionRecordView, RefusedView] as const,
});

@Resolver()
export class RegistrationResolver {
  @Mutation(() => RecordResult, {
    description:
      'Registers a child (manual 一(二)): issues a collection number, or lists every broken rule and writes nothing. Repeating the call with the same idempotency key registers nothing twice.',
  })
  @Authorized()
  @Limited('REGISTER')
  async registerChild(
    @Arg('input', () => RegisterChildInput, { description: 'What the guardian has filled in.' })
    input: RegisterChildInput,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    const { child, ground = null, ...rest } = input;
    const { hukouProvince = null, hukouDistrict = null } = child;
    const registration = { ...rest, ground, child: { ...child, hukouProvince, hukouDistrict } };
    return answer(context, await services.registration.register(em, actorOf(context), registration));
  }
}
