import { FAMILY_MESSAGE_NAMES, type FamilyMessage } from '@enrolment/rulebook/family-messages.ts';
import { QUESTION_KIND_NAMES } from '@enrolment/rulebook/names.ts';
import type {
  QuestionKind,
  ReviewItemKind,
  ServiceKind,
  TreatedAsLocalGround,
} from '@enrolment/schema/client';
import { formatFullDay } from '#lib/format.ts';
import { groundName, itemName, serviceName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import type { ListName, Values } from './values.ts';

const NAMES: Readonly<Record<ListName, () => string>> = {
  questions: m.office_own_questions,
  items: m.office_own_items,
  papers: m.office_own_papers,
  policies: m.office_own_policies,
  subdistricts: m.office_own_subdistricts,
  sentences: m.office_own_sentences,
  answers: m.office_own_answers,
};
const LEADS: Readonly<Record<ListName, () => string>> = {
  questions: m.office_own_questions_lead,
  items: m.office_own_items_lead,
  papers: m.office_own_papers_lead,
  policies: m.office_own_policies_lead,
  subdistricts: m.office_own_subdistricts_lead,
  sentences: m.office_own_sentences_lead,
  answers: m.office_own_answers_lead,
};
const REMOVALS: Readonly<Record<ListName, () => string>> = {
  questions: m.office_own_questions_remove,
  items: m.office_own_items_remove,
  papers: m.office_own_remove,
  policies: m.office_own_remove,
  subdistricts: m.office_own_remove,
  sentences: m.office_own_remove,
  answers: m.office_own_remove,
};

export const listName = (list: ListName): string => NAMES[list]();
export const listLead = (list: ListName): string => LEADS[list]();
export const removalName = (list: ListName): string => REMOVALS[list]();

export const questionKindName = (kind: QuestionKind): string => QUESTION_KIND_NAMES[kind][getLocale()];

export const messageName = (kind: FamilyMessage): string => FAMILY_MESSAGE_NAMES[kind][getLocale()];

/** What an entry is called in its list. */
export function titleOf(list: ListName, values: Values): string {
  if (list === 'sentences') return messageName(values.kind as FamilyMessage);
  if (list === 'answers' || list === 'subdistricts') return values.name ?? '';
  return (list === 'policies' ? values.title : values.label) ?? '';
}
/** What a district writes is Chinese; the messages have names in both languages. */
export const titleLanguage = (list: ListName): 'zh-CN' | undefined =>
  list === 'sentences' ? undefined : 'zh-CN';

/** What a list says of an entry besides. */
export function noteOf(list: ListName, values: Values): string {
  const parts: (string | false | undefined)[] =
    list === 'questions'
      ? [
          questionKindName(values.kind as QuestionKind),
          values.required ? m.office_own_required() : m.office_own_optional(),
          values.key,
        ]
      : list === 'items'
        ? [itemName(values.kind as ReviewItemKind), values.labelEn]
        : list === 'papers'
          ? [
              values.service ? serviceName(values.service as ServiceKind) : m.office_own_every_service(),
              values.ground && groundName(values.ground as TreatedAsLocalGround),
            ]
          : list === 'answers' || list === 'sentences'
            ? [list === 'answers' ? values.nameEn : values.text]
            : list === 'subdistricts'
              ? [
                  values.nameEn,
                  values.formerNames &&
                    m.office_own_formerly({ names: values.formerNames.replaceAll('\n', '、') }),
                  values.closedFrom &&
                    m.office_own_closed_from({ day: formatFullDay(values.closedFrom, getLocale()) }),
                ]
              : [
                  values.publishedOn && formatFullDay(values.publishedOn, getLocale()),
                  !values.body && m.office_own_elsewhere(),
                ];
  return parts.filter(Boolean).join(' · ');
}

/** What the fields of a list's form are called. */
export const labelsOf = (list: ListName): Record<string, string> => {
  const common = { service: m.office_own_service(), labelEn: m.office_own_label_en() };
  if (list === 'questions')
    return {
      ...common,
      key: m.office_own_key(),
      label: m.office_own_question(),
      labelEn: m.office_own_question_en(),
      help: m.office_own_help(),
      helpEn: m.office_own_help_en(),
      kind: m.office_own_kind(),
      required: m.office_own_required(),
      choices: m.office_own_choices(),
      choicesEn: m.office_own_choices_en(),
    };
  if (list === 'subdistricts')
    return {
      name: m.office_own_subdistrict(),
      nameEn: m.office_own_subdistrict_en(),
      code: m.office_own_code(),
      formerNames: m.office_own_former(),
      closedFrom: m.office_own_closed(),
    };
  if (list === 'policies')
    return {
      title: m.office_own_title(),
      url: m.office_own_url(),
      publishedOn: m.office_own_published_on(),
      body: m.office_own_body(),
    };
  if (list === 'sentences')
    return {
      kind: m.office_own_message(),
      text: m.office_own_sentence(),
      textEn: m.office_own_sentence_en(),
    };
  if (list === 'answers')
    return {
      name: m.office_own_label(),
      nameEn: m.office_own_label_en(),
      text: m.office_own_answer(),
      textEn: m.office_own_answer_en(),
    };
  return {
    ...common,
    kind: m.office_own_item(),
    ground: m.office_own_ground(),
    label: m.office_own_label(),
  };
};
