import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ApproveAdmissionsDocument,
  AuditTrailDocument,
  ConfirmExportDocument,
  DecideReviewItemDocument,
  GrantAuthorizationDocument,
  GuardianNoticeDocument,
  PreregisterDocument,
  PrivacyPolicyDocument,
  PublishResultsDocument,
  RecordConsentsDocument,
  RecordExportDocument,
  RejectRecordsDocument,
  RequestExportCodeDocument,
  RequestWithdrawalCodeDocument,
  RevealDocumentsDocument,
  RevokeAuthorizationDocument,
  SaveDetailsDocument,
  SubmitDetailsDocument,
  WithdrawRecordDocument,
  type RecordExportQuery,
} from '@enrolment/schema/client';
import { layWindow } from '../support/calendar.js';
import { codeIn, register, startApi, type Person, type TestApi } from '../support/api.js';
import { aDetailsInput } from '../support/details.js';
import { nameSecondGuardian, signIn } from '../support/second-guardian.js';
import { approved, reviewable, staff, take } from '../support/reviewable.js';
import { until } from '../support/until.js';

let api: TestApi;
let mother: Person;
let officer: Person;
let administrator: Person;
let registrar: Person;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
  [officer, administrator, registrar] = await Promise.all([
    staff(api, 'DISTRICT_OFFICER', { district: '01' }),
    staff(api, 'DISTRICT_ADMIN', { district: '01' }),
    staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' }),
  ]);
});
afterAll(() => api.stop());

type Copy = RecordExportQuery['recordExport'];
const ask = (person: Person, number: string, ticket: string | null = null) =>
  person.request(RecordExportDocument, { number, ticket });
async function copyOf(number: string, ticket: string | null = null, person = mother): Promise<Copy> {
  const { data, errors } = await ask(person, number, ticket);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.recordExport;
}
async function codeFor(number: string, phone: string): Promise<string> {
  const before = api.gateway.taken.filter(
    (sms) => sms.phone === phone && sms.text.includes('全部信息'),
  ).length;
  const { data } = await mother.request(RequestExportCodeDocument, { number });
  expect(data.requestExportCode.__typename).toBe('SmsCodeSent');
  return codeIn((await api.smsTo(phone, before + 1, '全部信息')).at(-1)!);
}
async function confirm(number: string, smsCode: string) {
  const { data } = await mother.request(ConfirmExportDocument, { number, smsCode });
  return data.confirmExport;
}
async function ticketFor(number: string, phone: string): Promise<string> {
  const confirmed = await confirm(number, await codeFor(number, phone));
  if (confirmed.__typename !== 'ExportConfirmed') throw new Error(JSON.stringify(confirmed.refusals));
  return confirmed.ticket;
}
const actions = async (number: string) =>
  (await mother.request(AuditTrailDocument, { number })).data.auditTrail.edges.map(({ node }) => node.action);

/** A record with details submitted, and all numbers that somebody gave for it. */
async function detailed() {
  const { number, input } = await register(api, mother);
  const details = await aDetailsInput(api, { version: 1 });
  const { data } = await mother.request(SubmitDetailsDocument, { number, input: details });
  expect(data.submitDetails.__typename).toBe('CollectionRecord');
  const numbers = [
    input.child.documentNumber,
    input.guardian.documentNumber,
    input.guardian.phone,
    details.secondGuardian!.documentNumber,
    details.secondGuardian!.phone,
    details.residence!.certificateNumber!,
    ...details.residencePermits!.map(({ number: permit }) => permit!),
  ];
  return { number, input, details, numbers };
}

