import { describe, expect, test } from '@jest/globals';
import {
  checkMessage,
  hasUnread,
  isSeen,
  MESSAGE_LENGTH,
  MESSAGE_TEMPLATES,
  type MessageAuthor,
} from './conversation.js';

const at = (minute: number) => new Date(Date.UTC(2026, 4, 1, 9, minute));

test.each<[string, string[]]>([
  ['请问居住证过期怎么办？', []],
  ['', ['required']],
  ['  \n ', ['required']],
  ['问'.repeat(MESSAGE_LENGTH), []],
  ['问'.repeat(MESSAGE_LENGTH + 1), ['reasonTooLong']],
  ['请问\u0007', ['reasonFormat']],
])('%j as a message is refused by %j', (text, rules) => {
  expect(checkMessage(text).map(({ rule }) => rule)).toEqual(rules);
});

describe('unread', () => {
  test.each<[string, Parameters<typeof hasUnread>[0], MessageAuthor, boolean]>([
    ['nothing was written', {}, 'FIRST', false],
    ['the office wrote', { officeWroteAt: at(1) }, 'FIRST', true],
    ['she has read it', { officeWroteAt: at(1), readByFirst: at(1) }, 'FIRST', false],
    ['she has, he has not', { officeWroteAt: at(1), readByFirst: at(1) }, 'SECOND', true],
    ['it wrote again', { officeWroteAt: at(3), readByFirst: at(2) }, 'FIRST', true],
    ['only the family wrote', { familyWroteAt: at(1) }, 'FIRST', false],
    ['the family wrote', { familyWroteAt: at(1) }, 'OFFICE', true],
    ['the office has read it', { familyWroteAt: at(1), readByOffice: at(2) }, 'OFFICE', false],
    ['only the office wrote', { officeWroteAt: at(1) }, 'OFFICE', false],
  ])('%s: %j for %s is %s', (_, facts, reader, unread) => {
    expect(hasUnread(facts, reader)).toBe(unread);
  });
});

test('a message of the office is seen once either guardian has read it, and a guardian’s once the office has', () => {
  expect(isSeen({ readBySecond: at(2) }, 'OFFICE', at(1))).toBe(true);
  expect(isSeen({ readBySecond: at(2) }, 'OFFICE', at(3))).toBe(false);
  expect(isSeen({ readByFirst: at(2) }, 'SECOND', at(1))).toBe(false);
  expect(isSeen({ readByOffice: at(2) }, 'SECOND', at(1))).toBe(true);
});

test('a template fits into a message, in both languages, and says nothing about anybody', () => {
  for (const { key, text } of MESSAGE_TEMPLATES)
    for (const words of Object.values(text)) {
      expect([key, checkMessage(words)]).toEqual([key, []]);
      expect(words).not.toMatch(/\d/);
    }
});
