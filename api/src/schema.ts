import type { GraphQLSchema } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { buildSchema } from 'type-graphql';
import { authChecker } from './platform/auth-checker.js';
import { AdmissionResolver, AdmissionResultResolver } from './admission/admission.resolver.js';
import { PreregistrationResolver } from './admission/preregistration.resolver.js';
import { ApiTokenResolver } from './api-token/api-token.resolver.js';
import { AssistanceResolver, RecordAssistanceResolver } from './assistance/assistance.resolver.js';
import { AuditTrailResolver } from './audit-trail/audit-trail.resolver.js';
import { AuditWatchResolver } from './audit-trail/audit-watch.resolver.js';
import { BulkResolver } from './bulk/bulk.resolver.js';
import { DecisionFileResolver } from './decision-file/decision-file.resolver.js';
import {
  JobListExportResolver,
  ListExportResolver,
  ListExportRowResolver,
} from './list-export/list-export.resolver.js';
import { CalendarResolver } from './calendar/calendar.resolver.js';
import { RegistrationOutlookResolver } from './calendar/outlook.resolver.js';
import {
  AuthorizationResolver,
  RecordAuthorizationResolver,
} from './authorization/authorization.resolver.js';
import {
  ConversationResolver,
  RecordConversationResolver,
  WaitingFamiliesResolver,
} from './conversation/conversation.resolver.js';
import { CorrectionRequestResolver } from './correction/correction-request.resolver.js';
import { CorrectionResolver } from './correction/correction.resolver.js';
import { DisclosureResolver } from './disclosure/disclosure.resolver.js';
import { CollectionFormResolver } from './collection-form/collection-form.resolver.js';
import { DashboardResolver } from './dashboard/dashboard.resolver.js';
import { DecisionNoticeResolver } from './decision-notice/decision-notice.resolver.js';
import { DistrictCountResolver } from './dashboard/district-count.resolver.js';
import { FlowResolver } from './dashboard/flow.resolver.js';
import { DetailsFormResolver, DetailsResolver, RecordDetailsResolver } from './details/details.resolver.js';
import { DistrictResolver } from './district/district.resolver.js';
import { GuidanceResolver } from './guidance/guidance.resolver.js';
import { IdentityCheckResolver } from './identity-check/identity-check.resolver.js';
import { JobFileResolver, JobOrderResolver, JobSchoolResolver, JobResolver } from './job/job.resolver.js';
import {
  PublicationPreviewResolver,
  PublicationResolver,
  PublicationResultResolver,
  PublicationSchoolResolver,
} from './publication/publication.resolver.js';
import {
  ResultCorrectionResolver,
  CorrectedSchoolResolver,
  ResultVersionResolver,
  ResultVersionSchoolResolver,
} from './result-correction/result-correction.resolver.js';
import { NoticePublishingResolver } from './notice/publishing.resolver.js';
import { OwnDataResolver } from './own-data/own-data.resolver.js';
import { OfficeActionResolver } from './office-action/office-action.resolver.js';
import { HandOverResolver } from './claim/hand-over.resolver.js';
import { ClaimResolver } from './claim/claim.resolver.js';
import { ConsentResolver, NoticeResolver } from './notice/notice.resolver.js';
import { LikenessResolver, NearDuplicateResolver } from './likeness/likeness.resolver.js';
import { RecordChangeResolver } from './record-change/record-change.resolver.js';
import { RecordExportResolver } from './record-export/record-export.resolver.js';
import { RecordListResolver, RecordTotalResolver } from './record-list/record-list.resolver.js';
import { RecordResolver } from './record/record.resolver.js';
import { RegistrationResolver } from './registration/registration.resolver.js';
import { ReturnTextResolver } from './return-text/return-text.resolver.js';
import { RecordRetentionResolver, RetentionResolver } from './retention/retention.resolver.js';
import { SchoolResolver } from './school/school.resolver.js';
import { DeskResolver } from './district/desk.resolver.js';
import { HolidayResolver } from './holiday/holiday.resolver.js';
import { JointReviewResolver } from './joint-review/joint-review.resolver.js';
import { ReviewTaskCountResolver, ReviewTaskResolver } from './joint-review/review-task.resolver.js';
import { ReviewRequirementResolver } from './review/requirement.resolver.js';
import { ReviewResolver } from './review/review.resolver.js';
import { SavedViewCountResolver, SavedViewResolver } from './saved-view/saved-view.resolver.js';
import { VerdictResolver } from './review/verdict.resolver.js';
import { RulesResolver } from './rules/rules.resolver.js';
import { ServiceHealthResolver } from './service-health/service-health.resolver.js';
import { SessionResolver } from './session/session.resolver.js';
import {
  MissingOriginalsResolver,
  RecordMissingOriginalsResolver,
} from './school-desk/missing-originals.resolver.js';
import { SchoolDeskResolver } from './school-desk/school-desk.resolver.js';
import { SeasonResolver, SiteResolver } from './season/season.resolver.js';
import { SetupResolver } from './setup/setup.resolver.js';
import { SimulatedDistrictResolver, SimulationResolver } from './simulation/simulation.resolver.js';
import { SmsCodeResolver } from './sms-code/sms-code.resolver.js';
import { StaffGrantResolver } from './staff-grant/staff-grant.resolver.js';
import { ViewerResolver } from './viewer/viewer.resolver.js';
import { WayResolver } from './way/way.resolver.js';
import { WebhookResolver } from './webhook/webhook.resolver.js';
import { WithdrawalResolver } from './withdrawal/withdrawal.resolver.js';

