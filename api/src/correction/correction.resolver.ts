import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { CollectionRecordView } from '../record/record.type.js';
import type { RefusedView } from '../refusal.type.js';
import { RecordResult } from '../registration/registration.resolver.js';
import { CalendarDate, CollectionNumber } from '../scalars.js';
import type { Sex } from '../vocabulary.js';
import { SexEnum } from '../vocabulary.type.js';

@InputType({ description: 'What is set right in a registration; what is left out stays as it is.' })
export class CorrectionInput {
  @Field(() => String, { nullable: true, description: 'The child’s name.' })
  childName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The child’s document number, of the same type of document.',
  })
  childDocumentNumber?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The child’s birth date.' })
  birthDate?: string | null;

  @Field(() => SexEnum, { nullable: true, description: 'The child’s sex.' })
  sex?: Sex | null;

  @Field(() => String, { nullable: true, description: 'The first guardian’s name.' })
  guardianName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The first guardian’s phone: the way for who has lost the phone of the registration.',
  })
  guardianPhone?: string | null;
}

@Resolver()
export class CorrectionResolver {
  @Mutation(() => RecordResult, {
    description:
      'Officers of the record’s district: sets right what the family cannot edit (二(二)2), such as a wrong name or a lost phone. Every rule of the registration holds; the reason is audited and shown to the family; a changed name or document is verified anew.',
  })
  async correctRegistration(
    @Arg('number', () => CollectionNumber, { description: 'Which record.' }) number: string,
    @Arg('input', () => CorrectionInput, { description: 'What is set right.' }) input: CorrectionInput,
    @Arg('reason', () => String, { description: 'Why; at most 500 characters, without anybody’s data.' })
    reason: string,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    const { childName = null, childDocumentNumber = null, birthDate = null, sex = null } = input;
    const { guardianName = null, guardianPhone = null } = input;
    const correction = {
      childName,
      childDocumentNumber,
      birthDate,
      sex,
      guardianName,
      guardianPhone,
      reason,
    };
    return services.answer(
      context,
      await services.correction.correct(em, actorOf(context), number, correction),
    );
  }
}
