import type {
  GuardianNoticeQuery,
  MyRecordsQuery,
  PrivacyPolicyQuery,
  RegisterChildMutation,
  RequestCaptchaMutation,
  RequestSmsCodeMutation,
  RequestWithdrawalCodeMutation,
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
    RequestWithdrawalCodeMutation
>;

export const results = new Store<Results>({});
