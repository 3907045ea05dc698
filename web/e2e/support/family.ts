import { randomUUID } from 'node:crypto';
import {
  GuardianNoticeDocument,
  PrivacyPolicyDocument,
  RecordDetailsDocument,
  RecordStateDocument,
  RegisterChildDocument,
  RequestCaptchaDocument,
  RequestSmsCodeDocument,
  SaveDetailsDocument,
  SubmitDetailsDocument,
  type DetailsInput,
  type RegisterChildInput,
  type Stage,
  type TreatedAsLocalGround,
} from '@enrolment/schema/client';
import { Office } from './office.js';
import {
  aChild,
  advanceClock,
  askAs,
  codeSentTo,
  setVerification,
  solveRobotCheck,
  type Identity,
} from './sandbox.js';

const NOTICE_SECONDS = 11;

/** Takes a family through the API. Each browser test is about one page and begins where that page is reached. */
export class Family {
  private readonly mother: string;
  readonly phone: string;
  private readonly district: string;

  /** `mother` is the person who registers, by the sandbox's id. */
  constructor(mother: string, phone: string, district = '01') {
    this.mother = mother;
    this.phone = phone;
    this.district = district;
  }

  async register(
    overrides: {
      child?: Partial<RegisterChildInput['child']>;
      /** The ground for being treated as local; without one, the service is that for other hukou. */
      ground?: TreatedAsLocalGround;
      verification?: 'FAILED' | 'SILENT';
    } = {},
  ): Promise<string> {
    const { ground = null } = overrides;
    const service = ground ? ('TREATED_AS_LOCAL' as const) : ('NON_LOCAL_HUKOU' as const);
    const place = { district: this.district, service };
    const { guardianNotice } = await askAs(this.mother, GuardianNoticeDocument, place);
    await advanceClock(NOTICE_SECONDS);
    const { privacyPolicy } = await askAs(this.mother, PrivacyPolicyDocument, {});
    const { requestCaptcha } = await askAs(this.mother, RequestCaptchaDocument, {});
    const { id } = requestCaptcha;
    const captcha = { id, answer: await solveRobotCheck(id) };
    await askAs(this.mother, RequestSmsCodeDocument, { input: { phone: this.phone, captcha } });
    const { name, documentNumber, sex, birthDate } = await aChild();
    if (overrides.verification) await setVerification(documentNumber, overrides.verification);
    const { registerChild } = await askAs(this.mother, RegisterChildDocument, {
      input: {
        ...place,
        ground,
        idempotencyKey: randomUUID(),
        noticeTicket: guardianNotice.ticket,
        privacyPolicyVersion: privacyPolicy.version,
        smsCode: await codeSentTo(this.phone, /用于注册/),
        child: {
          name,
          documentNumber,
          sex,
          birthDate,
          documentType: 'RESIDENT_ID',
          nationality: 'CN',
          hukouProvince: '130000',
          residenceDistrict: this.district,
          ...overrides.child,
        },
        guardian: {
          name: '测试家长',
          documentType: 'RESIDENT_ID',
          documentNumber: '119999199003150529',
          phone: this.phone,
        },
      },
    });
    if (registerChild.__typename !== 'CollectionRecord') throw new Error(JSON.stringify(registerChild));
    return registerChild.number;
  }

  async saveDraft(number: string, overrides: Partial<DetailsInput> = {}): Promise<void> {
    const { collectionRecord } = await askAs(this.mother, RecordDetailsDocument, { number });
    const input = { ...ALONE, ...overrides, version: collectionRecord!.version };
    const { saveDetails } = await askAs(this.mother, SaveDetailsDocument, { number, input });
    if (saveDetails.__typename === 'Refused') throw new Error(JSON.stringify(saveDetails));
  }

  /** Submits the details of a single mother, unless a second guardian is named. */
  async submit(number: string, overrides: Partial<DetailsInput> = {}): Promise<void> {
    const answer = await this.send(number, overrides);
    if (answer.__typename === 'Refused') throw new Error(JSON.stringify(answer));
  }

  /** Does the same and returns the API's answer. */
  async send(number: string, overrides: Partial<DetailsInput> = {}) {
    const { collectionRecord } = await askAs(this.mother, RecordDetailsDocument, { number });
    const input = { ...ALONE, ...overrides, version: collectionRecord!.version };
    const { submitDetails } = await askAs(this.mother, SubmitDetailsDocument, { number, input });
    return submitDetails;
  }

  async reaches(number: string, stage: Stage): Promise<void> {
    for (let wait = 0; wait < 200; wait += 1) {
      const { collectionRecord } = await askAs(this.mother, RecordStateDocument, { number });
      if (collectionRecord?.stage === stage) return;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error(`the record did not reach ${stage}`);
  }

  /** Registers a child, submits the details and waits for the identity check. */
  async reviewable(overrides: Parameters<Family['register']>[0] = {}): Promise<string> {
    const number = await this.register(overrides);
    await this.submit(number);
    await this.reaches(number, 'IDENTITY_VERIFIED');
    return number;
  }

  /** Does the same, and an officer of the district passes every item. */
  async approved(overrides: Parameters<Family['register']>[0] = {}): Promise<string> {
    const number = await this.reviewable(overrides);
    await new Office(this.district).approve([number]);
    return number;
  }
}

const permit = (guardian: 'FIRST' | 'SECOND') => ({
  guardian,
  number: '1101999900001',
  validUntil: '2099-01-31',
  address: '示例路 9 号',
});

export const ALONE = {
  ethnicity: '01',
  household: {
    kind: 'FAMILY',
    address: '河北省示例县示例村 7 号',
    headName: '测试户主',
    headRelation: '孙子',
  },
  residence: {
    kind: 'RENTED',
    subdistrict: '示例街道',
    address: '示例路 9 号',
    certificateNumber: '备案2026-0000123',
    leaseFrom: '2025-01-01',
    leaseTo: '2099-12-31',
  },
  firstGuardianRelation: 'MOTHER',
  noSecondGuardianReason: '单亲',
  employments: [{ guardian: 'FIRST', kind: 'FLEXIBLE' }],
  residencePermits: [permit('FIRST')],
  answers: [],
} satisfies Omit<DetailsInput, 'version'>;

/** Returns the second guardian's fields of the details. */
export const withFather = ({ name, documentNumber, phone }: Omit<Identity, 'id'>): Partial<DetailsInput> => ({
  noSecondGuardianReason: null,
  secondGuardian: { name, documentType: 'RESIDENT_ID', documentNumber, phone, relation: 'FATHER' },
  residencePermits: [permit('FIRST'), { ...permit('SECOND'), number: '1101999900002' }],
});
