import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { Refused, RefusedView } from '../refusal.type.js';
import { CollectionNumber } from '../scalars.js';
import { CaptchaView, RequestSmsCodeInput, SmsCodeResult, SmsCodeSentView } from './sms-code.type.js';
import type { SentCode } from './sms-code.service.js';

@Resolver()
export class SmsCodeResolver {
  @Mutation(() => CaptchaView, {
    description: 'A new robot check for the viewer, to be solved before a code is asked for.',
  })
  async requestCaptcha(@Ctx() context: Context): Promise<CaptchaView> {
    return new CaptchaView(await context.services.captcha.create(context.em, actorOf(context)));
  }

  @Mutation(() => SmsCodeResult, {
    description:
      'Sends a code to register a child: one per phone in 180 s, ten a day, 25 per network address in 300 s (manual 一(二)6, 六(二)3).',
  })
  async requestSmsCode(
    @Arg('input', () => RequestSmsCodeInput, { description: 'Where to, and the robot check.' })
    input: RequestSmsCodeInput,
    @Ctx() context: Context,
  ): Promise<SmsCodeSentView | RefusedView> {
    const { em, services } = context;
    return answer(await services.registration.requestCode(em, actorOf(context), input), context);
  }

  @Mutation(() => SmsCodeResult, {
    description:
      'Sends a code to withdraw a record, to the phone of its registration (manual 六). Only for who registered it.',
  })
  async requestWithdrawalCode(
    @Arg('number', () => CollectionNumber, { description: 'Which record.' }) number: string,
    @Ctx() context: Context,
  ): Promise<SmsCodeSentView | RefusedView> {
    const { em, services } = context;
    return answer(await services.withdrawal.requestCode(em, actorOf(context), number), context);
  }
}

const answer = (result: SentCode | Refused, { language }: Context) =>
  result instanceof Refused ? new RefusedView(result.refusals, language) : new SmsCodeSentView(result);
