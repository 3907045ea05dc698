import type { Action } from '@enrolment/rulebook/access.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { Limited } from '../platform/rates/limited.js';
import { RefusedView } from '../refusal.type.js';
import { CollectionNumber } from '../scalars.js';
import { CaptchaView, RequestSmsCodeInput, SmsCodeResult, SmsCodeSentView } from './sms-code.type.js';
import type { SentCode } from './sms-code.service.js';

@Resolver()
export class SmsCodeResolver {
  @Mutation(() => CaptchaView, {
    description: 'Makes a new robot check for the viewer, to be solved before a code is requested.',
  })
  @Authorized()
  @Limited('ROBOT_CHECK')
  async requestCaptcha(@Ctx() context: Context): Promise<CaptchaView> {
    return new CaptchaView(await context.services.captcha.create(context.em, actorOf(context)));
  }

  @Authorized()
  @Mutation(() => SmsCodeResult, {
    description:
      'Sends a code to register a child. A phone gets one in 180 s and ten a day for one account; an account may request thirty a day, and 25 in 300 s from one network address (manual 一(二)6, 六(二)3).',
  })
  async requestSmsCode(
    @Arg('input', () => RequestSmsCodeInput, { description: 'The phone, and the solved robot check.' })
    input: RequestSmsCodeInput,
    @Ctx() context: Context,
  ): Promise<SmsCodeSentView | RefusedView> {
    const { em, services } = context;
    return answer(await services.registration.requestCode(em, actorOf(context), input), context);
  }

  @Authorized<Action>('OWN_RECORD')
  @Mutation(() => SmsCodeResult, {
    description:
      'Sends a code to withdraw a record to the phone of its registration (manual 六). Only the guardian who registered it may ask for one.',
  })
  async requestWithdrawalCode(
    @Arg('number', () => CollectionNumber, { description: 'The record’s collection number.' }) number: string,
    @Ctx() context: Context,
  ): Promise<SmsCodeSentView | RefusedView> {
    const { em, services, districts } = context;
    const sent = await services.withdrawal.requestCode(em, actorOf(context), number, districts);
    return answer(sent, context);
  }
}

const answer = (result: SentCode | Refused, { language }: Context) =>
  result instanceof Refused ? new RefusedView(result.refusals, language) : new SmsCodeSentView(result);
