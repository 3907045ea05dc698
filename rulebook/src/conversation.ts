import './office-rules.js';
import { refuse, type Language, type Refusal } from './refusal.js';
import { checkReason } from './review.js';
import type { GuardianRole } from './vocabulary.js';
import type { Words } from './words.js';

/** Who wrote a message about a record: one of the guardians, or the office of its district. */
export type MessageAuthor = GuardianRole | 'OFFICE';
export const MESSAGE_AUTHORS = ['FIRST', 'SECOND', 'OFFICE'] as const satisfies readonly MessageAuthor[];

/** How many characters a message has at most. */
export const MESSAGE_LENGTH = 1_000;

/** Each side writes so many messages about one record within this time: `messagesTooMany`. */
export const MESSAGES_WINDOW_SECONDS = 86_400;

export const checkMessage = (text: string): Refusal[] =>
  checkReason(text, 'text', { required: true, longest: MESSAGE_LENGTH });

/** What is known of a conversation: who wrote when, and who has read up to when. */
export interface ConversationFacts {
  readonly officeWroteAt?: Date | null | undefined;
  readonly familyWroteAt?: Date | null | undefined;
  readonly readByFirst?: Date | null | undefined;
  readonly readBySecond?: Date | null | undefined;
  readonly readByOffice?: Date | null | undefined;
}

/** Up to when this side has read what the other one wrote. */
export function readUntil(facts: ConversationFacts, reader: MessageAuthor): Date | null {
  const { readByFirst, readBySecond, readByOffice } = facts;
  return { FIRST: readByFirst, SECOND: readBySecond, OFFICE: readByOffice }[reader] ?? null;
}

/** Whether the other side has written something that this reader has not seen. */
export function hasUnread(facts: ConversationFacts, reader: MessageAuthor): boolean {
  const wrote = (reader === 'OFFICE' ? facts.familyWroteAt : facts.officeWroteAt) ?? null;
  const read = readUntil(facts, reader);
  return wrote !== null && (read === null || read < wrote);
}

/** Whether anybody of the other side has read a message. */
export function isSeen(facts: ConversationFacts, author: MessageAuthor, writtenAt: Date): boolean {
  const readers: MessageAuthor[] = author === 'OFFICE' ? ['FIRST', 'SECOND'] : ['OFFICE'];
  return readers.some((reader) => (readUntil(facts, reader)?.getTime() ?? 0) >= writtenAt.getTime());
}

/** Nothing can be settled where nobody waits. */
export const checkSettling = (waitingSince: Date | null): Refusal[] =>
  waitingSince === null ? [refuse('messageNoneWaiting')] : [];

/** What an officer often writes: chosen by its name, and changed as the case needs it. */
export interface MessageTemplate {
  readonly key: string;
  readonly name: Words;
  /** In the language in which the family registered. */
  readonly text: Words;
}

const template = (key: string, name: Words, zh: string, en: string): MessageTemplate => ({
  key,
  name,
  text: { 'zh-CN': zh, en },
});

export const MESSAGE_TEMPLATES: readonly MessageTemplate[] = [
  template(
    'BRING_ORIGINALS',
    { 'zh-CN': '请带原件来', en: 'Bring the originals' },
    '您好，请在工作日带上材料原件到区教委服务窗口核对，地点和时间见本区页面。',
    'Please bring the originals to the district’s desk on a working day; where and when is on the district’s page.',
  ),
  template(
    'LOOK_AGAIN',
    { 'zh-CN': '请核对填写的信息', en: 'Please check what was entered' },
    '您好，您填写的信息和材料有一处对不上，请登录核对，有疑问在这里回复。',
    'Something that you entered does not match the papers. Please check it on the site, and answer here if you have a question.',
  ),
  template(
    'BEING_REVIEWED',
    { 'zh-CN': '正在审核', en: 'Being reviewed' },
    '您好，孩子的信息正在审核，有结果会发短信通知，您不用再提交。',
    'The information is being reviewed. You will get a message when there is a result; there is nothing for you to do.',
  ),
  template(
    'EARLIER_NO_BETTER',
    { 'zh-CN': '先后不影响入学', en: 'Earlier is not better' },
    '您好，在截止日期前提交就可以，先后不影响入学安排。',
    'You can submit until the closing date; whoever submits earlier is not placed earlier.',
  ),
];

export const templateIn = ({ text }: MessageTemplate, language: Language): string => text[language];
