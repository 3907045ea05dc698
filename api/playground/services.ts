import {
  GuardianNoticeDocument,
  PrivacyPolicyDocument,
  RegisterChildDocument,
  RequestCaptchaDocument,
  RequestSmsCodeDocument,
  type ChildInput,
  type ServiceKind,
  type TreatedAsLocalGround,
} from '@enrolment/schema/client';
import { DISTRICT, guardian, isGuardian, SERVICE, step, type Job } from './job';
import { makeUpChild, makeUpTwin, readSmsCode, solveCaptcha } from './sandbox';

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

interface Chosen {
  readonly service: ServiceKind;
  readonly ground?: TreatedAsLocalGround;
  readonly hukou: Pick<ChildInput, 'hukouProvince' | 'hukouDistrict'>;
  readonly child?: () => ReturnType<typeof makeUpChild>;
}

/** A registration for one of the three services, from the notice on. */
function registrationFor({ service, ground, hukou, child = makeUpChild }: Chosen): Job['steps'] {
  return [
    step('GuardianNotice', GuardianNoticeDocument, () => () => ({ service, district: DISTRICT })),
    privacyPolicy,
    captcha,
    smsCode,
    step('RegisterChild', RegisterChildDocument, (known) => {
      const { guardianNotice: notice, privacyPolicy: policy, requestSmsCode: sent } = known;
      if (!notice || !policy || sent?.__typename !== 'SmsCodeSent') return null;
      return async () => {
        const { name, documentNumber, phone } = guardian();
        return {
          input: {
            idempotencyKey: crypto.randomUUID(),
            district: DISTRICT,
            service,
            ...(ground ? { ground } : {}),
            noticeTicket: notice.ticket,
            privacyPolicyVersion: policy.version,
            child: { ...(await child()), nationality: 'CN', ...hukou, residenceDistrict: DISTRICT },
            guardian: { name, documentType: 'RESIDENT_ID' as const, documentNumber, phone },
            smsCode: await readSmsCode(phone, 'register', sent),
          },
        };
      };
    }),
  ];
}

export const REGISTRATION: Job = {
  name: 'register',
  fits: isGuardian,
  steps: registrationFor({ service: SERVICE, hukou: { hukouProvince: '130000' } }),
};

export const OTHER_SERVICES: readonly Job[] = [
  {
    name: 'treatedAsLocal',
    fits: isGuardian,
    steps: registrationFor({
      service: 'TREATED_AS_LOCAL',
      ground: 'WORK_RESIDENCE_PERMIT',
      hukou: { hukouProvince: '130000' },
    }),
  },
  {
    name: 'localHukou',
    fits: isGuardian,
    steps: registrationFor({
      service: 'LOCAL_HUKOU',
      hukou: { hukouProvince: '110000', hukouDistrict: DISTRICT },
    }),
  },
  {
    name: 'twin',
    fits: isGuardian,
    steps: registrationFor({
      service: SERVICE,
      hukou: { hukouProvince: '130000' },
      child: makeUpTwin,
    }),
  },
];
