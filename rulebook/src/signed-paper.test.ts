import { expect, test } from '@jest/globals';
import { checkSignedPaper } from './signed-paper.js';

const IN_FORCE = { noticeVersion: '2026-1', privacyPolicyVersion: '2026-2' };
const rulesOf = (reference: string, kept = true, read = IN_FORCE) =>
  checkSignedPaper({ reference, kept, ...read }, IN_FORCE, 'paper').map(({ rule, field }) => [rule, field]);

test.each([
  '代办 17 号',
  '2026-05-20',
  '２０２６年5月20日',
  '20260520',
  '2026-05-20 第 17 号',
  '20260520 DB17',
  'A-0017/26',
  'DB2026-0017',
  '2026-00017',
])('%s is a paper that can be found', (reference) => {
  expect(rulesOf(reference)).toEqual([]);
});

test.each([
  ['', 'required'],
  ['1', 'required'],
  ['留存', 'required'],
  ['138 0000 1234', 'paperPersonal'],
  ['119999201901010018', 'paperPersonal'],
  ['11999920190101001X', 'paperPersonal'],
  ['１１９９９９ 20190101 0018', 'paperPersonal'],
  ['E12345678', 'paperPersonal'],
  ['护照 G 1234 5678', 'paperPersonal'],
  ['C01X00T47', 'paperPersonal'],
  ['H1234567801', 'paperPersonal'],
  ['01234567', 'paperPersonal'],
  ['电话 6512 3456', 'paperPersonal'],
  ['010-65123456', 'paperPersonal'],
  ['2026-05-20 13800001234', 'paperPersonal'],
  [`第 1 号${'长'.repeat(40)}`, 'reasonTooLong'],
])('“%s” is none', (reference, rule) => expect(rulesOf(reference)).toEqual([[rule, 'paper.reference']]));

test('what nobody has read to the family and kept is no paper', () => {
  expect(rulesOf('17 号', false)).toEqual([['paperNotKept', 'paper.kept']]);
});

test.each([{ noticeVersion: '2025-9' }, { privacyPolicyVersion: '2025-9' }])(
  'what was read and is no longer in force is no consent: %j',
  (old) => {
    expect(rulesOf('17 号', true, { ...IN_FORCE, ...old })).toEqual([['textsRenewed', 'paper.kept']]);
  },
);
