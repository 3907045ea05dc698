import { CaptchaService } from './captcha/captcha.service.js';
import { MessageService } from './message/message.service.js';
import type { SmsGateway } from './message/sms-gateway.js';
import { NoticeService } from './notice/notice.service.js';
import type { KeyRing } from './platform/keys.js';
import { RecordService, type RecordRow } from './record/record.service.js';
import { CollectionRecordView } from './record/record.type.js';
import { RegistrationService } from './registration/registration.service.js';
import { SmsCodeService } from './sms-code/sms-code.service.js';
import { WithdrawalService } from './withdrawal/withdrawal.service.js';

export type Services = ReturnType<typeof createServices>;

/** The use cases, wired once a process. */
export function createServices(keys: KeyRing, gateway: SmsGateway) {
  const messages = new MessageService(keys, gateway);
  const codes = new SmsCodeService(keys, messages);
  const captcha = new CaptchaService(keys);
  const notices = new NoticeService(keys);
  return {
    messages,
    captcha,
    notices,
    records: new RecordService(),
    registration: new RegistrationService(keys, notices, captcha, codes, messages),
    withdrawal: new WithdrawalService(keys, codes, messages),
    view: (row: RecordRow) =>
      new CollectionRecordView(row, keys.open({ keyId: row.key_id, wrappedKey: row.wrapped_key }, row.id)),
  };
}
