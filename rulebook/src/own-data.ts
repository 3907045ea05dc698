import { MESSAGE_LENGTH } from './conversation.js';
import { roomIn, type FamilyMessage } from './family-messages.js';
import { FORBIDDEN_TO_ASK } from './forbidden-to-ask.js';
import { OFFICE_RULES } from './office-rules.js';
import { refuse, type Language, type Refusal } from './refusal.js';
import { checkOfSms } from './sms.js';
import { invisibleCharacter, isLongerThan, normaliseLine, normaliseText } from './text.js';
import type { QuestionKind, ReviewItemKind, ServiceKind, Stage, TreatedAsLocalGround } from './vocabulary.js';

/** What a district, or the city, sets for itself, as a list that is changed as a whole. */
export const OWN_DATA_KINDS = [
  'QUESTIONS',
  'REVIEW_ITEMS',
  'PAPERS',
  'POLICIES',
  'SENTENCES',
  'ANSWERS',
  'SUBDISTRICTS',
] as const;
export type OwnDataKind = (typeof OWN_DATA_KINDS)[number];

/** A question that a district asks families of one service on top of the common form. */
export interface OwnQuestion {
  readonly service: ServiceKind;
  readonly key: string;
  readonly label: string;
  readonly labelEn: string;
  readonly help: string | null;
  readonly helpEn: string | null;
  readonly kind: QuestionKind;
  readonly required: boolean;
  readonly choices: readonly string[] | null;
  readonly choicesEn: readonly string[] | null;
}

/** What is reviewed for a service. */
export interface OwnReviewItem {
  readonly service: ServiceKind;
  readonly kind: ReviewItemKind;
  readonly label: string;
  readonly labelEn: string;
}

/** A paper to have at hand for a review item; what is null is for every one. */
export interface OwnPaper {
  readonly kind: ReviewItemKind;
  readonly service: ServiceKind | null;
  readonly ground: TreatedAsLocalGround | null;
  readonly label: string;
  readonly labelEn: string;
}

/** 招生政策. */
export interface OwnPolicy {
  readonly title: string;
  readonly url: string | null;
  readonly publishedOn: string | null;
  readonly body: string | null;
}

/** 短信附言: what a district adds to the messages of one kind. */
export interface OwnSentence {
  readonly kind: FamilyMessage;
  readonly text: string;
  readonly textEn: string;
}

/** 常用回复: what an officer begins a message to a family with. */
export interface OwnAnswer {
  readonly name: string;
  readonly nameEn: string;
  readonly text: string;
  readonly textEn: string;
}

/** 监护人须知 or 《个人信息保护政策》 in both languages. */
export interface NoticeContent {
  readonly version: string;
  readonly title: string;
  readonly titleEn: string;
  readonly body: string;
  readonly bodyEn: string;
}

/** How long each text can be, in characters. */
export const OWN_LENGTHS = {
  question: { label: 200, labelEn: 400, help: 1_000, helpEn: 1_000, choices: 100, choicesEn: 200 },
  reviewItem: { label: 60, labelEn: 120 },
  paper: { label: 120, labelEn: 240 },
  policy: { title: 200, url: 2_000, body: 20_000 },
  sentence: { text: 140, textEn: 300 },
  answer: { name: 40, nameEn: 80, text: MESSAGE_LENGTH, textEn: MESSAGE_LENGTH },
  notice: { version: 20, title: 200, titleEn: 200, body: 50_000, bodyEn: 50_000 },
} as const;

export const QUESTION_KEY = /^[A-Z][A-Z0-9_]{0,39}$/;
export const POLICY_LINK = /^https:\/\/\S+$/;

const line = (text: string | null): string | null => normaliseLine(text ?? '') || null;
const lines = (text: string | null): string | null => normaliseText(text ?? '') || null;
const all = (texts: readonly string[] | null): string[] | null => texts?.map(normaliseLine) ?? null;

export const normaliseQuestion = <Question extends Omit<OwnQuestion, 'service'>>(
  given: Question,
): Question => ({
  ...given,
  key: given.key.trim(),
  label: normaliseLine(given.label),
  labelEn: normaliseLine(given.labelEn),
  help: lines(given.help),
  helpEn: lines(given.helpEn),
  choices: all(given.choices),
  choicesEn: all(given.choicesEn),
});

export const normaliseLabels = <Labelled extends { readonly label: string; readonly labelEn: string }>(
  given: Labelled,
): Labelled => ({ ...given, label: normaliseLine(given.label), labelEn: normaliseLine(given.labelEn) });

export const normalisePolicy = (given: OwnPolicy): OwnPolicy => ({
  ...given,
  title: normaliseLine(given.title),
  url: line(given.url),
  body: lines(given.body),
});

/** It ends as a sentence does. */
const ended = (text: string, ends: RegExp, mark: string): string =>
  text === '' || ends.test(text) ? text : text + mark;

export const normaliseSentence = ({ kind, text, textEn }: OwnSentence): OwnSentence => ({
  kind,
  text: ended(normaliseLine(text), /[。！？!?]$/, '。'),
  textEn: ended(normaliseLine(textEn), /[.!?]$/, '.'),
});

