import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { CollectionNumber } from '../scalars.js';
import type { FormStatus, Verification } from './collection-form.service.js';

export const FormStatusEnum = {
  VALID: 'VALID',
  SUPERSEDED: 'SUPERSEDED',
  WITHDRAWN: 'WITHDRAWN',
  UNKNOWN: 'UNKNOWN',
} as const satisfies Record<FormStatus, FormStatus>;
registerEnumType(FormStatusEnum, {
  name: 'FormStatus',
  description: 'Whether a printed form still holds.',
  valuesConfig: {
    VALID: { description: '有效: it says what the record says.' },
    SUPERSEDED: { description: '已更新: the record has been changed since; a new print is needed.' },
    WITHDRAWN: { description: '已撤销: the record was withdrawn.' },
    UNKNOWN: { description: '无法识别: no form of this service has this code.' },
  },
});

@ObjectType('FormVerification', {
  description:
    'What the code on a printed form leads to: whether it holds, its number and time, nothing else.',
})
export class FormVerificationView {
  constructor(private readonly verification: Verification) {}

  @Field(() => FormStatusEnum, { description: 'Whether it holds.' })
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