/** The schema; the rulebook does what a validation library would, hence `validate: false`. */
export function createSchema(emitTo?: string): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: [
      AdmissionResolver,
      AdmissionResultResolver,
      ApiTokenResolver,
      AssistanceResolver,
      RecordAssistanceResolver,
      AuditTrailResolver,
      AuditWatchResolver,
      BulkResolver,
      DecisionFileResolver,
      JobListExportResolver,
      ListExportResolver,
      ListExportRowResolver,
      CalendarResolver,
      DisclosureResolver,
      AuthorizationResolver,
      ClaimResolver,
      ConsentResolver,
      ConversationResolver,
      CorrectionRequestResolver,
      CorrectionResolver,
      CollectionFormResolver,
      DecisionNoticeResolver,
      DashboardResolver,
      DistrictCountResolver,
      FlowResolver,
      DetailsFormResolver,
      DetailsResolver,
      DistrictResolver,
      GuidanceResolver,
      IdentityCheckResolver,
      JobFileResolver,
      JobOrderResolver,
      JobSchoolResolver,
      JobResolver,
      LikenessResolver,
      NearDuplicateResolver,
      NoticeResolver,
      NoticePublishingResolver,
      OfficeActionResolver,
      OwnDataResolver,
      PreregistrationResolver,
      ResultCorrectionResolver,
      ResultVersionResolver,
      ResultVersionSchoolResolver,
      CorrectedSchoolResolver,
      PublicationResolver,
      PublicationPreviewResolver,
      PublicationResultResolver,
      PublicationSchoolResolver,
      RecordAuthorizationResolver,
      RecordChangeResolver,
      RecordConversationResolver,
      RecordDetailsResolver,
      RecordExportResolver,
      RecordListResolver,
      RecordTotalResolver,
      RecordResolver,
      RegistrationOutlookResolver,
      RegistrationResolver,
      RecordRetentionResolver,
      RetentionResolver,
      ReturnTextResolver,
      ReviewRequirementResolver,
      ReviewResolver,
      VerdictResolver,
      HandOverResolver,
      SavedViewResolver,
      SavedViewCountResolver,
      RulesResolver,
      SeasonResolver,
      ServiceHealthResolver,
      SessionResolver,
      SiteResolver,
      SetupResolver,
      SchoolDeskResolver,
      RecordMissingOriginalsResolver,
      MissingOriginalsResolver,
      SimulatedDistrictResolver,
      SimulationResolver,
      SmsCodeResolver,
      DeskResolver,
      SchoolResolver,
      HolidayResolver,
      JointReviewResolver,
      ReviewTaskCountResolver,
      ReviewTaskResolver,
      StaffGrantResolver,
      ViewerResolver,
      WaitingFamiliesResolver,
      WayResolver,
      WebhookResolver,
      WithdrawalResolver,
    ],
    validate: false,
    // It costs a tenth of a start, and whoever prints the schema has had it checked.
    skipCheck: emitTo === undefined,
    authChecker,
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    ...(emitTo ? { emitSchemaFile: { path: emitTo, sortedSchema: true } } : {}),
  });
}
