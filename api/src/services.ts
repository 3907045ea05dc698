import { AdmissionService } from './admission/admission.service.js';
import { CalendarService } from './calendar/calendar.service.js';
import { AuditTrailService } from './audit-trail/audit-trail.service.js';
import { AuthorizationService } from './authorization/authorization.service.js';
import { CaptchaService } from './captcha/captcha.service.js';
import { CollectionFormService } from './collection-form/collection-form.service.js';
import type { FormSettings } from './config.js';
import type { Reader } from './context.js';
import { CorrectionService } from './correction/correction.service.js';
import { DetailsService } from './details/details.service.js';
import { IdentityCheckService } from './identity-check/identity-check.service.js';
import type { VerificationGateway } from './identity-check/verification-gateway.js';
import { DisclosureService } from './disclosure/disclosure.service.js';
import { MessageService } from './message/message.service.js';
import type { SmsGateway } from './message/sms-gateway.js';
import { NoticeService } from './notice/notice.service.js';
import type { KeyRing } from './platform/keys.js';
import { staffGrant } from './record/access.js';
import { RecordService, type RecordRow } from './record/record.service.js';
import { CollectionRecordView } from './record/record.type.js';
import { Refused, RefusedView } from './refusal.type.js';
import { ReminderService } from './reminder/reminder.service.js';
import { RecordExportService } from './record-export/record-export.service.js';
import { RegistrationService } from './registration/registration.service.js';
import { AppealService } from './review/appeal.service.js';
import { ReviewService } from './review/review.service.js';
import { SmsCodeService } from './sms-code/sms-code.service.js';
import { WithdrawalService } from './withdrawal/withdrawal.service.js';

export type Services = ReturnType<typeof createServices>;

/** The use cases, wired once a process. */
export function createServices(
  keys: KeyRing,
  gateways: { readonly sms: SmsGateway; readonly verification: VerificationGateway },
  formSettings: FormSettings,
) {
  const messages = new MessageService(keys, gateways.sms);
  const codes = new SmsCodeService(keys, messages);
  const captcha = new CaptchaService(keys);
  const notices = new NoticeService(keys);
  const records = new RecordService(keys);
  const reviews = new ReviewService(keys, messages);
  const identityChecks = new IdentityCheckService(keys, gateways.verification, reviews, messages);
  const authorization = new AuthorizationService(keys, records, messages);
  /** A record as this reader may see it. */
  const view = (row: RecordRow, { viewer, now }: Reader): CollectionRecordView => {
    const key = keys.keyOf(row);
    return new CollectionRecordView(row, key, {
      staff: viewer !== null && staffGrant(viewer, row) !== null,
      now,
    });
  };
  const auditTrail = new AuditTrailService(keys);
  return {
    authorization,
    details: new DetailsService(keys, records, reviews, authorization, identityChecks),
    messages,
    auditTrail,
    disclosure: new DisclosureService(keys),
    captcha,
    notices,
    records,
    reviews,
    identityChecks,
    appeals: new AppealService(keys, records, reviews, messages),
    admissions: new AdmissionService(keys, messages),
    calendar: new CalendarService(),
    exports: new RecordExportService(keys, records, codes, auditTrail),
    forms: new CollectionFormService(keys, records, formSettings),
    correction: new CorrectionService(keys, identityChecks, messages),
    reminders: new ReminderService(keys, messages),
    registration: new RegistrationService(keys, notices, captcha, codes, messages),
    withdrawal: new WithdrawalService(keys, codes, messages),
    view,
    /** What a mutation answers: the record, or the rules that were broken. */
    answer: (reader: Reader, result: RecordRow | Refused): CollectionRecordView | RefusedView =>
      result instanceof Refused ? new RefusedView(result.refusals, reader.language) : view(result, reader),
  };
}
