import { PHONE_LIMIT } from '@enrolment/rulebook/phone.ts';
import { RULES } from '@enrolment/rulebook/rules.ts';
import { m } from '#lib/i18n/messages/messages.js';
import type { Searchable } from './search.ts';

export interface Question extends Searchable {
  /** The anchor of the answer, so that a page can point to it. */
  id: string;
  next: { label: string; href: string };
}

export interface Topic {
  id: string;
  title: string;
  questions: Question[];
}

/** What families really ask, in the order in which they meet it, each with its next step. Limits are the rulebook's. */
export function allTopics(): Topic[] {
  const phones = { label: m.help_to_phones(), href: '#phones' };
  const mine = { label: m.site_my(), href: '/my' };
  const review = { label: m.help_to_review(), href: '/my' };
  const guide = { label: m.help_to_guide(), href: '/guide' };
  const districts = { label: m.help_to_districts(), href: '/#districts' };
  const display = { label: m.help_to_display(), href: '/display' };
  const signIn = { label: m.site_sign_in(), href: '/sign-in' };
  const phone = { limit: PHONE_LIMIT };
  const notice = { seconds: RULES.noticeTooEarly.limit };
  const code = {
    cooldown: RULES.smsCooldown.limit,
    minutes: RULES.smsCodeExpired.limit,
    daily: RULES.smsDailyLimit.limit,
    attempts: RULES.smsCodeWrong.limit,
    pause: RULES.smsAttemptsExceeded.limit,
  };
  const appeal = { days: RULES.appealOver.limit };
  const name = { length: RULES.nameLength.limit };
  return [
    topic('before', m.help_topic_before(), [
      question('which-service', m.help_which_service_question(), m.help_which_service_answer(), guide),
      question('papers', m.help_papers_question(), m.help_papers_answer(), guide),
      question(
        'districts-differ',
        m.help_districts_differ_question(),
        m.help_districts_differ_answer(),
        guide,
      ),
      question('old-papers', m.help_old_papers_question(), m.help_old_papers_answer(), guide),
      question('originals', m.help_originals_question(), m.help_originals_answer(), guide),
      question('early', m.help_early_question(), m.help_early_answer(), districts),
      question('slow', m.help_slow_question(), m.help_slow_answer(), districts),
      question('device', m.help_device_question(), m.help_device_answer(), display),
      question('nobody-answers', m.help_nobody_answers_question(), m.help_nobody_answers_answer(), phones),
      question('over-age', m.help_over_age_question(), m.help_over_age_answer(), phones),
    ]),
    topic('register', m.help_topic_register(), [
      question('sms', m.help_sms_question(), m.help_sms_answer(code), phones),
      question('wrong-code', m.help_wrong_code_question(), m.help_wrong_code_answer(code), districts),
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
      question('no-id', m.help_no_id_question(), m.help_no_id_answer(), phones),
      question(
        'rare-characters',
        m.help_rare_characters_question(),
        m.help_rare_characters_answer(name),
        phones,
      ),
      question('twins', m.help_twins_question(), m.help_twins_answer(phone), mine),
      question('wrong-district', m.help_wrong_district_question(), m.help_wrong_district_answer(), mine),
      question('wrong-data', m.help_wrong_data_question(), m.help_wrong_data_answer(), phones),
      question('withdraw', m.help_withdraw_question(), m.help_withdraw_answer(), mine),
      question('notice', m.help_notice_question(notice), m.help_notice_answer(notice), districts),
      question('robot', m.help_robot_question(), m.help_robot_answer(), districts),
    ]),
    topic('details', m.help_topic_details(), [
      question('timeout', m.help_timeout_question(), m.help_timeout_answer(), mine),
      question('traps', m.help_traps_question(), m.help_traps_answer(), guide),
      question('single', m.help_single_question(), m.help_single_answer(), mine),
      question('collective', m.help_collective_question(), m.help_collective_answer(), mine),
      question('hukou-elsewhere', m.help_hukou_elsewhere_question(), m.help_hukou_elsewhere_answer(), guide),
      question('permit', m.help_permit_question(), m.help_permit_answer(), mine),
      question('moved', m.help_moved_question(), m.help_moved_answer(), phones),
      question('authorise', m.help_authorise_question(), m.help_authorise_answer(), mine),
    ]),
    topic('review', m.help_topic_review(), [
      question('waiting', m.help_waiting_question(), m.help_waiting_answer(), review),
      question('stale', m.help_stale_question(), m.help_stale_answer(), phones),
      question('returned', m.help_returned_question(), m.help_returned_answer(), review),
      question('rejected', m.help_rejected_question(), m.help_rejected_answer(appeal), review),
      question('home', m.help_home_question(), m.help_home_answer(), phones),
    ]),
    topic('school', m.help_topic_school(), [
      question('print', m.help_print_question(), m.help_print_answer(), mine),
      question('school', m.help_school_question(), m.help_school_answer(), districts),
      question('result', m.help_result_question(), m.help_result_answer(), mine),
    ]),
    topic('account', m.help_topic_account(), [
      question('sign-in', m.help_sign_in_question(), m.help_sign_in_answer(), signIn),
      question('lost-phone', m.help_lost_phone_question(), m.help_lost_phone_answer(), phones),
      question('privacy', m.help_privacy_question(), m.help_privacy_answer(), mine),
    ]),
  ];
}

function topic(id: string, title: string, questions: Question[]): Topic {
  return { id, title, questions };
}

function question(id: string, title: string, answer: string, next: Question['next']): Question {
  return { id, title, answer, next };
}
