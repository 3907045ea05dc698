import {
  checkAnswers,
  checkPapers,
  checkPolicies,
  checkQuestions,
  checkReviewItems,
  checkSentences,
  normaliseAnswer,
  normaliseLabels,
  normalisePolicy,
  normaliseQuestion,
  normaliseSentence,
  questionId,
  type OwnAnswer,
  type OwnDataKind,
  type OwnPaper,
  type OwnPolicy,
  type OwnQuestion,
  type OwnReviewItem,
  type OwnSentence,
} from '@enrolment/rulebook/own-data.js';
import type { Refusal } from '@enrolment/rulebook/refusal.js';
import {
  checkSubdistricts,
  normaliseSubdistrict,
  type Subdistrict as SubdistrictFacts,
} from '@enrolment/rulebook/subdistrict-list.js';
import { REVIEW_ITEM_KINDS, SERVICE_KINDS } from '@enrolment/rulebook/vocabulary.js';
import type { EntityClass, EntityManager } from '@mikro-orm/postgresql';
import { AnswerTemplate } from '../conversation/answer-template.entity.js';
import { DistrictQuestion, Policy } from '../district/district.entity.js';
import type { Content, Edited } from '../edition/edition.entity.js';
import { MessageSentence } from '../message/message-sentence.entity.js';
import { ReviewPaper, ReviewRequirement } from '../review/review.entity.js';
import { Subdistrict, subdistrictFacts } from '../subdistrict/subdistrict.entity.js';

/** Whose list it is: of a district, or of the city, in a season. */
export interface OwnPlace {
  readonly season: number;
  /** Null for what is the city's. */
  readonly district: string | null;
}

/** Each district sets these for itself, and the city none. */
export const OF_DISTRICTS: readonly OwnDataKind[] = ['QUESTIONS', 'SENTENCES', 'SUBDISTRICTS'];

/** Which list it is, and whose rows. */
export interface ListKind {
  readonly kind: OwnDataKind;
  readonly entity: EntityClass<object>;
}

/** A list that a district, or the city, sets for a season: what it is made of, and the rules that it keeps. */
export interface OwnList<Entry extends object> extends ListKind {
  /** An entry of a row, without what says where it stands. */
  readonly read: (row: object) => Entry;
  /** Entries that are known by the same are one row before and after a change. */
  readonly keyOf: (entry: Entry) => string;
  readonly normalise: (entry: Entry) => Entry;
  readonly check: (entries: readonly Entry[]) => Refusal[];
  /** The list as its versions tell it. */
  readonly content: (entries: readonly Entry[]) => Content;
}

/** What a list is found by: the place alone where it is the same in every season. */
export const keptIn = <Place extends Partial<OwnPlace>>(kind: OwnDataKind, place: Place) => {
  const { season, ...always } = place;
  return kind === 'SUBDISTRICTS' ? always : { season, ...always };
};

export const ownEdited = (kind: OwnDataKind, place: OwnPlace): Edited => ({
  kind,
  subject: Object.values(keptIn(kind, place))
    .filter((part) => part !== null)
    .join('/'),
  district: place.district,
});

type Told = Readonly<Record<string, string | null>>;

/** What is there, entry by entry, under the name of each. */
const told = (name: string, fields: Told): (readonly [string, string])[] =>
  Object.entries(fields).flatMap(([field, text]) => (text ? [[`${name}.${field}`, text] as const] : []));

/** The entries of each service, with the list of their keys in order. */
function byService<Entry extends { readonly service: string }>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
  fieldsOf: (entry: Entry) => Told,
): Content {
  return Object.fromEntries(
    SERVICE_KINDS.flatMap((service) => {
      const own = entries.filter((entry) => entry.service === service);
      if (own.length === 0) return [];
      return [
        [`${service}.list`, own.map(keyOf).join('、')] as const,
        ...own.flatMap((entry) => told(`${service}.${keyOf(entry)}`, fieldsOf(entry))),
      ];
    }),
  );
}

const oneALine = (texts: readonly string[] | null) => texts?.join('；') ?? null;

export const QUESTIONS: OwnList<OwnQuestion> = {
  kind: 'QUESTIONS',
  entity: DistrictQuestion,
  read: (row) => {
    const { service, key, label, labelEn, help, helpEn, kind, required, choices, choicesEn } =
      row as DistrictQuestion;
    const texts = { label, labelEn, help: help ?? null, helpEn: helpEn ?? null };
    return {
      service,
      key,
      ...texts,
      kind,
      required,
      choices: choices ?? null,
      choicesEn: choicesEn ?? null,
    };
  },
  keyOf: questionId,
  normalise: normaliseQuestion,
  check: checkQuestions,
  content: (questions) =>
    byService(
      questions,
      ({ key }) => key,
      ({ label, labelEn, help, helpEn, kind, required, choices, choicesEn }) => ({
        label,
        labelEn,
        help,
        helpEn,
        kind,
        required: required ? 'yes' : 'no',
        choices: oneALine(choices),
        choicesEn: oneALine(choicesEn),
      }),
    ),
};

export const REVIEW_ITEMS: OwnList<OwnReviewItem> = {
  kind: 'REVIEW_ITEMS',
  entity: ReviewRequirement,
  read: (row) => {
    const { service, kind, label, labelEn } = row as ReviewRequirement;
    return { service, kind, label, labelEn };
  },
  keyOf: ({ service, kind }) => `${service}.${kind}`,
  normalise: normaliseLabels,
  check: checkReviewItems,
  content: (items) =>
    byService(
      items,
      ({ kind }) => kind,
      ({ label, labelEn }) => ({ label, labelEn }),
    ),
};