describe('a copy of everything that is held', () => {
  test('has what was registered, typed, sent, read and accepted, with numbers masked', async () => {
    const { number, input, numbers } = await detailed();
    await officer.request(RevealDocumentsDocument, { number, purpose: '核对户口簿原件' });
    const { body, data } = await ask(mother, number);
    const { record, details, trail, ...copy } = data.recordExport;
    expect(copy).toMatchObject({ whole: false, documents: null, grants: [] });
    expect(record.child).toMatchObject({ name: input.child.name, birthDate: input.child.birthDate });
    expect(record.guardians.map(({ role }) => role)).toEqual(['FIRST', 'SECOND']);
    expect(record.history.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['REGISTERED', 'DETAILS_SUBMITTED']),
    );
    const { phone } = input.guardian;
    expect(record.messages).toContainEqual(
      expect.objectContaining({
        text: expect.stringContaining('注册成功'),
        language: 'zh-CN',
        recipient: 'FIRST',
        sentTo: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
      }),
    );
    expect(details).toMatchObject([{ submitted: true }]);
    const lines = details[0]!.sections.flatMap((section) => section.lines);
    expect(lines).toContainEqual({
      path: 'ethnicity',
      label: '民族',
      value: expect.stringContaining('汉'),
      input: '01',
    });
    expect(trail[0]).toMatchObject({ action: 'RECORD_EXPORTED', actor: '监护人（一）', byStaff: false });
    expect(trail).toContainEqual(
      expect.objectContaining({ action: 'DOCUMENTS_REVEALED', detail: '核对户口簿原件' }),
    );
    // 到期删除, by the periods of the season.
    for (const days of [90, 365, 180]) expect(copy.holding.join()).toContain(`保存 ${days} 天`);
    for (const whole of numbers) expect(body).not.toContain(whole);
  });

  test('has every number whole once a code sent to the phone of the registration has confirmed the asker', async () => {
    const { number, input, numbers } = await detailed();
    const ticket = await ticketFor(number, input.guardian.phone);
    const { body, data } = await ask(mother, number, ticket);
    expect(data.recordExport.whole).toBe(true);
    for (const whole of numbers) expect(body).toContain(whole);
    expect((await actions(number))[0]).toBe('RECORD_EXPORTED_WHOLE');
  });

  test('has what was saved beside what was submitted, and every authorisation there was', async () => {
    const { number, details } = await detailed();
    await mother.request(GrantAuthorizationDocument, { number });
    await mother.request(RevokeAuthorizationDocument, { number });
    await api.sql(
      `update identity_check set status = 'PASSED' where record_id = (select id from collection_record where number = $1)`,
      [number],
    );
    await take(api, number, 'VERIFY_IDENTITY');
    await setPhase('REVIEW', -1, 30);
    const returned = { kind: 'RESIDENCE', status: 'RETURNED', reason: '地址不一致' } as const;
    await officer.request(DecideReviewItemDocument, { numbers: [number], ...returned });
    api.clock.advance(60);
    const [{ version }] = (await api.sql<{ version: number }>(
      'select version from collection_record where number = $1',
      [number],
    )) as [{ version: number }];
    const residence = { ...details.residence!, address: '示例路 9 号 2 层' };
    const saved = await mother.request(SaveDetailsDocument, {
      number,
      input: { ...details, version, residence },
    });
    expect(saved.data.saveDetails.__typename).toBe('CollectionRecord');
    const copy = await copyOf(number);
    const addresses = copy.details.map(({ submitted, sections }) => [
      submitted,
      sections.flatMap(({ lines }) => lines).find(({ path }) => path === 'residence.address')!.value,
    ]);
    expect(addresses).toEqual([
      [true, '示例路 9 号'],
      [false, '示例路 9 号 2 层'],
    ]);
    expect(copy.grants).toEqual([{ grantedAt: expect.any(String), revokedAt: expect.any(String) }]);
    expect(copy.record.reviewItems).toContainEqual(
      expect.objectContaining({ kind: 'RESIDENCE', reason: '地址不一致' }),
    );
  });

  test('names the texts that were accepted by version and fingerprint, and they can be read again', async () => {
    const { number } = await register(api, mother);
    const [policy, notice] = await Promise.all([
      api.nobody.request(PrivacyPolicyDocument),
      api.nobody.request(GuardianNoticeDocument, { district: '01', service: 'NON_LOCAL_HUKOU' }),
    ]);
    const hash = ({ title, body }: { title: string; body: string }) =>
      createHash('sha256').update(`${title}\n${body}`).digest('hex');
    const accepted = [notice.data.guardianNotice, policy.data.privacyPolicy];
    const { record } = await copyOf(number);
    expect(
      record.consents.map(({ kind, version, acceptedAt, language }) => ({
        kind,
        version,
        acceptedAt,
        language,
      })),
    ).toEqual([
      {
        kind: 'GUARDIAN_NOTICE',
        version: accepted[0]!.version,
        acceptedAt: record.registeredAt,
        language: 'zh-CN',
      },
      {
        kind: 'PRIVACY_POLICY',
        version: accepted[1]!.version,
        acceptedAt: record.registeredAt,
        language: 'zh-CN',
      },
    ]);
    record.consents.forEach(({ hashes }, index) => {
      expect(hashes.map(({ language }) => language)).toEqual(['zh-CN', 'en']);
      expect(hashes[0]!.sha256).toBe(hash(accepted[index]!));
    });
    // A newer version changes nothing about what was accepted.
    await api.sql(
      `insert into notice_text (kind, version, language, title, body, published_at)
       select kind, '2099-1', language, title, 'changed', now() from notice_text where kind = 'PRIVACY'`,
    );
    const { data } = await mother.request(RecordConsentsDocument, { number });
    expect(data.collectionRecord!.consents[1]!.body).toBe(accepted[1]!.body);
    await api.sql(`delete from notice_text where version = '2099-1'`);
  });

  test('is not made when its audit entry cannot be written', async () => {
    const { number, input } = await register(api, mother);
    await api.sql('revoke insert on audit_entry from enrolment_app');
    const { body, errors } = await ask(mother, number);
    await api.sql('grant insert on audit_entry to enrolment_app');
    expect(errors![0]!.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(body).not.toContain(input.child.name);
  });
});

