import { NOTICE_READING_SECONDS } from '@enrolment/rulebook/notice.ts';
import { PHONE_LIMIT } from '@enrolment/rulebook/phone.ts';
import { RULES } from '@enrolment/rulebook/rules.ts';
import { m } from '#lib/i18n/messages/messages.js';

/** Of `static/manual/<language>/<name>.webp`: made by `npm run pictures`. */
export interface Picture {
  name: string;
  alt: string;
}

export interface Section {
  /** The anchor: 一(二) is `1-2`, and its third paragraph `1-2-3`. */
  id: string;
  title: string | null;
  steps: string[];
  pictures: Picture[];
}

export interface Chapter {
  id: string;
  title: string;
  sections: Section[];
}

/** 操作手册 一 to 七, in the reader's language; refusals cite its clauses, and the limits in it are the rulebook's. */
export function manualChapters(): Chapter[] {
  const code = { minutes: RULES.smsCodeExpired.limit };
  return [
    chapter('1', m.manual_1(), [
      section('1-1', m.manual_1_1(), m.manual_1_1_steps({ seconds: NOTICE_READING_SECONDS }), [
        { name: 'portal', alt: m.manual_picture_portal() },
        { name: 'notice', alt: m.manual_picture_notice() },
      ]),
      section('1-2', m.manual_1_2(), m.manual_1_2_steps({ limit: PHONE_LIMIT, ...code }), [
        { name: 'register', alt: m.manual_picture_register() },
        { name: 'registered', alt: m.manual_picture_registered() },
      ]),
    ]),
    chapter('2', m.manual_2(), [
      section('2-1', m.manual_2_1(), m.manual_2_1_steps(), [
        { name: 'collection', alt: m.manual_picture_collection() },
      ]),
      section('2-2', m.manual_2_2(), m.manual_2_2_steps(), [
        { name: 'details', alt: m.manual_picture_details() },
        { name: 'support', alt: m.manual_picture_support() },
      ]),
      section('2-3', m.manual_2_3(), m.manual_2_3_steps(), [
        { name: 'correction', alt: m.manual_picture_correction() },
      ]),
    ]),
    chapter('3', m.manual_3(), [
      section('3-1', m.manual_3_1(), m.manual_3_1_steps(), [
        { name: 'identity', alt: m.manual_picture_identity() },
      ]),
      section('3-2', m.manual_3_2(), m.manual_3_2_steps({ days: RULES.appealOver.limit }), [
        { name: 'review', alt: m.manual_picture_review() },
      ]),
      section('3-3', m.manual_3_3(), m.manual_3_3_steps(), [
        { name: 'conversation', alt: m.manual_picture_conversation() },
      ]),
    ]),
    chapter('4', m.manual_4(), [
      section('4-1', m.manual_4_1(), m.manual_4_1_steps(), [{ name: 'form', alt: m.manual_picture_form() }]),
      section('4-2', m.manual_4_2(), m.manual_4_2_steps(), []),
    ]),
    chapter('5', m.manual_5(), [
      section('5-1', m.manual_5_1(), m.manual_5_1_steps(), []),
      section('5-2', m.manual_5_2(), m.manual_5_2_steps(), [
        { name: 'result', alt: m.manual_picture_result() },
      ]),
    ]),
    chapter('6', m.manual_6(), [
      section('6-1', m.manual_6_1(), m.manual_6_1_steps(), [
        { name: 'authorization', alt: m.manual_picture_authorization() },
      ]),
      section('6-2', m.manual_6_2(), m.manual_6_2_steps({ cooldown: RULES.smsCooldown.limit }), [
        { name: 'withdraw', alt: m.manual_picture_withdraw() },
      ]),
    ]),
    chapter('7', m.manual_7(), [section('7-1', null, m.manual_7_1_steps(), [])]),
  ];
}

function chapter(id: string, title: string, sections: Section[]): Chapter {
  return { id, title, sections };
}

function section(id: string, title: string | null, steps: string, pictures: Picture[]): Section {
  return { id, title, steps: steps.split('\n'), pictures };
}
