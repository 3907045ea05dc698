import { KeyRing } from '../../src/platform/keys.js';
import { TEST_KEYS, type Person, type TestApi } from './api.js';
import { aGuardianDocument, aPhone } from './people.js';

export interface SecondGuardian {
  name: string;
  documentNumber: string;
  phone: string;
}

export const aSecondGuardian = (overrides: Partial<SecondGuardian> = {}): SecondGuardian => ({
  name: '测试乙',
  documentNumber: aGuardianDocument(),
  phone: aPhone(),
  ...overrides,
});

/** Puts the second guardian into a record's details, as saving them does: for tests that are about something else. */
export async function nameSecondGuardian(api: TestApi, number: string, guardian = aSecondGuardian()) {
  const keys = new KeyRing(TEST_KEYS);
  const [record] = await api.sql<{ id: string; key_id: string; wrapped_key: Buffer }>(
    'select id, key_id, wrapped_key from collection_record where number = $1',
    [number],
  );
  const { id, key_id: keyId, wrapped_key: wrappedKey } = record!;
  const key = keys.open({ keyId, wrappedKey }, id);
  await api.sql(
    `insert into guardian (record_id, role, name_sealed, document_type, document_sealed, document_index, phone_sealed, phone_index, relation)
     values ($1, 'SECOND', $2, 'RESIDENT_ID', $3, $4, $5, $6, 'FATHER')
     on conflict (record_id, role) do update set name_sealed = $2, document_sealed = $3, document_index = $4, phone_sealed = $5, phone_index = $6`,
    [
      id,
      key.seal('guardian.SECOND.name', guardian.name),
      key.seal('guardian.SECOND.document', guardian.documentNumber),
      keys.blindIndex('document', guardian.documentNumber),
      key.seal('guardian.SECOND.phone', guardian.phone),
      keys.blindIndex('phone', guardian.phone),
    ],
  );
  return guardian;
}

/** The second guardian signed in, as the identity provider knows him. */
export const signIn = (
  api: TestApi,
  { documentNumber, phone }: SecondGuardian,
  subject = `guardian ${documentNumber}`,
): Promise<Person> =>
  api.person(subject, {
    phone_number: phone,
    document: { type: 'RESIDENT_ID', number: documentNumber },
  });
