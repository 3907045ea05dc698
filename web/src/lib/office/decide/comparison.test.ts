import { expect, test } from '@jest/globals';
import { answerOf, answerTo, differencesOf, isSameAddress, provinceOf, type Compared } from './comparison.ts';

const aRecord = (lines: Record<string, string>, more: Partial<Compared> = {}): Compared => ({
  identityCheck: { status: 'PASSED', differences: [] },
  submittedAt: '2026-05-08T01:14:00Z',
  child: { hukouProvince: '130000', residenceSubdistrict: '示例街道' },
  submittedInWords: [{ lines: Object.entries(lines).map(([path, value]) => ({ path, label: path, value })) }],
  details: { advice: [] },
  ...more,
});

test('a permit for another address than the home differs, however it is punctuated', () => {
  const home = { 'residence.address': '测试胡同 12 号楼 3 单元 502' };
  const at = (address: string) =>
    differencesOf(aRecord({ ...home, 'residencePermits.FIRST.address': address })).get(
      'residencePermits.FIRST.address',
    );
  expect(at('测试胡同12号楼3单元602')).toBe('RESIDENCE');
  expect(at('测试胡同１２号楼3单元 502')).toBeUndefined();
});

test('a household register of another province than the registered hukou differs', () => {
  const of = (address: string) => differencesOf(aRecord({ 'household.address': address })).size;
  expect([of('河北省石家庄市测试县'), of('河北石家庄'), of('山西省太原市'), of('石家庄市')]).toEqual([
    0, 0, 1, 0,
  ]);
});

test('what runs out before the end of the review is marked', () => {
  const details = { advice: [{ field: 'residence.leaseTo', text: '租期会到期' }] };
  expect([...differencesOf(aRecord({}, { details }))]).toEqual([['residence.leaseTo', 'RUNS_OUT']]);
});

test('the verification answers for everything at once; before a submission it is not asked', () => {
  const answer = (status: Compared['identityCheck']['status'], submittedAt: string | null = 'x') =>
    answerOf(aRecord({}, { identityCheck: { status, differences: [] }, submittedAt }));
  expect([answer('PASSED'), answer('FAILED'), answer('RETURNED'), answer('PENDING')]).toEqual([
    'SAME',
    'UNMATCHED',
    'UNMATCHED',
    'WAITING',
  ]);
  expect(answer('PENDING', null)).toBe('NOT_ASKED');
});

test('what the verification names is marked, and nothing else; where it names nothing, every line may differ', () => {
  const answers = (...differences: Compared['identityCheck']['differences']) => {
    const record = aRecord({}, { identityCheck: { status: 'FAILED', differences } });
    return [
      answerTo(record, { holder: 'CHILD', lines: ['NAME'] }),
      answerTo(record, { holder: 'CHILD', lines: ['BIRTH_DATE'] }),
      answerTo(record, { holder: 'SECOND_GUARDIAN', lines: ['NAME', 'NUMBER'] }),
    ];
  };
  expect(answers()).toEqual(['UNMATCHED', 'UNMATCHED', 'UNMATCHED']);
  expect(answers({ holder: 'CHILD', line: 'NAME' })).toEqual(['OTHERWISE', 'NOT_NAMED', 'NOT_NAMED']);
  expect(answers({ holder: 'SECOND_GUARDIAN', line: 'NUMBER' })).toEqual([
    'NOT_NAMED',
    'NOT_NAMED',
    'OTHERWISE',
  ]);
});

test('provinces are found by name and short name; addresses are compared without blanks', () => {
  expect([provinceOf('内蒙古自治区呼和浩特'), provinceOf('新疆乌鲁木齐'), provinceOf('某县')]).toEqual([
    '150000',
    '650000',
    null,
  ]);
  expect(isSameAddress('示例路 9 号', '示例路9号')).toBe(true);
});
