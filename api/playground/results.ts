import type {
  ColleaguesQuery,
  ConfirmExportMutation,
  CreateApiTokenMutation,
  CreateReturnTextMutation,
  CreateWebhookMutation,
  GuardianNoticeQuery,
  JobQuery,
  JointReviewQuery,
  MyRecordsQuery,
  OfficeCalendarQuery,
  OwnPapersQuery,
  OwnSentencesQuery,
  OwnSubdistrictsQuery,
  PrivacyPolicyQuery,
  ProposeListExportMutation,
  RegisterAtDeskMutation,
  RegisterChildMutation,
  RequestCaptchaMutation,
  RequestExportCodeMutation,
  RequestSmsCodeMutation,
  RequestWithdrawalCodeMutation,
  SaveDetailsMutation,
  SaveViewMutation,
  SchoolsQuery,
  SimulatePolicyMutation,
  StartBulkMutation,
  SubmitDetailsMutation,
  TryBulkMutation,
} from '@enrolment/schema/client';
import { Store } from './store';

/** The newest answer to each root field: what later steps of an example are filled in from. */
export type Results = Partial<
  GuardianNoticeQuery &
    PrivacyPolicyQuery &
    RequestCaptchaMutation &
    RequestSmsCodeMutation &
    RegisterChildMutation &
    MyRecordsQuery &
    OfficeCalendarQuery &
    OwnSentencesQuery &
    OwnSubdistrictsQuery &
    RequestWithdrawalCodeMutation &
    SaveDetailsMutation &
    SubmitDetailsMutation &
    SchoolsQuery &
    RequestExportCodeMutation &
    ConfirmExportMutation &
    CreateApiTokenMutation &
    CreateReturnTextMutation &
    CreateWebhookMutation &
    TryBulkMutation &
    StartBulkMutation &
    ColleaguesQuery &
    SaveViewMutation &
    ProposeListExportMutation &
    JobQuery &
    JointReviewQuery &
    RegisterAtDeskMutation &
    OwnPapersQuery &
    SimulatePolicyMutation & {
      /** The child that goes the whole way, and who has registered it. */
      registered: { number: string; by: string };
      /** What a step asked of it last. */
      collectionRecord: {
        number?: string;
        version?: number;
        formUrl?: string | null;
        nearDuplicates?: readonly { number: string }[];
      } | null;
    }
>;

export const results = new Store<Results>({});
