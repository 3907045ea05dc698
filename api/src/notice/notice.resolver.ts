import { NOTICE_READING_SECONDS } from '@enrolment/rulebook/notice.js';
import type { ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { ApiError } from '../platform/errors.js';
import { CollectionRecordView } from '../record/record.type.js';
import { ServiceKindEnum } from '../vocabulary.type.js';
import { ConsentView } from './consent.type.js';
import { noticeKey } from './notice.loader.js';
import { NoticeView } from './notice.type.js';

@Resolver()
export class NoticeResolver {
  @Query(() => NoticeView, {
    description:
      '监护人须知 of a service in a district, with a new ticket each time (manual 一(一)4). Needs no sign-in.',
  })
  async guardianNotice(
    @Arg('service', () => ServiceKindEnum, { description: 'The service.' }) service: ServiceKind,
    @Arg('district', () => String, { description: 'Entry code of the chosen district.' }) district: string,
    @Ctx() { em, services, districts, language, now }: Context,
  ): Promise<NoticeView> {
    if (!/^\d{2}$/.test(district) || !(await districts.byCode.load(district))) {
      throw new ApiError('BAD_USER_INPUT', { message: 'There is no such district.' });
    }
    const text = await services.notices.inForce(em, service, { language, now });
    const ticket = services.notices.sign({ district, service, version: text.version, openedAt: now });
    return new NoticeView(text, NOTICE_READING_SECONDS, ticket);
  }

  @Query(() => NoticeView, {
    description: '《个人信息保护政策》 in force (manual 一(一)5). Needs no sign-in.',
  })
  async privacyPolicy(@Ctx() { em, services, language, now }: Context): Promise<NoticeView> {
    return new NoticeView(await services.notices.inForce(em, 'PRIVACY', { language, now }), 0, '');
  }
}

@Resolver(() => CollectionRecordView)
export class ConsentResolver {
  @FieldResolver(() => [ConsentView], {
    description:
      'The texts that were accepted with the registration: the notice and the privacy policy, by version.',
  })
  async consents(
    @Root() { row, registeredAt }: CollectionRecordView,
    @Ctx() { notices, language }: Context,
  ): Promise<ConsentView[]> {
    const [notice, policy] = await Promise.all([
      notices.load(noticeKey(row.service, row.noticeVersion)),
      notices.load(noticeKey('PRIVACY', row.privacyPolicyVersion)),
    ]);
    const accepted = { at: registeredAt, language: row.language ?? null };
    return [
      new ConsentView({ kind: 'GUARDIAN_NOTICE', ...accepted }, notice, language),
      new ConsentView({ kind: 'PRIVACY_POLICY', ...accepted }, policy, language),
    ];
  }
}
