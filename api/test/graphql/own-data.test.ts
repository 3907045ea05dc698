import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ApproveAdmissionsDocument,
  CreateSchoolDocument,
  DistrictDeskDocument,
  DistrictEntranceDocument,
  OfficePublicationDocument,
  PlannedSchoolDocument,
  PlannedSchoolsDocument,
  PreregisterDocument,
  PublishResultsDocument,
  SchoolPlanDocument,
  SchoolsDocument,
  SetDistrictDeskDocument,
  UpdateSchoolDocument,
  type DistrictDeskInput,
  type SchoolInput,
} from '@enrolment/schema/client';
import { startApi, type Person, type TestApi } from '../support/api.js';
import { approved, staff } from '../support/reviewable.js';

let api: TestApi;
let admin: Person;
let city: Person;
let officer: Person;
let other: Person;
let mother: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  city = await staff(api, 'MUNICIPAL_ADMIN');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  other = await staff(api, 'DISTRICT_ADMIN', { district: '02' });
  mother = await api.person('mother');
});
afterAll(() => api.stop());

const FORBIDDEN = [{ extensions: { code: 'FORBIDDEN' } }];

describe('phones and desk of a district', () => {
  const DESK: DistrictDeskInput = {
    hotline: ['010-6400 0001', ' 010-6400 0101 '],
    deskAddress: '示例大街 21 号',
    deskAddressEn: null,
    deskHours: '周一至周五 9:00–17:00',
    deskHoursEn: 'Monday to Friday, 9:00–17:00',
  };
  const read = async (person = admin, district = '01') =>
    (await person.request(DistrictDeskDocument, { district })).data.districtDesk;
  const set = async (input: Partial<DistrictDeskInput>, revision?: number, person = admin, district = '01') =>
    person.request(SetDistrictDeskDocument, {
      district,
      input: { ...DESK, ...input },
      revision: revision ?? (await read())!.revision,
    });

  test('are set in versions, and families read them at once', async () => {
    const { revision } = (await read())!;
    const done = (await set({})).data.setDistrictDesk;
    if (done.__typename !== 'DistrictDesk') throw new Error(JSON.stringify(done));
    expect(done).toMatchObject({ hotline: ['010-6400 0001', '010-6400 0101'], revision: revision + 1 });
    expect(done.editions[0]!.changes.map(({ label }) => label)).toEqual([
      '招生电话',
      '窗口地址',
      '英文窗口地址',
      '办公时间',
      '英文办公时间',
    ]);
    await api.reference.settle();
    const { data } = await mother.request(DistrictEntranceDocument, { code: '01' });
    expect(data.district).toMatchObject({
      hotline: ['010-6400 0001', '010-6400 0101'],
      deskAddress: '示例大街 21 号',
      deskHours: '周一至周五 9:00–17:00',
    });
    // The same again is no version.
    expect((await set({})).data.setDistrictDesk).toMatchObject({ revision: revision + 1 });
    const [entry] = await api.sql(
      `select actor_role, district_code from audit_entry where action = 'DESK_SET' order by id desc limit 1`,
    );
    expect(entry).toEqual({ actor_role: 'DISTRICT_ADMIN', district_code: '01' });
  });

  test('without a phone, too long, or changed meanwhile are refused', async () => {
    const refusals = async (...given: Parameters<typeof set>) => {
      const result = (await set(...given)).data.setDistrictDesk;
      return result.__typename === 'Refused' ? result.refusals.map(({ rule, field }) => [rule, field]) : [];
    };
    expect(await refusals({ hotline: [' '], deskHours: '周'.repeat(81) })).toEqual([
      ['required', 'hotline'],
      ['textTooLong', 'deskHours'],
    ]);
    await set({ deskHours: '周六 9:00–12:00' });
    expect(await refusals({ deskHours: '周日' }, 0)).toEqual([['editedMeanwhile', null]]);
  });

  test('of fifty administrators at once one sets them', async () => {
    const { revision } = (await read())!;
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, n) => set({ deskAddress: `示例大街 ${n + 100} 号` }, revision)),
    );
    const results = all.map(({ data }) => data.setDistrictDesk);
    expect(results.filter(({ __typename }) => __typename === 'DistrictDesk')).toHaveLength(1);
    expect((await read())!.revision).toBe(revision + 1);
  });

  test('are read by their administrators and the city, set by the former alone, and absent elsewhere', async () => {
    expect(await read(city)).toMatchObject({ hotline: expect.any(Array) });
    expect(await read(other)).toBeNull();
    expect(await read(admin, '99')).toBeNull();
    for (const person of [city, other, officer, mother])
      expect((await set({}, 0, person)).errors).toMatchObject(FORBIDDEN);
    expect((await set({}, 0, admin, '99')).errors).toMatchObject(FORBIDDEN);
    for (const person of [officer, mother])
      expect((await person.request(DistrictDeskDocument, { district: '01' })).errors).toMatchObject(
        FORBIDDEN,
      );
  });
});

