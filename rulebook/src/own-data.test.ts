import { describe, expect, test } from '@jest/globals';
import {
  checkAnswers,
  checkKindStays,
  checkPapers,
  checkPolicies,
  checkPublishing,
  checkQuestions,
  checkReviewItems,
  checkSentences,
  concernsRecords,
  isConcerned,
  normaliseAnswer,
  normaliseQuestion,
  normaliseSentence,
  type OwnAnswer,
  type OwnPaper,
  type OwnPolicy,
  type OwnQuestion,
  type OwnReviewItem,
  type OwnSentence,
} from './own-data.js';
import { roomIn } from './family-messages.js';
import type { Refusal } from './refusal.js';

const told = (refusals: readonly Refusal[]) => refusals.map(({ rule, field }) => `${rule} ${field}`);

const QUESTION: OwnQuestion = {
  service: 'LOCAL_HUKOU',
  key: 'MONTHS_IN_DISTRICT',
  label: '在本区居住几个月',
  labelEn: 'Months in the district',
  help: null,
  helpEn: null,
  kind: 'NUMBER',
  required: false,
  choices: null,
  choicesEn: null,
};
const CHOICE = { kind: 'CHOICE', choices: ['甲', '乙'], choicesEn: ['A', 'B'] } as const;

describe('a question', () => {
  test.each<[string, Partial<OwnQuestion>, string[]]>([
    ['as it should be', {}, []],
    ['with choices', CHOICE, []],
    ['without English', { labelEn: '' }, ['required 0.labelEn']],
    ['helped in Chinese alone', { help: '看户口簿' }, ['required 0.helpEn']],
    ['too long', { label: '长'.repeat(201) }, ['textTooLong 0.label']],
    ['with what cannot be seen', { label: '甲\u202e乙' }, ['textInvisible 0.label']],
    ['with a key of its own making', { key: 'months' }, ['questionKey 0.key']],
    ['with one choice', { ...CHOICE, choices: ['甲'], choicesEn: ['A'] }, ['choicesOfChoice 0.choices']],
    ['with choices that it has no use for', { ...CHOICE, kind: 'TEXT' }, ['choicesOfChoice 0.choices']],
    ['with fewer choices in English', { ...CHOICE, choicesEn: ['A'] }, ['choicesInBoth 0.choicesEn']],
    ['with a choice twice', { ...CHOICE, choices: ['甲', '甲'] }, ['entryTwice 0.choices']],
    ['about income', { label: '家庭月收入' }, ['forbiddenToAsk 0.label']],
    [
      'about vaccination in its help',
      { help: '看接种证', helpEn: 'Vaccination' },
      ['forbiddenToAsk 0.help', 'forbiddenToAsk 0.helpEn'],
    ],
    [
      'about a job title in a choice',
      { ...CHOICE, choicesEn: ['A', 'Job title'] },
      ['forbiddenToAsk 0.choicesEn'],
    ],
  ])('%s', (_, change, refusals) => {
    expect(told(checkQuestions([{ ...QUESTION, ...change }]))).toEqual(refusals);
  });

  test('is asked once for a service', () => {
    expect(told(checkQuestions([QUESTION, { ...QUESTION, service: 'NON_LOCAL_HUKOU' }]))).toEqual([]);
    expect(told(checkQuestions([QUESTION, QUESTION]))).toEqual(['entryTwice 1.key']);
  });

  test('arrives in one way of writing', () => {
    const given = { ...QUESTION, label: ' 在本区　居住 ', help: ' ', choices: [' 甲 '] };
    expect(normaliseQuestion(given)).toMatchObject({ label: '在本区 居住', help: null, choices: ['甲'] });
  });

  test('keeps its kind, and so does a key that is asked again', () => {
    expect(checkKindStays([QUESTION], [{ ...QUESTION, required: true }])).toEqual([]);
    expect(told(checkKindStays([QUESTION], [{ ...QUESTION, kind: 'TEXT' }]))).toEqual([
      'questionKindStays 0.kind',
    ]);
    expect(checkKindStays([QUESTION], [{ ...QUESTION, key: 'OTHER', kind: 'TEXT' }])).toEqual([]);
  });

  test('no list is endless', () => {
    const many = Array.from({ length: 101 }, (_, n) => ({ ...QUESTION, key: `Q${n}` }));
    expect(told(checkQuestions(many))).toEqual(['listTooLong null']);
  });
});

const ITEM: OwnReviewItem = {
  service: 'LOCAL_HUKOU',
  kind: 'RESIDENCE',
  label: '居住',
  labelEn: 'Residence',
};
test('a service with items has one that an officer decides', () => {
  const identity = { ...ITEM, kind: 'IDENTITY_AND_HUKOU' } as const;
  expect(checkReviewItems([])).toEqual([]);
  expect(checkReviewItems([identity, ITEM])).toEqual([]);
  expect(told(checkReviewItems([identity, { ...ITEM, service: 'NON_LOCAL_HUKOU' }]))).toEqual([
    'itemsIdentityAlone 0.kind',
  ]);
  expect(told(checkReviewItems([ITEM, { ...ITEM, label: '居住证明' }]))).toEqual(['entryTwice 1.kind']);
  expect(told(checkReviewItems([{ ...ITEM, label: '' }]))).toEqual(['required 0.label']);
});

