import { expect, test } from '@jest/globals';
import { holding } from './record-export.js';
import {
  erasureInWords,
  erasureOf,
  firstErasure,
  firstErasureInWords,
  isOfFamilies,
  periodInWords,
  type RetentionFacts,
} from './retention.js';
import { RETENTION_KINDS } from './vocabulary.js';

const FACTS: RetentionFacts = {
  stage: 'REGISTERED',
  periods: { UNSUBMITTED: 90, RECORDS: 365, MESSAGES: 180 },
  detailsClose: new Date('2027-05-31T16:00:00Z'),
  archivedAt: null,
};

test.each([
  ['what is not submitted goes by the end of the details', {}, 'UNSUBMITTED', '2027-08-29T16:00:00.000Z'],
  ['so does a draft', { stage: 'DETAILS_DRAFTED' }, 'UNSUBMITTED', '2027-08-29T16:00:00.000Z'],
  ['what is submitted goes by the archive', { stage: 'SUBMITTED' }, 'RECORDS', null],
  ['without a window, too', { detailsClose: null }, 'RECORDS', null],
  ['without a period of its own, too', { periods: { RECORDS: 365 } }, 'RECORDS', null],
  [
    'once archived, on a day',
    { stage: 'ADMITTED', archivedAt: new Date('2027-10-01T00:00:00Z') },
    'RECORDS',
    '2028-09-30T00:00:00.000Z',
  ],
  [
    'whatever comes first',
    { archivedAt: new Date('2026-01-01T00:00:00Z') },
    'RECORDS',
    '2027-01-01T00:00:00.000Z',
  ],
] as [string, Partial<RetentionFacts>, string, string | null][])('%s', (_, facts, kind, at) => {
  const erasure = erasureOf({ ...FACTS, ...facts })!;
  expect([erasure.kind, erasure.at?.toISOString() ?? null]).toEqual([kind, at]);
});

test('without a period nothing is promised', () => {
  expect(erasureOf({ ...FACTS, periods: {} })).toBeNull();
  expect(erasureInWords(null)['zh-CN']).toContain('还没有公布');
});

test('a day is told with its year, in either language', () => {
  const { 'zh-CN': zh, en } = erasureInWords(erasureOf(FACTS));
  expect(zh).toContain('2027 年 8 月 30 日');
  expect(en).toContain('30 August 2027');
});

test('families read of the periods of what they have given, and of no other', () => {
  expect(RETENTION_KINDS.filter((kind) => isOfFamilies({ kind }))).toEqual([
    'UNSUBMITTED',
    'RECORDS',
    'MESSAGES',
  ]);
  const kept = RETENTION_KINDS.map((kind) => ({ kind, days: 30 }));
  expect(JSON.stringify(holding(kept, erasureInWords(null)))).not.toMatch(/API/);
});

test.each(RETENTION_KINDS.map((kind) => [kind, 30] as const))(
  'a period of %s is told in both',
  (kind, days) => {
    const { 'zh-CN': zh, en } = periodInWords({ kind, days });
    expect([zh, en]).toEqual([expect.stringContaining('30 天'), expect.stringContaining('30 days')]);
  },
);

test.each([
  ['UNSUBMITTED', {}, null, '还没有区设录入时间'],
  ['UNSUBMITTED', { detailsClose: FACTS.detailsClose }, '2027-06-30T16:00:00.000Z', '2027 年 7 月 1 日'],
  ['RECORDS', { detailsClose: FACTS.detailsClose }, null, '现在还没有归档'],
  [
    'RECORDS',
    { archivedAt: new Date('2027-10-01T00:00:00Z') },
    '2027-10-31T00:00:00.000Z',
    '2027 年 10 月 31 日',
  ],
  ['MESSAGES', { archivedAt: new Date('2027-10-01T00:00:00Z') }, null, '每条发出满 30 天'],
  ['API_TOKENS', {}, null, '到期或者撤销满 30 天'],
] as const)('the first of %s goes by %o', (kind, known, at, words) => {
  const ends = { detailsClose: null, archivedAt: null, ...known };
  expect(firstErasure({ kind, days: 30 }, ends)?.toISOString() ?? null).toBe(at);
  expect(firstErasureInWords({ kind, days: 30 }, ends)['zh-CN']).toContain(words);
  expect(firstErasureInWords({ kind, days: 30 }, ends).en).toContain('30');
});
