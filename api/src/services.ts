import { ClaimService } from './claim/claim.service.js';
import { HandOverService } from './claim/hand-over.service.js';
import { AdmissionService } from './admission/admission.service.js';
import { PreregistrationService } from './admission/preregistration.service.js';
import { BulkService } from './bulk/bulk.service.js';
import { CalendarService } from './calendar/calendar.service.js';
import { ApiTokenService } from './api-token/api-token.service.js';
import { AssistanceService } from './assistance/assistance.service.js';
import { AuditTrailService } from './audit-trail/audit-trail.service.js';
import { AuditWatchService } from './audit-trail/audit-watch.service.js';
import { AuthorizationService } from './authorization/authorization.service.js';
import { CaptchaService } from './captcha/captcha.service.js';
import { CollectionFormService } from './collection-form/collection-form.service.js';
import type { FormSettings } from './config.js';
import { ConversationService } from './conversation/conversation.service.js';
import { CorrectionRequestService } from './correction/correction-request.service.js';
import { CorrectionService } from './correction/correction.service.js';
import { DashboardService } from './dashboard/dashboard.service.js';
import { DecisionFileService } from './decision-file/decision-file.service.js';
import { DecisionNoticeService } from './decision-notice/decision-notice.service.js';
import { DetailsService } from './details/details.service.js';
import { IdentityCheckService } from './identity-check/identity-check.service.js';
import type { VerificationGateway } from './identity-check/verification-gateway.js';
import { DisclosureService } from './disclosure/disclosure.service.js';
import { JobService } from './job/job.service.js';
import { SchoolService } from './school/school.service.js';
import { DeskService } from './district/desk.service.js';
import { HolidayService } from './holiday/holiday.service.js';
import { JointReviewService } from './joint-review/joint-review.service.js';
import { ReviewTaskService } from './joint-review/review-task.service.js';
import { LikenessService } from './likeness/likeness.service.js';
import { exportWork, ListExportService } from './list-export/list-export.service.js';
import { MessageService } from './message/message.service.js';
import type { SmsGateway } from './message/sms-gateway.js';
import { NoticeService } from './notice/notice.service.js';
import { NoticePublishingService } from './notice/publishing.service.js';
import { OwnDataService } from './own-data/own-data.service.js';
import { PaperFonts } from './paper/fonts.js';
import { Papers, type PaperKind } from './paper/papers.js';
import { AuditSeals } from './platform/audit/seals.js';
import { AuditVerifications } from './platform/audit/verifications.js';
import { Rates } from './platform/rates/rates.js';
import type { KeyRing } from './platform/keys.js';
import { Chronicle } from './record/chronicle.js';
import { PublicationService } from './publication/publication.service.js';
import { RecordChangeService } from './record-change/record-change.service.js';
import { RecordListService } from './record-list/record-list.service.js';
import { RecordService } from './record/record.service.js';
import { ReminderService } from './reminder/reminder.service.js';
import { RecordExportService } from './record-export/record-export.service.js';
import { RegistrationService } from './registration/registration.service.js';
import { ReturnTextService } from './return-text/return-text.service.js';
import { ResultCorrectionService } from './result-correction/result-correction.service.js';
import { RetentionService } from './retention/retention.service.js';
import { AppealService } from './review/appeal.service.js';
import { BatchService, batchJobs } from './review/batch.service.js';
import { ReviewService } from './review/review.service.js';
import { VerdictService } from './review/verdict.service.js';
import { SavedViewService } from './saved-view/saved-view.service.js';
import { MissingOriginalsService } from './school-desk/missing-originals.service.js';
import { SchoolDeskService } from './school-desk/school-desk.service.js';
import { ServiceHealthService } from './service-health/service-health.service.js';
import { SessionService } from './session/session.service.js';
import { SeasonService } from './season/season.service.js';
import { SimulationService } from './simulation/simulation.service.js';
import { SmsCodeService } from './sms-code/sms-code.service.js';
import { StaffGrantService } from './staff-grant/staff-grant.service.js';
import { WebhookDeliveryService } from './webhook/delivery.service.js';
import type { WebhookSender } from './webhook/sender.js';
import { WebhookService } from './webhook/webhook.service.js';
import { WithdrawalService } from './withdrawal/withdrawal.service.js';

export type Services = ReturnType<typeof createServices>;

