import { KeyRing } from '../../src/platform/keys.js';
import { Guardian } from '../../src/guardian/guardian.entity.js';
import { hold } from '../../src/record/hold.js';
import { TEST_KEYS, type Person, type TestApi } from './api.js';
import { aFathersDocument, aPhone } from './people.js';

export interface SecondGuardian {
  name: string;
  documentNumber: string;
  phone: string;
}

export const aSecondGuardian = (overrides: Partial<SecondGuardian> = {}): SecondGuardian => ({
  name: '测试乙',
  documentNumber: aFathersDocument(),
  phone: aPhone(),
  ...overrides,
});

/** Puts the second guardian into a record's details, as saving them does, for tests that are about something else. */
export async function nameSecondGuardian(api: TestApi, number: string, guardian = aSecondGuardian()) {
  const keys = new KeyRing(TEST_KEYS);
  await api.orm.em.fork().transactional(async (tx) => {
    const record = (await hold(tx, number))!;
    await tx.nativeDelete(Guardian, { record, role: 'SECOND' });
    const named = {
      role: 'SECOND',
      documentType: 'RESIDENT_ID',
      phoneSlot: null,
      relation: 'FATHER',
      ...guardian,
    } as const;
    tx.persist(new Guardian(record, named, record.keyFrom(keys), keys));
  });
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
