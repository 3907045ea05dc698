import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ApproveAdmissionsDocument,
  DecideReviewItemDocument,
  GuardianNoticeDocument,
  PreregisterDocument,
  PrivacyPolicyDocument,
  PublishResultsDocument,
  RecordDocument,
  RegisterChildDocument,
  RejectRecordsDocument,
  RequestCaptchaDocument,
  RequestSmsCodeDocument,
  SaveDetailsDocument,
  SubmitDetailsDocument,
  type AdmissionOutcome,
  type DetailsInput,
  type ReviewItemKind,
  type Stage,
} from '@enrolment/schema/client';
import { someDetails } from './details.js';
import { aChild, aPhone, askAs, codeSentTo, setVerification, solveRobotCheck } from './sandbox.js';

const DISTRICT = '01';
const SERVICE = 'NON_LOCAL_HUKOU';
const OFFICER = 'officer-01';
const ITEMS: ReviewItemKind[] = ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'];

/** One guardian's records, made by the API in the steps that the pages take: for specs about what comes after. */
export class Records {
  constructor(
    private readonly guardian: string,
    private readonly phones: string,
  ) {}

  async register(overrides: { name?: string; verification?: 'FAILED' | 'SILENT' } = {}): Promise<string> {
    const { guardian } = this;
    const phone = aPhone(this.phones);
    const { guardianNotice: notice } = await askAs(guardian, GuardianNoticeDocument, {
      ...{ district: DISTRICT, service: SERVICE },
    });
    const read = sleep(notice.minimumReadingSeconds * 1000 + 200);
    const { privacyPolicy: policy } = await askAs(guardian, PrivacyPolicyDocument, {});
    const { name, documentNumber, sex, birthDate } = { ...(await aChild()), ...overrides };
    if (overrides.verification) await setVerification(documentNumber, overrides.verification);
    await askAs(guardian, RequestSmsCodeDocument, { input: { phone, captcha: await this.captcha() } });
    const smsCode = await codeSentTo(phone, /用于注册/);
    await read;
    const { registerChild: registered } = await askAs(guardian, RegisterChildDocument, {
      input: {
        ...{ idempotencyKey: randomUUID(), district: DISTRICT, service: SERVICE },
        ...{ noticeTicket: notice.ticket, privacyPolicyVersion: policy.version, smsCode },
        child: {
          ...{ name, documentType: 'RESIDENT_ID', documentNumber, sex, birthDate },
          ...{ nationality: 'CN', hukouProvince: '130000', residenceDistrict: DISTRICT },
        },
        guardian: {
          ...{ name: '测试家长', documentType: 'RESIDENT_ID', documentNumber: '119999199003150529', phone },
        },
      },
    });
    if (registered.__typename !== 'CollectionRecord') throw new Error(JSON.stringify(registered.refusals));
    return registered.number;
  }

  async saveDraft(number: string, details: Partial<DetailsInput>): Promise<void> {
    const input = someDetails({ ...details, version: await this.versionOf(number) });
    const { saveDetails: saved } = await askAs(this.guardian, SaveDetailsDocument, { number, input });
    if (saved.__typename !== 'CollectionRecord') throw new Error(JSON.stringify(saved.refusals));
  }

  /** Submits the details, and waits for the stage that the check of the identity leads to. */
  async submit(number: string, stage: Stage = 'IDENTITY_VERIFIED', details: Partial<DetailsInput> = {}) {
    const input = someDetails({ ...details, version: await this.versionOf(number) });
    const { submitDetails: sent } = await askAs(this.guardian, SubmitDetailsDocument, { number, input });
    if (sent.__typename !== 'CollectionRecord') throw new Error(JSON.stringify(sent.refusals));
    for (let wait = 0; (await this.stageOf(number)) !== stage; wait += 1) {
      if (wait > 150) throw new Error(`the record does not come to ${stage}`);
      await sleep(200);
    }
  }

  async returnItem(numbers: string[], reason: string, remedy: string): Promise<void> {
    const decision = { kind: 'RESIDENCE', status: 'RETURNED', reason, remedy } as const;
    await askAs(OFFICER, DecideReviewItemDocument, { numbers, ...decision });
  }

  async reject(numbers: string[], reason: string): Promise<void> {
    await askAs(OFFICER, RejectRecordsDocument, { numbers, reason });
  }

  async approve(numbers: string[]): Promise<void> {
    for (const kind of ITEMS) {
      await askAs(OFFICER, DecideReviewItemDocument, { numbers, kind, status: 'PASSED' });
    }
  }

  async preregister(numbers: string[]): Promise<void> {
    await askAs('registrar-0101', PreregisterDocument, { numbers, school: '0101' });
  }

  async decide(numbers: string[], outcome: AdmissionOutcome, note: string): Promise<void> {
    await askAs(OFFICER, ApproveAdmissionsDocument, { numbers, outcome, note });
  }

  async publish(): Promise<void> {
    await askAs('admin-01', PublishResultsDocument, { district: DISTRICT, service: SERVICE });
  }

  private async captcha(): Promise<{ id: string; answer: string }> {
    const { requestCaptcha: asked } = await askAs(this.guardian, RequestCaptchaDocument, {});
    return { id: asked.id, answer: await solveRobotCheck(asked.id) };
  }

  private async recordOf(number: string) {
    const { collectionRecord: record } = await askAs(this.guardian, RecordDocument, { number });
    return record!;
  }

  private readonly versionOf = async (number: string) => (await this.recordOf(number)).version;
  private readonly stageOf = async (number: string) => (await this.recordOf(number)).stage;
}
