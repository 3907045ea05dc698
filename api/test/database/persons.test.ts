import { RegisterChildDocument, type RegisterChildInput } from '@enrolment/schema/client';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readSql } from '../../src/database/migrations.js';
import { KeyRing } from '../../src/platform/keys.js';
import { CollectionRecord } from '../../src/record/record.entity.js';
import {
  aRegistration,
  plantCode,
  register,
  startApi,
  TEST_KEYS,
  type Person,
  type TestApi,
} from '../support/api.js';
import { aHongKongPermit, aPassport } from '../support/people.js';

let api: TestApi;
let mother: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  mother = await api.person('mother');
});
afterAll(() => api.stop());

const keys = new KeyRing(TEST_KEYS);
const TREATED = { service: 'TREATED_AS_LOCAL', ground: 'POSTDOCTORAL' } as const;
const index = () => api.services.records.indexPersons(api.orm.em.fork());

/** The database as it was before persons were told apart. */
async function asBefore(number: string, documentNumber: string): Promise<void> {
  await api.sql(
    `update child set document_index = $2, person_indexed = false
     where record_id = (select id from collection_record where number = $1)`,
    [number, keys.blindIndex('document', documentNumber)],
  );
}

const refusalsOf = async (child: Partial<RegisterChildInput['child']>) => {
  const input = await aRegistration(api, { child });
  input.smsCode = await plantCode(api, input.guardian.phone);
  const { data } = await mother.request(RegisterChildDocument, { input });
  return data.registerChild.__typename === 'Refused'
    ? data.registerChild.refusals.map(({ code }) => code)
    : [];
};

const indexOf = async (number: string) => {
  const [row] = await api.sql<{ document_index: Buffer }>(
    'select document_index from child join collection_record on id = record_id where number = $1',
    [number],
  );
  return row!.document_index;
};

test('a child of before is known by whom the document names once the queue has seen it', async () => {
  const permit = aHongKongPermit();
  const child = { hukouProvince: '810000', documentType: 'HK_MACAO_PERMIT' } as const;
  const { number } = await register(api, mother, {
    ...TREATED,
    child: { ...child, documentNumber: `${permit}01` },
  });
  const told = await indexOf(number);
  await asBefore(number, `${permit}01`);
  expect(await index()).toEqual({ indexed: 1, twice: [] });
  expect(await indexOf(number)).toEqual(told);
  expect(await index()).toEqual({ indexed: 0, twice: [] });
});

test('a child that has two live records from before keeps both, and the later one is named', async () => {
  const permit = aHongKongPermit();
  const child = { hukouProvince: '810000', documentType: 'HK_MACAO_PERMIT' } as const;
  const [first, second] = ['', '01'].map((renewal) => `${permit}${renewal}`) as [string, string];
  const earlier = await register(api, mother, { ...TREATED, child: { ...child, documentNumber: first } });
  const passport = aPassport();
  const foreign = await register(api, mother, {
    service: 'TREATED_AS_LOCAL',
    ground: 'FOREIGN_NATIONAL',
    child: { nationality: 'US', hukouProvince: null, documentType: 'PASSPORT', documentNumber: passport },
  });
  await asBefore(earlier.number, `${permit}99`);
  const later = await register(api, mother, { ...TREATED, child: { ...child, documentNumber: second } });
  await asBefore(later.number, second);
  await asBefore(foreign.number, passport);
  // The one that cannot be indexed holds nobody else up.
  expect(await index()).toEqual({ indexed: 2, twice: [later.number] });
  expect(await index()).toEqual({ indexed: 0, twice: [later.number] });
  await api.sql('delete from child where record_id = (select id from collection_record where number = $1)', [
    earlier.number,
  ]);
  expect(await index()).toEqual({ indexed: 1, twice: [] });
});

test('a database in which one number was registered under two kinds migrates, and the later one is named', async () => {
  const earlier = await register(api, mother);
  const later = await register(api, mother);
  const owner = (file: string) => api.sql(`set role enrolment_owner; ${readSql(file)}; reset role`);
  await owner('0100_persons.down.sql');
  const { documentNumber } = earlier.input.child;
  const record = await api.orm.em.fork().findOneOrFail(CollectionRecord, { number: later.number });
  await api.sql(
    `update child set document_type = 'HK_MACAO_RESIDENCE', document_sealed = $2, document_index = $3 where record_id = $1`,
    [
      record.id,
      record.keyFrom(keys).seal('child.document', documentNumber),
      keys.blindIndex('document', documentNumber),
    ],
  );
  await owner('0100_persons.up.sql');
  expect(await index()).toEqual({ indexed: expect.any(Number), twice: [later.number] });
  const [again] = await refusalsOf(earlier.input.child);
  expect(again).toBe('DOCUMENT_ALREADY_REGISTERED');
});
