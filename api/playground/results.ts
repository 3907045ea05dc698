import type {
  ConfirmExportMutation,
  GuardianNoticeQuery,
  MyRecordsQuery,
  PrivacyPolicyQuery,
  RegisterChildMutation,
  RequestCaptchaMutation,
  RequestExportCodeMutation,
  RequestSmsCodeMutation,
  RequestWithdrawalCodeMutation,
  SaveDetailsMutation,
  SchoolsQuery,
  SubmitDetailsMutation,
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
    RequestWithdrawalCodeMutation &
    SaveDetailsMutation &
    SubmitDetailsMutation &
    SchoolsQuery &
    RequestExportCodeMutation &
    ConfirmExportMutation & {
      /** What a step asked of it last. */
      collectionRecord: { number?: string; version?: number; formUrl?: string | null } | null;
    }
>;

export const results = new Store<Results>({});
