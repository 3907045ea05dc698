import { describe, expect, test } from '@jest/globals';
import { inWords } from './calendar.js';
import {
  exampleOf,
  FAMILY_MESSAGES,
  FAMILY_TEXTS,
  LONGEST_TURN,
  MOST_PARTS,
  partsOfMessage,
  roomIn,
  withSentence,
} from './family-messages.js';
import { maskName } from './masking.js';
import { LANGUAGES } from './refusal.js';
import { partsOf } from './sms.js';
import { detailsTurn, formTurn, returnedTurn } from './turns.js';
import type { WayFacts } from './way.js';

const every = LANGUAGES.flatMap((language) => FAMILY_MESSAGES.map((kind) => [kind, language] as const));

describe.each(FAMILY_MESSAGES)('the message %s', (kind) => {
  test('says in Chinese whose it is', () => {
    expect(exampleOf(kind, 'zh-CN', null)).toMatch(/^【小学入学服务】.*。$/);
  });

  test('says the same in English, with no Chinese but names', () => {
    const text = exampleOf(kind, 'en', null);
    expect(text).toMatch(/^\[School enrolment\] .*\.$/);
    expect(text.replaceAll('测', '').replaceAll('甲', '')).not.toMatch(/\p{Script=Han}/u);
  });
});

test('a district’s sentence follows, and nothing follows where it has none', () => {
  expect(withSentence('zh-CN', '甲。', '乙。')).toBe('甲。乙。');
  expect(withSentence('en', 'One.', 'Two.')).toBe('One. Two.');
  expect(withSentence('en', 'One.', null)).toBe('One.');
});

test('an SMS holds 70 characters, and each part of a longer one 67', () => {
  expect([1, 70, 71, 134, 135, 201, 202].map(partsOf)).toEqual([1, 1, 2, 2, 3, 3, 4]);
});

test.each(every)('the room of %s in %s fills its parts and not one more', (kind, language) => {
  const room = roomIn(kind, language);
  expect(room).toBeGreaterThanOrEqual(language === 'en' ? 60 : 30);
  expect(partsOfMessage(kind, language, '长'.repeat(room))).toBe(MOST_PARTS[language]);
  expect(partsOfMessage(kind, language, '长'.repeat(room + 1))).toBe(MOST_PARTS[language] + 1);
});

test('no masked name is longer than that of the example, two rare characters aside', () => {
  const [child] = /测\S*甲/.exec(exampleOf('APPROVED', 'zh-CN', null))!;
  for (const name of ['测试甲', '测'.repeat(60), '阿布都热合曼·买买提', '𠮷'.repeat(9)])
    expect(maskName(name).length).toBeLessThanOrEqual(child.length + 2);
  const rare = FAMILY_TEXTS.APPROVED('en', '20260100000017', maskName('𠮷'.repeat(9)));
  expect(rare.length).toBe(exampleOf('APPROVED', 'en', null).length + 2);
});

test('no reminder says more than the example', () => {
  const opensAt = new Date('2026-01-01T00:00:00+08:00');
  const now = new Date('2026-01-02T00:00:00+08:00');
  for (let month = 0; month < 12; month += 1) {
    const closesAt = new Date(Date.UTC(2026, month, 28, 15, 59));
    const window = { opensAt, closesAt };
    const facts = {
      hotline: '',
      phases: { DETAILS: window, SCHOOL_PREREGISTRATION: window },
      returned: [{ kind: 'RESIDENCE', dueAt: closesAt }],
      stage: 'APPROVED',
    } as unknown as WayFacts;
    for (const turn of [detailsTurn, returnedTurn, formTurn]) {
      const { text } = turn(facts, now, null);
      for (const language of LANGUAGES)
        expect(text[language].length).toBeLessThanOrEqual(LONGEST_TURN[language].length);
    }
  }
  const last = inWords(new Date('2026-12-31T23:59:00+08:00'), true);
  expect(LONGEST_TURN['zh-CN']).toContain(last['zh-CN']);
});