const DAY = 86_400_000;
const setPhase = (kind: 'REVIEW', opens: number, closes: number) =>
  layWindow(api, {
    kind,
    opensAt: new Date(api.clock.now().getTime() + opens * DAY),
    closesAt: new Date(api.clock.now().getTime() + closes * DAY),
  });

/** What was sent so far has arrived: two copies then differ by nothing but what is asked about. */
async function allDelivered(number: string): Promise<void> {
  await until('all messages delivered', async () => {
    const waiting = await api.sql(
      `select from message m join collection_record r on r.id = m.record_id
       where r.number = $1 and delivered is not true and queued_at <= $2`,
      [number, api.clock.now()],
    );
    return waiting.length === 0;
  });
}

describe('what is not published', () => {
  /** All but what each copy itself adds. */
  const comparable = ({ trail, record: { version: _, ...record }, ...copy }: Copy) => ({
    ...copy,
    madeAt: '',
    record,
    trail: trail.filter(({ action }) => !action.startsWith('RECORD_EXPORTED')),
  });

  test('of the review is in no copy before the calendar shows it', async () => {
    await setPhase('REVIEW', 2, 30);
    for (const decide of [
      (numbers: string[]) =>
        officer.request(DecideReviewItemDocument, {
          numbers,
          kind: 'RESIDENCE',
          status: 'RETURNED',
          reason: '不一致的地址',
          remedy: '补交合同',
        }),
      (numbers: string[]) => officer.request(RejectRecordsDocument, { numbers, reason: '不一致的材料' }),
    ]) {
      const { number } = await reviewable(api, mother);
      await allDelivered(number);
      const before = comparable(await copyOf(number));
      await decide([number]);
      const { body, data } = await ask(mother, number);
      expect(comparable(data.recordExport)).toEqual(before);
      expect(body).not.toContain('不一致');
      await setPhase('REVIEW', -1, 30);
      expect((await ask(mother, number)).body).toContain('不一致');
      await setPhase('REVIEW', 2, 30);
    }
    await setPhase('REVIEW', -1, 30);
  });

  test('of the admission is in no copy before the publication', async () => {
    const { number } = await approved(api, mother);
    await registrar.request(PreregisterDocument, { numbers: [number], school: '0101' });
    await allDelivered(number);
    const before = comparable(await copyOf(number));
    const decision = { numbers: [number], outcome: 'ADMITTED' as const, note: '带户口簿报到' };
    const { data: admitted } = await officer.request(ApproveAdmissionsDocument, decision);
    expect(admitted.approveAdmissions.done).toEqual([number]);
    const { body, data } = await ask(mother, number);
    expect(comparable(data.recordExport)).toEqual(before);
    expect(body).not.toContain('带户口簿报到');
    expect(data.recordExport.record.admissionResult).toBeNull();
    await administrator.request(PublishResultsDocument, { district: '01', service: 'NON_LOCAL_HUKOU' });
    expect((await copyOf(number)).record.admissionResult).toMatchObject({
      outcome: 'ADMITTED',
      note: '带户口簿报到',
    });
  });
});

