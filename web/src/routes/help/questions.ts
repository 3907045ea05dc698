import { PHONE_LIMIT } from '@enrolment/api/rulebook/phone.ts';
import { RULES } from '@enrolment/api/rulebook/rules.ts';
import { m } from '#lib/i18n/messages/messages.js';
import type { Searchable } from './search.ts';

export interface Question extends Searchable {
  /** The anchor of the question, so that a page can point to it. */
  id: string;
  next: { label: string; href: string } | null;
}

/** What families really ask, the most frequent first, each with its next step; the limits are the rulebook's. */
export function allQuestions(): Question[] {
  const phones = { label: m.help_to_phones(), href: '#phones' };
  const mine = { label: m.site_my(), href: '/my' };
  const guide = { label: m.help_to_guide(), href: '/guide' };
  const districts = { label: m.help_to_districts(), href: '/#districts' };
  const signIn = { label: m.site_sign_in(), href: '/sign-in' };
  const phone = { limit: PHONE_LIMIT };
  const notice = { seconds: RULES.noticeTooEarly.limit };
  return [
    question(
      'sms',
      m.help_sms_question(),
      m.help_sms_answer({
        cooldown: RULES.smsCooldown.limit,
        minutes: RULES.smsCodeExpired.limit,
        daily: RULES.smsDailyLimit.limit,
      }),
      phones,
    ),
    question(
      'wrong-code',
      m.help_wrong_code_question(),
      m.help_wrong_code_answer({
        attempts: RULES.smsCodeWrong.limit,
        pause: RULES.smsAttemptsExceeded.limit,
      }),
      null,
    ),
    question(
      'phone-registered',
      m.help_phone_registered_question(phone),
      m.help_phone_registered_answer(phone),
      mine,
    ),
    question(
      'document-registered',
      m.help_document_registered_question(),
      m.help_document_registered_answer(),
      mine,
    ),
    question('wrong-district', m.help_wrong_district_question(), m.help_wrong_district_answer(), mine),
    question('wrong-data', m.help_wrong_data_question(), m.help_wrong_data_answer(), phones),
    question('lost-phone', m.help_lost_phone_question(), m.help_lost_phone_answer(), phones),
    question('over-age', m.help_over_age_question(), m.help_over_age_answer(), phones),
    question(
      'rare-characters',
      m.help_rare_characters_question(),
      m.help_rare_characters_answer({ length: RULES.nameLength.limit }),
      phones,
    ),
    question('early', m.help_early_question(), m.help_early_answer(), districts),
    question('which-service', m.help_which_service_question(), m.help_which_service_answer(), guide),
    question('twins', m.help_twins_question(), m.help_twins_answer(phone), mine),
    question('notice', m.help_notice_question(notice), m.help_notice_answer(notice), null),
    question('robot', m.help_robot_question(), m.help_robot_answer(), null),
    question('sign-in', m.help_sign_in_question(), m.help_sign_in_answer(), signIn),
    question('privacy', m.help_privacy_question(), m.help_privacy_answer(), null),
  ];
}

function question(id: string, title: string, answer: string, next: Question['next']): Question {
  return { id, title, answer, next };
}
