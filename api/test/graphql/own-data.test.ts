import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  DistrictDeskDocument,
  DistrictEntranceDocument,
  SetDistrictDeskDocument,
  type DistrictDeskInput,
} from '@enrolment/schema/client';
import { startApi, type Person, type TestApi } from '../support/api.js';
import { staff } from '../support/reviewable.js';

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