/** The use cases, wired once a process. */
export function createServices(
  keys: KeyRing,
  gateways: {
    readonly sms: SmsGateway;
    readonly verification: VerificationGateway;
    readonly webhooks: WebhookSender;
  },
  formSettings: FormSettings,
  rates = new Rates(),
) {
  const messages = new MessageService(keys, gateways.sms);
  const codes = new SmsCodeService(keys);
  const captcha = new CaptchaService(keys);
  const notices = new NoticeService(keys);
  const records = new RecordService(keys);
  const sessions = new SessionService(keys);
  const chronicle = new Chronicle(keys);
  const verdicts = new VerdictService(keys, chronicle);
  const reviews = new ReviewService(keys, chronicle, verdicts);
  const identityChecks = new IdentityCheckService(keys, gateways.verification, reviews, chronicle, verdicts);
  const admissions = new AdmissionService(keys, chronicle);
  const preregistrations = new PreregistrationService(keys, chronicle);
  const claims = new ClaimService(keys, chronicle);
  const recordLists = new RecordListService(keys);
  const batches = {
    DECIDE_REVIEW_ITEM: reviews.deciding,
    DECIDE_IDENTITY_CHECK: identityChecks.deciding,
    REJECT_RECORDS: reviews.rejecting,
    PREREGISTER: preregistrations.preregistering,
    APPROVE_ADMISSIONS: admissions.deciding,
    CLAIM_RECORDS: claims.claiming,
    RELEASE_RECORDS: claims.releasing,
    TAKE_OVER_RECORDS: claims.takingOver,
  };
  const correction = new CorrectionService(keys, identityChecks, chronicle);
  const { apiOrigin, webOrigin, rareGlyphFonts } = formSettings;
  const fonts = new PaperFonts(rareGlyphFonts);
  const assistance = new AssistanceService(keys);
  const papers = (kind: PaperKind) => new Papers(kind, keys, records, sessions, assistance, apiOrigin);
  const forms = new CollectionFormService(keys, papers('forms'), fonts, webOrigin);
  const jobs = new JobService(keys, { ...batchJobs(keys, batches), EXPORT_LIST: exportWork(keys) });
  const webhooks = new WebhookService(keys, gateways.webhooks);
  const authorization = new AuthorizationService(keys, records, chronicle);
  const auditTrail = new AuditTrailService(keys);
  const auditSeals = new AuditSeals(keys);
  const auditVerifications = new AuditVerifications(keys, auditSeals);
  return {
    keys,
    rates,
    assistance,
    authorization,
    dashboards: new DashboardService(),
    details: new DetailsService(keys, records, authorization, identityChecks, chronicle),
    messages,
    auditTrail,
    auditSeals,
    auditVerifications,
    auditWatch: new AuditWatchService(auditVerifications),
    disclosure: new DisclosureService(keys, chronicle),
    captcha,
    notices,
    noticePublishing: new NoticePublishingService(),
    ownData: new OwnDataService(),
    records,
    recordLists,
    reviews,
    verdicts,
    identityChecks,
    jobs,
    appeals: new AppealService(keys, records, reviews, chronicle, verdicts),
    admissions,
    preregistrations,
    resultCorrections: new ResultCorrectionService(keys, chronicle),
    publications: new PublicationService(keys, chronicle),
    apiTokens: new ApiTokenService(webhooks),
    batches: new BatchService(keys, batches, jobs),
    bulk: new BulkService(keys, jobs, recordLists),
    calendar: new CalendarService(),
    changes: new RecordChangeService(),
    claims,
    handOvers: new HandOverService(keys, chronicle),
    decisionFiles: new DecisionFileService(jobs),
    conversations: new ConversationService(keys, records, chronicle),
    desks: new DeskService(),
    schools: new SchoolService(),
    holidays: new HolidayService(),
    jointReviews: new JointReviewService(),
    reviewTasks: new ReviewTaskService(keys),
    listExports: new ListExportService(keys, jobs, recordLists),
    likeness: new LikenessService(keys, reviews, chronicle),
    returnTexts: new ReturnTextService(),
    retention: new RetentionService(),
    seasons: new SeasonService(),
    exports: new RecordExportService(keys, records, codes, auditTrail),
    forms,
    decisionNotices: new DecisionNoticeService(keys, papers('notices'), fonts),
    savedViews: new SavedViewService(),
    missingOriginals: new MissingOriginalsService(keys, chronicle),
    schoolDesk: new SchoolDeskService(records, forms, rates),
    correction,
    correctionRequests: new CorrectionRequestService(keys, records, correction, chronicle),
    reminders: new ReminderService(keys, messages),
    registration: new RegistrationService(keys, notices, captcha, codes),
    serviceHealth: new ServiceHealthService(auditVerifications),
    sessions,
    simulations: new SimulationService(keys),
    staffGrants: new StaffGrantService(),
    webhooks,
    webhookDeliveries: new WebhookDeliveryService(keys, gateways.webhooks),
    withdrawal: new WithdrawalService(keys, records, codes, chronicle, assistance),
  };
}
