import {
  ChecklistDocument,
  GuardianNoticeDocument,
  GuidanceDocument,
  MyRecordsDocument,
  PortalDocument,
  PrivacyPolicyDocument,
  RecordDocument,
  RegisterChildDocument,
  RequestCaptchaDocument,
  RequestSmsCodeDocument,
  RequestWithdrawalCodeDocument,
  RulesDocument,
  ViewerDocument,
  WithdrawRecordDocument,
  type DocumentType,
} from '@enrolment/schema/client';
import { DISTRICT, guardian, isGuardian, isOfficer, SERVICE, step, type Job } from './job';
import type { Results } from './results';
import { makeUpChild, readSmsCode, sandboxUrl, solveCaptcha } from './sandbox';
import { THE_WAY } from './way';

const RESIDENT_ID: DocumentType = 'RESIDENT_ID';

const rules = step('Rules', RulesDocument);

const portal = step('Portal', PortalDocument);

const guidance = step('Guidance', GuidanceDocument, () => () => ({
  input: {
    nationality: 'CN',
    hukouInBeijing: false,
    hukouRegion: '130000',
    birthDate: `${new Date().getFullYear() - 6}-05-20`,
  },
}));

const checklist = step('Checklist', ChecklistDocument, () => () => ({
  district: DISTRICT,
  service: SERVICE,
}));

const notice = step('GuardianNotice', GuardianNoticeDocument, () => () => ({
  service: SERVICE,
  district: DISTRICT,
}));

const privacyPolicy = step('PrivacyPolicy', PrivacyPolicyDocument);

const captcha = step('RequestCaptcha', RequestCaptchaDocument);

const smsCode = step('RequestSmsCode', RequestSmsCodeDocument, ({ requestCaptcha }) => {
  if (!requestCaptcha) return null;
  return async () => ({
    input: {
      phone: guardian().phone,
      captcha: { id: requestCaptcha.id, answer: await solveCaptcha(requestCaptcha.id) },
    },
  });
});

const registration = step('RegisterChild', RegisterChildDocument, (results) => {
  const { guardianNotice, privacyPolicy, requestSmsCode } = results;
  if (!guardianNotice || !privacyPolicy || requestSmsCode?.__typename !== 'SmsCodeSent') return null;
  return async () => {
    const { name, documentNumber, phone } = guardian();
    return {
      input: {
        idempotencyKey: crypto.randomUUID(),
        district: DISTRICT,
        service: SERVICE,
        noticeTicket: guardianNotice.ticket,
        privacyPolicyVersion: privacyPolicy.version,
        child: {
          ...(await makeUpChild()),
          nationality: 'CN',
          hukouProvince: '130000',
          residenceDistrict: DISTRICT,
        },
        guardian: { name, documentType: RESIDENT_ID, documentNumber, phone },
        smsCode: await readSmsCode(phone),
      },
    };
  };
});

const viewer = step('Viewer', ViewerDocument);

const myRecords = step('MyRecords', MyRecordsDocument);

const record = step('Record', RecordDocument, ({ registerChild, myRecords }) => {
  const known = registerChild?.__typename === 'CollectionRecord' ? registerChild : myRecords?.[0];
  // Without the sandbox nobody has registered here: the officer types the number.
  return known || !sandboxUrl ? () => ({ number: known?.number ?? '' }) : null;
});

const withdrawalCode = step('RequestWithdrawalCode', RequestWithdrawalCodeDocument, (results) => {
  const live = withdrawable(results);
  return live ? () => ({ number: live.number }) : null;
});

const withdrawal = step('WithdrawRecord', WithdrawRecordDocument, (results) => {
  const live = withdrawable(results);
  if (!live || results.requestWithdrawalCode?.__typename !== 'SmsCodeSent') return null;
  return async () => ({ number: live.number, smsCode: await readSmsCode(guardian().phone) });
});

/** The newest: the one that was registered here, on the phone of who is signed in. */
const withdrawable = ({ myRecords }: Results) =>
  myRecords?.findLast(({ actions }) => actions?.some(({ kind, allowed }) => kind === 'WITHDRAW' && allowed));

const FOR_ANYBODY: readonly Job[] = [{ name: 'readRules', steps: [rules, portal, guidance, checklist] }];

const IN_THE_SANDBOX: readonly Job[] = [
  {
    name: 'register',
    fits: isGuardian,
    steps: [notice, privacyPolicy, captcha, smsCode, registration],
  },
  { name: 'look', fits: isGuardian, steps: [myRecords, record] },
  { name: 'officer', fits: isOfficer, steps: [viewer, record] },
  ...THE_WAY,
  { name: 'withdraw', fits: isGuardian, steps: [myRecords, withdrawalCode, withdrawal] },
];

const FOR_STAFF: readonly Job[] = [{ name: 'officer', steps: [viewer, record] }];

/** In production only staff may send queries of their own, so guardians' jobs are not shown there. */
export const JOBS = [...FOR_ANYBODY, ...(sandboxUrl ? IN_THE_SANDBOX : FOR_STAFF)];
