import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import {
  ACTIONS,
  mayAnywhere,
  mayAsFamily,
  mayAsk,
  officeFor,
  type Action,
  type OfficeGrant,
} from './access.js';
import { renderAccess } from './access.documentation.js';

const office = (
  role: OfficeGrant['role'],
  district: string | null,
  school: string | null = null,
): OfficeGrant => ({ role, district, school });

describe('an office', () => {
  test.each<[Action, OfficeGrant, { district?: string; school?: string }, boolean]>([
    ['DECIDE_ON_RECORD', office('DISTRICT_OFFICER', '01'), { district: '01' }, true],
    ['DECIDE_ON_RECORD', office('DISTRICT_OFFICER', '01'), { district: '02' }, false],
    ['DECIDE_ON_RECORD', office('DISTRICT_OFFICER', null), { district: '01' }, false],
    ['DECIDE_ON_RECORD', office('MUNICIPAL_ADMIN', null), { district: '01' }, false],
    ['ADMINISTER_DISTRICT', office('DISTRICT_OFFICER', '01'), { district: '01' }, false],
    ['ADMINISTER_DISTRICT', office('DISTRICT_ADMIN', '01'), { district: '01' }, true],
    ['ADMINISTER_CITY', office('MUNICIPAL_ADMIN', null), {}, true],
    ['PREREGISTER', office('SCHOOL_REGISTRAR', '01', '0101'), { school: '0101' }, true],
    ['PREREGISTER', office('SCHOOL_REGISTRAR', '01', '0101'), { school: '0102' }, false],
    ['PREREGISTER', office('SCHOOL_REGISTRAR', '01'), {}, false],
    ['READ_UNPUBLISHED_RESULT', office('MUNICIPAL_ADMIN', null), { district: '01' }, false],
  ])('%s by %j at %j: %s', (action, grant, place, may) => {
    expect(officeFor(action, [grant], place)).toBe(may ? grant : null);
  });

  test('is never a guardian’s', () => {
    for (const action of ACTIONS) {
      const guardian = office('GUARDIAN', '01', '0101');
      expect(officeFor(action, [guardian], { district: '01', school: '0101' })).toBeNull();
      expect(mayAnywhere(action, [guardian])).toBe(false);
    }
  });
});

test.each<[Action, OfficeGrant[], boolean]>([
  // Actions of one office: everybody else is turned away before anything is read.
  ['ADMINISTER_CITY', [office('MUNICIPAL_ADMIN', null)], true],
  ['ADMINISTER_CITY', [office('DISTRICT_ADMIN', '01')], false],
  ['CLAIM_RECORD', [office('SCHOOL_REGISTRAR', '01', '0101')], false],
  // Every office is answered here, and refused record by record.
  ['DECIDE_ON_RECORD', [office('SCHOOL_REGISTRAR', '01', '0101')], true],
  ['DECIDE_ON_RECORD', [office('MUNICIPAL_ADMIN', null)], true],
  ['DECIDE_ON_RECORD', [office('GUARDIAN', null)], false],
  ['DECIDE_ON_RECORD', [], false],
  // Whoever is signed in finds what is theirs.
  ['OVERSEE_JOBS', [], true],
  ['OWN_RECORD', [], true],
  ['READ_RECORD', [], true],
])('the operations of %s answer %j: %s', (action, grants, answered) => {
  expect(mayAsk(action, grants)).toBe(answered);
});

test('only whoever registered a record owns it, and no office is its family', () => {
  expect(mayAsFamily('OWN_RECORD', 'REGISTRANT')).toBe(true);
  expect(mayAsFamily('OWN_RECORD', 'AUTHORIZED')).toBe(false);
  expect(mayAsFamily('HANDLE_RECORD', 'AUTHORIZED')).toBe(true);
  for (const action of ACTIONS) expect(mayAsFamily(action, 'STAFF')).toBe(false);
});

test('docs/access.md is what the table prints today', () => {
  const page = new URL('../../docs/access.md', import.meta.url);
  expect(readFileSync(page, 'utf8')).toBe(renderAccess());
});