export const PAPERS: OwnList<OwnPaper> = {
  kind: 'PAPERS',
  entity: ReviewPaper,
  read: (row) => {
    const { kind, service, ground, label, labelEn } = row as ReviewPaper;
    return { kind, service: service ?? null, ground: ground ?? null, label, labelEn };
  },
  keyOf: ({ kind, service, ground, label }) => [kind, service, ground, label].join(' '),
  normalise: normaliseLabels,
  check: checkPapers,
  content: (papers) =>
    Object.fromEntries(
      REVIEW_ITEM_KINDS.flatMap((kind) => {
        const own = papers.filter((paper) => paper.kind === kind);
        const line = ({ label, labelEn, service, ground }: OwnPaper) =>
          [`${label} / ${labelEn}`, ...[service, ground].flatMap((of) => (of ? [`[${of}]`] : []))].join(' ');
        return own.length > 0 ? [[kind, own.map(line).join('\n')] as const] : [];
      }),
    ),
};

export const POLICIES: OwnList<OwnPolicy> = {
  kind: 'POLICIES',
  entity: Policy,
  read: (row) => {
    const { title, url, publishedOn, body } = row as Policy;
    return { title, url: url ?? null, publishedOn: publishedOn ?? null, body: body ?? null };
  },
  keyOf: ({ title }) => title,
  normalise: normalisePolicy,
  check: checkPolicies,
  content: (policies) => ({
    ...(policies.length > 0 ? { list: policies.map(({ title }) => title).join('、') } : {}),
    ...Object.fromEntries(
      policies.flatMap(({ title, url, publishedOn, body }) => told(title, { url, publishedOn, body })),
    ),
  }),
};

export const SENTENCES: OwnList<OwnSentence> = {
  kind: 'SENTENCES',
  entity: MessageSentence,
  read: (row) => {
    const { kind, text, textEn } = row as MessageSentence;
    return { kind, text, textEn };
  },
  keyOf: ({ kind }) => kind,
  normalise: normaliseSentence,
  check: checkSentences,
  content: (sentences) =>
    Object.fromEntries(sentences.flatMap(({ kind, text, textEn }) => told(kind, { text, textEn }))),
};

export const ANSWERS: OwnList<OwnAnswer> = {
  kind: 'ANSWERS',
  entity: AnswerTemplate,
  read: (row) => {
    const { name, nameEn, text, textEn } = row as AnswerTemplate;
    return { name, nameEn, text, textEn };
  },
  keyOf: ({ name }) => name,
  normalise: normaliseAnswer,
  check: checkAnswers,
  content: (answers) => ({
    ...(answers.length > 0 ? { list: answers.map(({ name }) => name).join('、') } : {}),
    ...Object.fromEntries(
      answers.flatMap(({ name, nameEn, text, textEn }) => told(name, { nameEn, text, textEn })),
    ),
  }),
};

export const SUBDISTRICTS: OwnList<SubdistrictFacts> = {
  kind: 'SUBDISTRICTS',
  entity: Subdistrict,
  read: (row) => subdistrictFacts(row as Subdistrict),
  keyOf: ({ name }) => name,
  normalise: normaliseSubdistrict,
  check: checkSubdistricts,
  content: (subdistricts) => ({
    ...(subdistricts.length > 0 ? { list: subdistricts.map(({ name }) => name).join('、') } : {}),
    ...Object.fromEntries(
      subdistricts.flatMap(({ name, nameEn, code, formerNames, closedFrom }) =>
        told(name, { nameEn, code, formerNames: formerNames.join('、'), closedFrom }),
      ),
    ),
  }),
};

/** Whether its list is complete is told with the list. */
export const wholeOf = (complete: boolean): Content => ({ complete: complete ? 'yes' : 'no' });

/** The list that rows make, as its versions tell it. */
const contentOf =
  <Entry extends object>({ content, read }: OwnList<Entry>) =>
  (rows: readonly object[]): Content =>
    content(rows.filter(isInForce).map(read));

/** Every list, for whoever lays rows of many. */
export const OWN_LISTS: readonly (ListKind & { readonly contentOf: (rows: readonly object[]) => Content })[] =
  [
    { ...QUESTIONS, contentOf: contentOf(QUESTIONS) },
    { ...REVIEW_ITEMS, contentOf: contentOf(REVIEW_ITEMS) },
    { ...PAPERS, contentOf: contentOf(PAPERS) },
    { ...POLICIES, contentOf: contentOf(POLICIES) },
    { ...SUBDISTRICTS, contentOf: contentOf(SUBDISTRICTS) },
    { ...SENTENCES, contentOf: contentOf(SENTENCES) },
    { ...ANSWERS, contentOf: contentOf(ANSWERS) },
  ];

/** Every row of a list in its order, those among them that are asked no more. */
export const rowsOf = (
  em: EntityManager,
  { kind, entity }: ListKind,
  place: Partial<OwnPlace>,
): Promise<object[]> =>
  em.find(entity, keptIn(kind, place), { orderBy: { position: 'asc' } as object, refresh: true });

export const isInForce = (row: object): boolean => !(row instanceof DistrictQuestion) || row.asked;

/** Takes a row out of its list. A question may have been answered, so it is only asked no more. */
export function takeOut(em: EntityManager, row: object, now: Date): void {
  if (row instanceof DistrictQuestion) row.retire(now);
  else em.remove(row);
}
