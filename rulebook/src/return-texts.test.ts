import { expect, test } from '@jest/globals';
import { checkReturnText, missingInEnglish, normaliseReturnText, RETURN_TEXTS } from './return-texts.js';
import { checkItemDecision } from './review.js';
import { REVIEW_ITEM_KINDS } from './vocabulary.js';

test.each(REVIEW_ITEM_KINDS)('each common text of %s is a decision that no rule refuses', (kind) => {
  const texts = RETURN_TEXTS[kind];
  expect(new Set(texts.map(({ key }) => key)).size).toBe(texts.length);
  for (const { reason, remedy } of texts) {
    const decision = { status: 'RETURNED', reason, remedy, dueAt: null } as const;
    expect(checkItemDecision(decision, { stage: 'IDENTITY_VERIFIED', exists: true }, new Date())).toEqual([]);
  }
});

const TEXT = {
  name: '租期',
  nameEn: null,
  reason: '租期已到。',
  reasonEn: null,
  remedy: null,
  remedyEn: null,
};

test.each([
  [{}, []],
  [{ name: ' 　' }, [['required', 'name']]],
  [{ reason: '' }, [['required', 'reason']]],
  [
    { name: '字'.repeat(41), nameEn: 'x'.repeat(81) },
    [
      ['reasonTooLong', 'name'],
      ['reasonTooLong', 'nameEn'],
    ],
  ],
  [{ remedy: '字'.repeat(5_000) }, [['reasonTooLong', 'remedy']]],
])('a text with %o is refused for %j', (given, expected) => {
  const refusals = checkReturnText(normaliseReturnText({ ...TEXT, ...given }));
  expect(refusals.map(({ rule, field }) => [rule, field])).toEqual(expected);
});

test('what is empty is absent, and what has no English is said', () => {
  const text = normaliseReturnText({ ...TEXT, remedy: '  ', nameEn: ' Lease ' });
  expect(text).toEqual({ ...TEXT, nameEn: 'Lease' });
  expect(missingInEnglish(text)).toEqual(['reasonEn']);
  expect(missingInEnglish({ ...text, remedy: '请续签。' })).toEqual(['reasonEn', 'remedyEn']);
});
