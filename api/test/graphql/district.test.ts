import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DistrictEntranceDocument } from '@enrolment/schema/client';
import { startApi, type TestApi } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ worker: false });
});
afterAll(() => api.stop());

test('phases that are open at the same time stand in the order of the way', async () => {
  const rows = await api.sql(`delete from phase where district_code = '01' returning *`);
  // Whichever was written first comes first out of PostgreSQL.
  for (const written of [rows, rows.toReversed()]) {
    await api.sql(`delete from phase where district_code = '01'`);
    for (const row of written) {
      await api.sql(`insert into phase select * from json_populate_record(null::phase, $1)`, [
        JSON.stringify({ ...row, opens_at: '2020-01-01', closes_at: '2030-01-01' }),
      ]);
    }
    const { data } = await api.nobody.request(DistrictEntranceDocument, { code: '01' });
    expect(data.district!.nonLocalHukou.map(({ kind }) => kind)).toEqual([
      'REGISTRATION',
      'DETAILS',
      'REVIEW',
      'CORRECTION',
      'FORM_PRINTING',
      'SCHOOL_PREREGISTRATION',
      'RESULT',
    ]);
  }
});
