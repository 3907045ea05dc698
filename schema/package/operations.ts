/** What systems ask, by the scope that it takes. */
export {
  // DASHBOARDS
  DashboardDocument,
  // LISTS
  RecordChangesDocument,
  RecordDocument,
  RecordListDocument,
  // DECISIONS
  ApproveAdmissionsDocument,
  CancelJobDocument,
  DecideAppealDocument,
  DecideIdentityCheckDocument,
  DecideReviewItemDocument,
  JobDocument,
  JobsDocument,
  RejectRecordsDocument,
  // IMPORTS
  SetUpCityDocument,
  // WEBHOOKS
  CreateWebhookDocument,
  DeleteWebhookDocument,
  ReplayWebhookDeliveriesDocument,
  ReplayWebhookDocument,
  RotateWebhookSecretDocument,
  UpdateWebhookDocument,
  WebhookDeliveriesDocument,
  WebhookDocument,
  WebhooksDocument,
  // administrators, by an access token of their own
  ApiTokensDocument,
  CreateApiTokenDocument,
  RevokeApiTokenDocument,
  // everybody
  RulesDocument,
  SchoolsDocument,
  SeasonsDocument,
  ViewerDocument,
} from '../client/graphql.ts';