describe('a school of a district', () => {
  const SCHOOL: SchoolInput = {
    name: '新示例小学',
    nameEn: 'New Example School',
    address: '示例大街 1 号',
    phone: null,
    quota: null,
    closed: false,
  };
  const create = (code: string, input: Partial<SchoolInput> = {}, person = admin, district = '01') =>
    person.request(CreateSchoolDocument, { district, code, input: { ...SCHOOL, ...input } });
  const read = async (code: string, person = admin) =>
    (await person.request(PlannedSchoolDocument, { school: code })).data.plannedSchool;
  const update = async (code: string, input: Partial<SchoolInput>, revision?: number, person = admin) =>
    person.request(UpdateSchoolDocument, {
      school: code,
      input: { ...SCHOOL, ...input },
      revision: revision ?? (await read(code))!.revision,
    });
  const rulesIn = (result: {
    __typename: string;
    refusals?: readonly { rule: string; field: string | null }[];
  }) => (result.refusals ?? []).map(({ rule, field }) => [rule, field]);
  const registrarOf = (school: string) => staff(api, 'SCHOOL_REGISTRAR', { district: '01', school });
  const preregister = async (number: string, school: string) => {
    const asked = { numbers: [number], school };
    const { preregister: done } = (await (await registrarOf(school)).request(PreregisterDocument, asked))
      .data;
    return done.refused[0]?.refusal.rule ?? 'DONE';
  };

  test('is added and changed in versions, and families find it at once', async () => {
    expect((await create('01901', { quota: 120 })).data.createSchool).toMatchObject({
      code: '01901',
      plan: { quota: 120, closed: false, taken: 0 },
      revision: 1,
    });
    await api.reference.settle();
    const { data } = await mother.request(SchoolsDocument, { district: '01' });
    expect(data.schools.map(({ code }) => code)).toContain('01901');
    const changed = (await update('01901', { quota: 90, closed: true })).data.updateSchool;
    if (changed.__typename !== 'PlannedSchool') throw new Error(JSON.stringify(changed));
    const year = changed.plan.season;
    expect(changed.editions[0]!.changes).toEqual([
      expect.objectContaining({ label: `${year} 年招生计划`, before: '120', after: '90' }),
      expect.objectContaining({ label: `${year} 年不再接收新生`, before: null, after: '是' }),
    ]);
    // The same again is no version.
    expect((await update('01901', { quota: 90, closed: true })).data.updateSchool).toMatchObject({
      revision: 2,
    });
    const [entry] = await api.sql(
      `select actor_role, district_code, subject from audit_entry where action = 'SCHOOL_SET' order by id desc limit 1`,
    );
    expect(entry).toEqual({ actor_role: 'DISTRICT_ADMIN', district_code: '01', subject: '01901' });
  });

  test('is refused with a wrong code, without a name, with a wrong plan, and on an old version', async () => {
    expect(rulesIn((await create('0201')).data.createSchool)).toEqual([['schoolCode', 'code']]);
    expect(rulesIn((await create('0101')).data.createSchool)).toEqual([['schoolCode', 'code']]);
    expect(rulesIn((await create('01902', { name: ' ', quota: 5001 })).data.createSchool)).toEqual([
      ['required', 'name'],
      ['quotaRange', 'quota'],
    ]);
    await create('01903');
    await update('01903', { phone: '010-6400 0903' });
    expect(rulesIn((await update('01903', {}, 1)).data.updateSchool)).toEqual([['editedMeanwhile', null]]);
    const season = { school: '01903', input: SCHOOL, revision: 2, season: 1999 };
    expect((await admin.request(UpdateSchoolDocument, season)).data.updateSchool.__typename).toBe('Refused');
  });

  test('is one of fifty that are added at once with its code', async () => {
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, n) => create('01904', { name: `第${n}小学` })),
    );
    const made = all.filter(({ data }) => data.createSchool.__typename === 'PlannedSchool');
    expect(made).toHaveLength(1);
    for (const { data } of all)
      if (data.createSchool.__typename === 'Refused')
        expect(rulesIn(data.createSchool)).toEqual([['schoolCode', 'code']]);
  });

  test('beyond its plan is told and not stopped; one that takes no more preregisters none and is assigned none', async () => {
    await create('01905', { quota: 1 });
    await create('01906', { closed: true });
    const [one, two, three] = [
      (await approved(api, mother)).number,
      (await approved(api, mother)).number,
      (await approved(api, await api.person('father'))).number,
    ];
    expect(await preregister(one, '01905')).toBe('DONE');
    expect(await preregister(two, '01905')).toBe('DONE');
    const plan = async (school: string, person: Person) => person.request(SchoolPlanDocument, { school });
    const registrar = await registrarOf('01905');
    expect((await plan('01905', registrar)).data.schoolPlan).toMatchObject({
      quota: 1,
      taken: 2,
      closed: false,
    });
    expect((await plan('01906', registrar)).errors).toMatchObject(FORBIDDEN);
    const asked = { district: '01', service: 'NON_LOCAL_HUKOU' as const };
    const { publicationPreview } = (await admin.request(OfficePublicationDocument, asked)).data;
    expect(publicationPreview.schools.find(({ school }) => school.code === '01905')).toMatchObject({
      quota: 1,
      taken: 2,
    });

    expect(await preregister(three, '01906')).toBe('schoolClosed');
    const assign = async (school: string) =>
      (await officer.request(ApproveAdmissionsDocument, { numbers: [one], outcome: 'ADMITTED', school })).data
        .approveAdmissions.refused[0]?.refusal.rule;
    expect(await assign('01906')).toBe('schoolClosed');
    await update('01906', { closed: false });
    expect(await assign('01906')).toBeUndefined();
    expect((await read('01906'))!.plan.taken).toBe(1);
    expect((await read('01905'))!.plan.taken).toBe(1);
    // Whom a school has stays with it.
    await update('01905', { closed: true });
    expect((await read('01905'))!.plan.taken).toBe(1);
  });

  test('has to the school and the city what was preregistered, until the results are published', async () => {
    for (const school of ['01908', '01909']) await create(school, { quota: 9 });
    const numbers: string[] = [];
    for (let n = 0; n < 3; n += 1) numbers.push((await approved(api, mother)).number);
    for (const number of numbers) expect(await preregister(number, '01908')).toBe('DONE');
    const decide = async (at: number, outcome: 'ADMITTED' | 'NOT_ADMITTED', school: string | null = null) =>
      officer.request(ApproveAdmissionsDocument, { numbers: [numbers[at]!], outcome, note: '示例', school });
    await decide(0, 'ADMITTED');
    await decide(1, 'NOT_ADMITTED');
    await decide(2, 'ADMITTED', '01909');
    const registrars = [await registrarOf('01908'), await registrarOf('01909')];
    /** What each of the two schools has: to the schools, to the city and to the district. */
    const taken = async () => {
      const own = registrars.map(async (person, at) => {
        const { data } = await person.request(SchoolPlanDocument, { school: ['01908', '01909'][at]! });
        return data.schoolPlan.taken;
      });
      const read = async (person: Person) => {
        const { data } = await person.request(PlannedSchoolsDocument, { district: '01' });
        return data
          .plannedSchools!.filter(({ code }) => ['01908', '01909'].includes(code))
          .map(({ plan }) => plan.taken);
      };
      return [await Promise.all(own), await read(city), await read(admin)];
    };
    expect(await taken()).toEqual([
      [3, 0],
      [3, 0],
      [1, 1],
    ]);
    await admin.request(PublishResultsDocument, { district: '01', service: 'NON_LOCAL_HUKOU' });
    expect(await taken()).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  test('is read by the administrators of its district and of the city, and absent elsewhere', async () => {
    const list = async (person: Person, district = '01') =>
      (await person.request(PlannedSchoolsDocument, { district })).data?.plannedSchools;
    expect((await list(city))!.map(({ code }) => code)).toContain('0101');
    expect(await list(other)).toBeNull();
    expect(await list(admin, '99')).toBeNull();
    expect(await read('0101', other)).toBeNull();
    expect(await read('0199999')).toBeNull();
    const absent = await update('0199999', {}, 0);
    for (const person of [other, city, officer, mother]) {
      expect((await update('0101', {}, 0, person)).errors).toMatchObject(FORBIDDEN);
      expect((await create('01907', {}, person)).errors).toMatchObject(FORBIDDEN);
    }
    expect(absent.errors).toMatchObject(FORBIDDEN);
    for (const person of [officer, mother])
      expect((await person.request(PlannedSchoolsDocument, { district: '01' })).errors).toMatchObject(
        FORBIDDEN,
      );
  });
});
