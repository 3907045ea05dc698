import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RefusedView } from '../refusal.type.js';
import type { SentCode } from './sms-code.service.js';

@ObjectType('Captcha', {
  description:
    'A robot check: a proof of work that the device does, with nothing for a person to read. It can be used once, within ten minutes.',
})
export class CaptchaView {
  @Field(() => ID, { description: 'Id of the robot check.' })
  readonly id: string;

  @Field(() => String, { description: 'What the widget needs: the ALTCHA challenge, as JSON.' })
  readonly challenge: string;

  constructor({ id, challenge }: { id: string; challenge: string }) {
    this.id = id;
    this.challenge = challenge;
  }
}

@InputType({ description: 'The answer to a robot check.' })
export class CaptchaAnswerInput {
  @Field(() => ID, { description: 'Id of the robot check.' })
  id!: string;

  @Field(() => String, {
    description: 'The widget’s payload: base64 of a JSON object with challenge and solution.',
  })
  answer!: string;
}

@InputType({ description: 'A request for a code to register a child.' })
export class RequestSmsCodeInput {
  @Field(() => String, {
    description: 'Mobile number of mainland China; +86, blanks and full-width digits are accepted.',
  })
  phone!: string;

  @Field(() => CaptchaAnswerInput, { description: 'A solved robot check of the same person.' })
  captcha!: CaptchaAnswerInput;

  @Field(() => String, {
    nullable: true,
    description: 'The child’s name. The SMS then names the child, masked.',
  })
  childName?: string | null;
}

@ObjectType('SmsCodeSent', { description: 'A six-digit code is on its way.' })
export class SmsCodeSentView {
  @Field(() => String, { description: 'The phone, masked.' })
  readonly sentTo: string;

  @Field(() => Int, { description: 'In how many seconds the next one may be requested.' })
  readonly cooldownSeconds: number;

  @Field(() => GraphQLDateTime, { description: 'Until when the code can be used.' })
  readonly expiresAt: Date;

  constructor({ sentTo, cooldownSeconds, expiresAt }: SentCode) {
    this.sentTo = sentTo;
    this.cooldownSeconds = cooldownSeconds;
    this.expiresAt = expiresAt;
  }
}

export const SmsCodeResult = createUnionType({
  name: 'SmsCodeResult',
  description: 'The code that was sent, or the reasons why none was.',
  types: () => [SmsCodeSentView, RefusedView] as const,
});
