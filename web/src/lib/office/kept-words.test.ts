import { expect, test } from '@jest/globals';
import { keyFor, namesNobody } from './kept-words.ts';

const key = (address: string, form = 'reason') => keyFor(new URL(address, 'https://office.example'), form);
const RECORD = '/office/records/20260100001234';
const BATCH = '/office/bulk/new?/giveBack&chosen=20260100001234';

test.each([
  ['a page about a record, from another list', RECORD, `${RECORD}?place=01&at=2`],
  ['a batch, before and after its form was sent without scripts', BATCH, BATCH.replace('/giveBack&', '')],
])('%s has one key', (_, one, other) => {
  expect(key(one)).toBe(key(other));
});

test.each([
  ['two records', RECORD, RECORD.replace('1234', '1242')],
  ['two pages of a record', RECORD, `${RECORD}/messages`],
  ['two batches', BATCH, `${BATCH},20260100001242`],
  ['all of a list and of the same list with a filter', '?all=records', '?all=records&item=RESIDENCE'],
  ['new texts of two districts', '/office/texts?/create&place=01', '/office/texts?/create&place=02'],
])('%s have two keys', (_, one, other) => {
  expect(key(one)).not.toBe(key(other));
});

test('two forms of a page have two keys, and no number stands in one', () => {
  expect(key(RECORD, 'reason')).not.toBe(key(RECORD, 'remedy'));
  expect(key(BATCH)).not.toMatch(/20260100001234/);
});

test.each([
  '身份证号是 119999199003150529。',
  '119999 19900315 052X',
  '１１９９９９１９９００３１５０５２９',
  '一代证 119999900315052',
  '请打 13800000000',
  '请打 138-0000-0000，找家长',
  '第 5 页 13800000000',
])('%s names somebody', (text) => {
  expect(namesNobody(text)).toBe(false);
});

test.each([
  '',
  '填写的是 502，居住证上是 602。',
  '请打东城区电话 010-64000001。',
  '信息采集编号 2026 01 0000123 4',
  '2026-05-01 至 2026-05-31',
])('%s names nobody', (text) => {
  expect(namesNobody(text)).toBe(true);
});