export const normaliseAnswer = (given: OwnAnswer): OwnAnswer => ({
  name: normaliseLine(given.name),
  nameEn: normaliseLine(given.nameEn),
  text: normaliseText(given.text),
  textEn: normaliseText(given.textEn),
});

export const normaliseNotice = (given: NoticeContent): NoticeContent => ({
  version: normaliseLine(given.version),
  title: normaliseLine(given.title),
  titleEn: normaliseLine(given.titleEn),
  body: normaliseText(given.body),
  bodyEn: normaliseText(given.bodyEn),
});

type Texts = Readonly<Record<string, string | null>>;

/** Every text of an entry: whether it is there, is no longer than it can be, and can be read. */
export function checkTexts(
  texts: Texts,
  lengths: Readonly<Record<string, number>>,
  optional: readonly string[] = [],
) {
  return Object.entries(texts).flatMap(([field, text]): Refusal[] => {
    if (!text) return optional.includes(field) ? [] : [refuse('required', { field })];
    const most = lengths[field]!;
    if (isLongerThan(text, most)) return [refuse('textTooLong', { field, params: { most } })];
    const character = invisibleCharacter(text.replaceAll('\n', ''));
    return character === null ? [] : [refuse('textInvisible', { field, params: { character } })];
  });
}

/** What the ministry forbids to ask at an admission is asked by nobody, in no question, item or paper. */
function checkAsked(texts: Readonly<Record<string, string | readonly string[] | null>>): Refusal[] {
  return Object.entries(texts).flatMap(([field, text]) => {
    const found = FORBIDDEN_TO_ASK.exec([text ?? ''].flat().join('\n'));
    return found ? [refuse('forbiddenToAsk', { field, params: { value: found[0] } })] : [];
  });
}

/** A question by itself. */
export function checkQuestion(question: OwnQuestion): Refusal[] {
  const { key, kind, label, labelEn, help, helpEn, choices, choicesEn } = question;
  const { choices: longest, choicesEn: longestEn, ...lengths } = OWN_LENGTHS.question;
  const missing = kind === 'CHOICE' && (choices?.length ?? 0) < 2;
  const unlike = (choices?.length ?? 0) !== (choicesEn?.length ?? 0);
  const each = (field: string, texts: readonly string[] | null, most: number) =>
    (texts ?? []).flatMap((text) => checkTexts({ [field]: text }, { [field]: most })).slice(0, 1);
  return [
    ...(QUESTION_KEY.test(key) ? [] : [refuse('questionKey', { field: 'key' })]),
    ...checkTexts({ label, labelEn }, lengths),
    // Whoever is helped in Chinese is helped in English.
    ...checkTexts({ help, helpEn }, lengths, help ? ['help'] : ['help', 'helpEn']),
    ...(missing || (kind !== 'CHOICE' && choices !== null)
      ? [refuse('choicesOfChoice', { field: 'choices' })]
      : []),
    ...(unlike ? [refuse('choicesInBoth', { field: 'choicesEn' })] : []),
    ...(new Set(choices ?? []).size < (choices?.length ?? 0)
      ? [refuse('entryTwice', { field: 'choices' })]
      : []),
    ...each('choices', choices, longest),
    ...each('choicesEn', choicesEn, longestEn),
    ...checkAsked({ label, labelEn, help, helpEn, choices, choicesEn }),
  ];
}

/** The refusals of each entry of a list at its place in it, and those of the list. */
export function checkList<Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
  { at, check }: { readonly at: string; readonly check: (entry: Entry) => Refusal[] },
): Refusal[] {
  if (entries.length > OFFICE_RULES.listTooLong.limit) return [refuse('listTooLong')];
  const keys = entries.map(keyOf);
  return entries.flatMap((entry, place) => {
    const twice = keys.indexOf(keys[place]!) < place;
    return [...(twice ? [refuse('entryTwice', { field: at })] : []), ...check(entry)].map((refusal) => ({
      ...refusal,
      field: `${place}.${refusal.field ?? at}`,
    }));
  });
}

export const questionId = ({ service, key }: Pick<OwnQuestion, 'service' | 'key'>) => `${service}.${key}`;
export const checkQuestions = (questions: readonly OwnQuestion[]): Refusal[] =>
  checkList(questions, questionId, { at: 'key', check: checkQuestion });

/**
 * Answers are read by the kind of their question, so it stays in a season that is open, even where the question is asked no
 * more: what is asked otherwise has a key of its own.
 */
export function checkKindStays(
  before: readonly Pick<OwnQuestion, 'service' | 'key' | 'kind'>[],
  after: readonly OwnQuestion[],
): Refusal[] {
  const kinds = new Map(before.map((question) => [questionId(question), question.kind]));
  return after.flatMap((question, place) => {
    const kind = kinds.get(questionId(question));
    return kind === undefined || kind === question.kind
      ? []
      : [refuse('questionKindStays', { field: `${place}.kind` })];
  });
}