describe('who may', () => {
  test('is whoever registered the child alone; everybody else is told the same as for what is absent, and nothing is written', async () => {
    const { number } = await register(api, mother);
    const father = await signIn(api, await nameSecondGuardian(api, number));
    await mother.request(GrantAuthorizationDocument, { number });
    const before = await actions(number);
    const absent = (await ask(mother, '20260199999999')).body;
    expect(absent).toContain('FORBIDDEN');
    for (const person of [father, officer, administrator, registrar, await api.person('stranger')]) {
      expect((await ask(person, number)).body).toBe(absent);
      const { errors } = await person.request(RequestExportCodeDocument, { number });
      expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
      const confirmed = await person.request(ConfirmExportDocument, { number, smsCode: '123456' });
      expect(confirmed.errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
    expect((await ask(api.nobody, number)).errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
    expect(await actions(number)).toEqual(before);
  });

  test('a ticket holds for this person and record alone, for ten minutes', async () => {
    const { number, input } = await register(api, mother);
    const other = await register(api, mother);
    const ticket = await ticketFor(number, input.guardian.phone);
    expect((await copyOf(number, ticket)).whole).toBe(true);
    expect((await copyOf(other.number, ticket)).whole).toBe(false);
    const [until, mac] = ticket.split('.');
    for (const forged of [
      '',
      '.',
      mac!,
      `${until}.`,
      `${Number(until) + 1}.${mac}`,
      `9${until!.slice(1)}.${mac}`,
    ]) {
      expect((await copyOf(number, forged)).whole).toBe(false);
    }
    api.clock.advance(601);
    const later = await api.person('mother');
    expect((await copyOf(number, ticket, later)).whole).toBe(false);
    mother = later;
    officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
    administrator = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  });

  test('a code is used once, and no other code stands for it', async () => {
    const { number, input } = await register(api, mother);
    await mother.request(RequestWithdrawalCodeDocument, { number });
    const other = codeIn((await api.smsTo(input.guardian.phone, 1, '撤销儿童'))[0]!);
    expect(await confirm(number, other)).toMatchObject({ refusals: [{ code: 'SMS_CODE_EXPIRED' }] });
    api.clock.advance(181);
    const code = await codeFor(number, input.guardian.phone);
    const wrong = code === '111111' ? '222222' : '111111';
    expect(await confirm(number, wrong)).toMatchObject({ refusals: [{ code: 'SMS_CODE_WRONG' }] });
    expect(await confirm(number, '')).toMatchObject({ refusals: [{ code: 'REQUIRED', field: 'smsCode' }] });
    const answers = await Promise.all(Array.from({ length: 4 }, () => confirm(number, code)));
    expect(answers.filter(({ __typename: kind }) => kind === 'ExportConfirmed')).toHaveLength(1);
    expect((await confirm(number, code)).__typename).toBe('Refused');
  });

  test('after a withdrawal there is nothing to copy', async () => {
    const { number, input } = await register(api, mother);
    const ticket = await ticketFor(number, input.guardian.phone);
    api.clock.advance(181);
    await mother.request(RequestWithdrawalCodeDocument, { number });
    const smsCode = codeIn((await api.smsTo(input.guardian.phone, 1, '撤销儿童'))[0]!);
    const { data } = await mother.request(WithdrawRecordDocument, { number, smsCode });
    expect(data.withdrawRecord.__typename).toBe('Withdrawn');
    expect((await ask(mother, number, ticket)).errors![0]!.extensions.code).toBe('FORBIDDEN');
  });
});

test('of 50 copies at once 30 are made; the next one an hour later', async () => {
  const { number } = await register(api, mother);
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask(mother, number)));
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(30);
  const refused = answers.find(({ errors }) => errors)!;
  expect(refused.errors![0]!.extensions.code).toBe('RATE_LIMITED');
  expect((await actions(number)).filter((action) => action === 'RECORD_EXPORTED')).toHaveLength(30);
  api.clock.advance(3_601);
  mother = await api.person('mother');
  expect((await copyOf(number)).whole).toBe(false);
});