const PAPER: OwnPaper = { kind: 'RESIDENCE', service: null, ground: null, label: '房产证', labelEn: 'Title' };
test('no paper asks for what the ministry forbids, or for a ground of another service', () => {
  expect(checkPapers([PAPER, { ...PAPER, ground: 'POSTDOCTORAL' }])).toEqual([]);
  expect(told(checkPapers([{ ...PAPER, label: '收入证明' }]))).toEqual(['forbiddenToAsk 0.label']);
  expect(told(checkPapers([{ ...PAPER, service: 'LOCAL_HUKOU', ground: 'POSTDOCTORAL' }]))).toEqual([
    'groundOfOtherService 0.ground',
  ]);
  expect(told(checkPapers([PAPER, PAPER]))).toEqual(['entryTwice 1.label']);
});

const POLICY: OwnPolicy = { title: '招生意见', url: null, publishedOn: null, body: '一\n\n二' };
test.each<[Partial<OwnPolicy>, string[]]>([
  [{}, []],
  [{ url: 'https://example.edu.cn/a' }, []],
  [{ url: 'http://example.edu.cn/a' }, ['policyLink 0.url']],
  [{ url: 'javascript:alert(1)' }, ['policyLink 0.url']],
  [{ title: '' }, ['required 0.title']],
  [{ body: '长'.repeat(20_001) }, ['textTooLong 0.body']],
])('a policy %j', (change, refusals) => {
  expect(told(checkPolicies([{ ...POLICY, ...change }]))).toEqual(refusals);
});

const SENTENCE: OwnSentence = {
  kind: 'APPROVED',
  text: '窗口工作日 9:00-17:00 办公。',
  textEn: 'The desk is open on working days, 9:00–17:00.',
};
test.each<[Partial<OwnSentence>, string[]]>([
  [{}, []],
  [{ text: '' }, ['required 0.text']],
  [{ textEn: '' }, ['required 0.textEn']],
  [{ text: '长'.repeat(roomIn('APPROVED', 'zh-CN')) }, []],
  [{ text: '长'.repeat(roomIn('APPROVED', 'zh-CN') + 1) }, ['smsTooLong 0.text']],
  [{ textEn: 'l'.repeat(roomIn('APPROVED', 'en') + 1) }, ['smsTooLong 0.textEn']],
  [{ text: '𠮷'.repeat(Math.ceil(roomIn('APPROVED', 'zh-CN') / 2) + 1) }, ['smsTooLong 0.text']],
  [{ text: '长'.repeat(141) }, ['textTooLong 0.text']],
  [{ text: '请\u0007来。' }, ['textInvisible 0.text']],
  [{ text: '请\u202e来。' }, ['textInvisible 0.text']],
  [{ text: '电话 65123456，见 a.cn。' }, ['smsLink 0.text', 'smsNumber 0.text']],
  [{ textEn: 'Dear {name}.' }, ['smsMarkup 0.textEn']],
])('a sentence %j', (change, refusals) => {
  expect(told(checkSentences([{ ...SENTENCE, ...change }]))).toEqual(refusals);
});

test('a sentence is one line and ends as one; each message has one at most', () => {
  const typed = { kind: 'APPROVED', text: ' 请带\n原件\u202e ', textEn: 'Bring the originals' } as const;
  expect(normaliseSentence(typed)).toEqual({
    kind: 'APPROVED',
    text: '请带 原件。',
    textEn: 'Bring the originals.',
  });
  expect(normaliseSentence({ ...typed, text: '', textEn: 'Why?' })).toMatchObject({
    text: '',
    textEn: 'Why?',
  });
  expect(told(checkSentences([SENTENCE, SENTENCE]))).toEqual(['entryTwice 1.kind']);
});

const ANSWER: OwnAnswer = {
  name: '带原件',
  nameEn: 'Originals',
  text: '您好。\n请带原件来。',
  textEn: 'Please bring the originals.',
};
test.each<[Partial<OwnAnswer>, string[]]>([
  [{}, []],
  [{ name: '' }, ['required 0.name']],
  [{ nameEn: '' }, ['required 0.nameEn']],
  [{ text: '' }, ['required 0.text']],
  [{ textEn: '' }, ['required 0.textEn']],
  [{ name: '长'.repeat(41) }, ['textTooLong 0.name']],
  [{ text: '长'.repeat(1_001) }, ['textTooLong 0.text']],
  [{ text: '请\u0007来' }, ['textInvisible 0.text']],
])('an answer %j', (change, refusals) => {
  expect(told(checkAnswers([{ ...ANSWER, ...change }]))).toEqual(refusals);
});

test('an answer keeps its lines, and no two are called alike', () => {
  expect(normaliseAnswer({ ...ANSWER, text: ' 您好。\r\n请带原件来。 \u202e' })).toEqual(ANSWER);
  expect(told(checkAnswers([ANSWER, ANSWER]))).toEqual(['entryTwice 1.name']);
  expect(concernsRecords('ANSWERS')).toBe(false);
});

test('a notice is published from now on, in both languages', () => {
  const now = new Date('2027-03-01T00:00:00Z');
  const notice = { version: '2027-1', title: '须知', titleEn: 'Notice', body: '一', bodyEn: 'One' };
  expect(checkPublishing(notice, now, now)).toEqual([]);
  expect(told(checkPublishing(notice, new Date(now.getTime() - 1), now))).toEqual(['noticePast publishedAt']);
  expect(told(checkPublishing({ ...notice, bodyEn: '' }, now, now))).toEqual(['required bodyEn']);
});

test('whoever has submitted is asked nothing anew, unless it comes back', () => {
  expect(isConcerned('QUESTIONS', 'RETURNED')).toBe(true);
  expect(isConcerned('QUESTIONS', 'DETAILS_DRAFTED')).toBe(true);
  expect(isConcerned('QUESTIONS', 'SUBMITTED')).toBe(false);
  expect(isConcerned('REVIEW_ITEMS', 'RETURNED')).toBe(true);
  expect(isConcerned('REVIEW_ITEMS', 'APPROVED')).toBe(false);
});
