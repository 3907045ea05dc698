import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { CollectionNumber } from '../scalars.js';
import type { FormStatus, Verification } from './collection-form.service.js';

const FormStatusEnum = {
  VALID: 'VALID',
  SUPERSEDED: 'SUPERSEDED',
  WITHDRAWN: 'WITHDRAWN',
  UNKNOWN: 'UNKNOWN',
} as const satisfies Record<FormStatus, FormStatus>;
registerEnumType(FormStatusEnum, {
  name: 'FormStatus',
  description: 'Whether a printed form still holds.',
  valuesConfig: {
    VALID: { description: '有效: it agrees with the record.' },
    SUPERSEDED: { description: '已更新: the record has changed since; it has to be printed again.' },
    WITHDRAWN: { description: '已撤销: the record was withdrawn.' },
    UNKNOWN: { description: '无法识别: no form of this service has this code.' },
  },
});

@ObjectType('FormVerification', {
  description:
    'What the code on a printed form leads to: whether the form is valid, its number and its time, and nothing else.',
})
export class FormVerificationView {
  constructor(private readonly verification: Verification) {}

  @Field(() => FormStatusEnum, { description: 'Whether the form is valid.' })
  get status(): FormStatus {
    return this.verification.status;
  }

  @Field(() => CollectionNumber, { nullable: true, description: '信息采集编号; null for an unknown code.' })
  get number(): string | null {
    return this.verification.number;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was printed; null for an unknown code.',
  })
  get printedAt(): Date | null {
    return this.verification.printedAt;
  }
}
