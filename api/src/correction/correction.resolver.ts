import { FreeText } from '../platform/free-text.js';
import type { Action } from '@enrolment/rulebook/access.js';
import { CORRECTABLE, type Correction } from '@enrolment/rulebook/correction.js';
import type { DocumentType, Sex } from '@enrolment/rulebook/vocabulary.js';
import { Arg, Authorized, Ctx, Field, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { answer } from '../record/record.answer.js';
import { CollectionRecordView } from '../record/record.type.js';
import type { RefusedView } from '../refusal.type.js';
import { REVISION } from '../review/batch.type.js';
import { RecordResult } from '../registration/registration.resolver.js';
import { CalendarDate, CollectionNumber } from '../scalars.js';
import { DocumentTypeEnum, SexEnum } from '../vocabulary.type.js';

@InputType({ description: 'The fields of a registration to correct; a field left out stays as it is.' })
export class CorrectionInput {
  @Field(() => String, { nullable: true, description: 'The child’s name.' })
  childName?: string | null;

  @Field(() => DocumentTypeEnum, { nullable: true, description: 'The kind of the child’s document.' })
  childDocumentType?: DocumentType | null;

  @Field(() => String, { nullable: true, description: 'The child’s document number.' })
  childDocumentNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '国籍, ISO 3166-1 alpha-2, such as CN; a passport is known by it.',
  })
  nationality?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '户籍所在地, GB/T 2260 province code such as 130000; empty when the child has none. It has to fit the service of the record.',
  })
  hukouProvince?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Entry code of the hukou’s district, when it is in Beijing.',
  })
  hukouDistrict?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '居住地, entry code of the district; this or the hukou’s stays the district of the record (一(二)2).',
  })
  residenceDistrict?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The child’s birth date.' })
  birthDate?: string | null;

  @Field(() => SexEnum, { nullable: true, description: 'The child’s sex.' })
  sex?: Sex | null;

  @Field(() => String, { nullable: true, description: 'The first guardian’s name.' })
  guardianName?: string | null;

  @Field(() => DocumentTypeEnum, {
    nullable: true,
    description: 'The kind of the first guardian’s document.',
  })
  guardianDocumentType?: DocumentType | null;

  @Field(() => String, { nullable: true, description: 'The first guardian’s document number.' })
  guardianDocumentNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The first guardian’s phone; for a guardian who has lost the registered one.',
  })
  guardianPhone?: string | null;
}

@Resolver()
export class CorrectionResolver {
  @Authorized<Action>('SEE_WHOLE_NUMBERS')
  @Mutation(() => RecordResult, {
    description:
      'For officers of the record’s district: corrects what the family cannot edit (二(二)2), such as a wrong name, a moved hukou or a lost phone. Every rule of the registration holds. The reason is audited and shown to the family. A changed name or document is verified again.',
  })
  async correctRegistration(
    @Arg('number', () => CollectionNumber, { description: 'The record’s collection number.' }) number: string,
    @Arg('input', () => CorrectionInput, { description: 'The corrected values.' }) input: CorrectionInput,
    @FreeText('reason', {
      description: 'The reason, in at most 500 characters, without names or numbers of anybody.',
    })
    reason: string,
    @Arg('revision', () => Int, REVISION) revision: number | null,
    @Ctx() context: Context,
  ): Promise<CollectionRecordView | RefusedView> {
    const { em, services } = context;
    const correction = Object.fromEntries(CORRECTABLE.map((field) => [field, input[field] ?? null]));
    return answer(
      context,
      await services.correction.correct(em, actorOf(context), number, {
        ...(correction as Correction),
        reason,
        revision: revision ?? null,
      }),
    );
  }
}