export const checkReviewItem = ({ label, labelEn }: OwnReviewItem): Refusal[] => [
  ...checkTexts({ label, labelEn }, OWN_LENGTHS.reviewItem),
  ...checkAsked({ label, labelEn }),
];

/** Each service that has items has one that an officer decides: identity is checked by the authorities. */
export function checkReviewItems(items: readonly OwnReviewItem[]): Refusal[] {
  const listed = checkList(items, ({ service, kind }) => `${service}.${kind}`, {
    at: 'kind',
    check: checkReviewItem,
  });
  const lonely = items.flatMap(({ service }, place) =>
    items.some((one) => one.service === service && one.kind !== 'IDENTITY_AND_HUKOU')
      ? []
      : [refuse('itemsIdentityAlone', { field: `${place}.kind` })],
  );
  return [...listed, ...lonely];
}

export const checkPaper = ({ service, ground, label, labelEn }: OwnPaper): Refusal[] => [
  ...checkTexts({ label, labelEn }, OWN_LENGTHS.paper),
  ...(ground !== null && (service ?? 'TREATED_AS_LOCAL') !== 'TREATED_AS_LOCAL'
    ? [refuse('groundOfOtherService', { field: 'ground' })]
    : []),
  ...checkAsked({ label, labelEn }),
];
export const checkPapers = (papers: readonly OwnPaper[]): Refusal[] =>
  checkList(papers, ({ kind, service, ground, label }) => [kind, service, ground, label].join(' '), {
    at: 'label',
    check: checkPaper,
  });

export const checkPolicy = ({ title, url, body }: OwnPolicy): Refusal[] => [
  ...checkTexts({ title, url, body }, OWN_LENGTHS.policy, ['url', 'body']),
  ...(url !== null && !POLICY_LINK.test(url) ? [refuse('policyLink', { field: 'url' })] : []),
];
export const checkPolicies = (policies: readonly OwnPolicy[]): Refusal[] =>
  checkList(policies, ({ title }) => title, { at: 'title', check: checkPolicy });

/** It goes to every family of the district by SMS, in the language of each. */
export function checkSentence({ kind, text, textEn }: OwnSentence): Refusal[] {
  const missing = checkTexts({ text, textEn }, OWN_LENGTHS.sentence);
  if (missing.length > 0) return missing;
  return [...checkAdded(kind, 'zh-CN', text, 'text'), ...checkAdded(kind, 'en', textEn, 'textEn')];
}

function checkAdded(kind: FamilyMessage, language: Language, text: string, field: string): Refusal[] {
  const most = roomIn(kind, language);
  const tooLong = text.length > most;
  return [
    ...checkOfSms(text, field),
    ...(tooLong ? [refuse('smsTooLong', { field, params: { most } })] : []),
  ];
}

export const checkSentences = (sentences: readonly OwnSentence[]): Refusal[] =>
  checkList(sentences, ({ kind }) => kind, { at: 'kind', check: checkSentence });

export const checkAnswer = ({ name, nameEn, text, textEn }: OwnAnswer): Refusal[] =>
  checkTexts({ name, nameEn, text, textEn }, OWN_LENGTHS.answer);
export const checkAnswers = (answers: readonly OwnAnswer[]): Refusal[] =>
  checkList(answers, ({ name }) => name, { at: 'name', check: checkAnswer });

/** A new version of a notice: families accept it by its version, so it is published from now on, and never before. */
export function checkPublishing(notice: NoticeContent, publishedAt: Date, now: Date): Refusal[] {
  const { version, title, titleEn, body, bodyEn } = notice;
  return [
    ...checkTexts({ version, title, titleEn, body, bodyEn }, OWN_LENGTHS.notice),
    ...(publishedAt < now ? [refuse('noticePast', { field: 'publishedAt' })] : []),
  ];
}

/**
 * Whose families meet a change: those who still fill in, and of questions, items and subdistricts also those who send something
 * again, since what was returned can open them. What else was submitted keeps the questions that it has answered and the
 * items that were laid for it.
 */
const CONCERNED: Readonly<Record<OwnDataKind, readonly Stage[]>> = {
  QUESTIONS: ['REGISTERED', 'DETAILS_DRAFTED', 'RETURNED'],
  REVIEW_ITEMS: ['REGISTERED', 'DETAILS_DRAFTED', 'RETURNED'],
  PAPERS: ['REGISTERED', 'DETAILS_DRAFTED', 'SUBMITTED', 'IDENTITY_VERIFIED', 'RETURNED'],
  POLICIES: [],
  SENTENCES: [],
  ANSWERS: [],
  SUBDISTRICTS: ['REGISTERED', 'DETAILS_DRAFTED', 'RETURNED'],
};
/** Whether a change of such a list can meet records; others are read by everybody, or by officers. */
export const concernsRecords = (kind: OwnDataKind): boolean => CONCERNED[kind].length > 0;
export const isConcerned = (kind: OwnDataKind, stage: Stage): boolean => CONCERNED[kind].includes(stage);
