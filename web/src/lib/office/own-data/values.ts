import { MESSAGE_TEMPLATES } from '@enrolment/rulebook/conversation.ts';
import type { FamilyMessage } from '@enrolment/rulebook/family-messages.ts';
import type {
  OwnAnswerInput,
  OwnAnswerShownFragment,
  OwnPaperInput,
  OwnPaperShownFragment,
  OwnPolicyInput,
  OwnPolicyShownFragment,
  OwnQuestionInput,
  OwnQuestionShownFragment,
  OwnReviewItemInput,
  OwnReviewItemShownFragment,
  OwnSubdistrictInput,
  OwnSubdistrictShownFragment,
  OwnSentenceInput,
  OwnSentenceShownFragment,
  QuestionKind,
  ReviewItemKind,
  ServiceKind,
  TreatedAsLocalGround,
} from '@enrolment/schema/client';
import { textIn } from '#lib/form-text.ts';

/** The lists that a district, or the city, sets for itself, as they stand in addresses. */
export const LISTS = [
  'questions',
  'items',
  'papers',
  'policies',
  'sentences',
  'answers',
  'subdistricts',
] as const;
export type ListName = (typeof LISTS)[number];

/** An entry as it is typed: empty where there is nothing, a line for each choice or former name. */
export type Values = Readonly<Record<string, string>>;

export const FIELDS: Readonly<Record<ListName, readonly string[]>> = {
  questions: [
    'service',
    'key',
    'label',
    'labelEn',
    'help',
    'helpEn',
    'kind',
    'required',
    'choices',
    'choicesEn',
  ],
  items: ['service', 'kind', 'label', 'labelEn'],
  papers: ['kind', 'service', 'ground', 'label', 'labelEn'],
  policies: ['title', 'url', 'publishedOn', 'body'],
  sentences: ['kind', 'text', 'textEn'],
  answers: ['name', 'nameEn', 'text', 'textEn'],
  subdistricts: ['name', 'nameEn', 'code', 'formerNames', 'closedFrom'],
};

const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const listed = (texts: readonly string[] | null): string => texts?.join('\n') ?? '';
const choicesIn = (text = ''): string[] | null => {
  const lines = linesIn(text);
  return lines.length > 0 ? lines : null;
};

export const ofQuestion = (one: OwnQuestionShownFragment): Values => ({
  service: one.service,
  key: one.key,
  label: one.label,
  labelEn: one.labelEn,
  help: one.help ?? '',
  helpEn: one.helpEn ?? '',
  kind: one.kind,
  required: one.required ? 'yes' : '',
  choices: listed(one.choices),
  choicesEn: listed(one.choicesEn),
});

export const toQuestion = (values: Values): OwnQuestionInput => ({
  service: values.service as ServiceKind,
  key: values.key ?? '',
  label: values.label ?? '',
  labelEn: values.labelEn ?? '',
  help: values.help || null,
  helpEn: values.helpEn || null,
  kind: values.kind as QuestionKind,
  required: values.required === 'yes',
  choices: choicesIn(values.choices),
  choicesEn: choicesIn(values.choicesEn),
});

export const ofItem = ({ service, kind, label, labelEn }: OwnReviewItemShownFragment): Values => ({
  service,
  kind,
  label,
  labelEn,
});

export const toItem = (values: Values): OwnReviewItemInput => ({
  service: values.service as ServiceKind,
  kind: values.kind as ReviewItemKind,
  label: values.label ?? '',
  labelEn: values.labelEn ?? '',
});

export const ofPaper = ({ kind, service, ground, label, labelEn }: OwnPaperShownFragment): Values => ({
  kind,
  service: service ?? '',
  ground: ground ?? '',
  label,
  labelEn,
});

export const toPaper = (values: Values): OwnPaperInput => ({
  kind: values.kind as ReviewItemKind,
  service: (values.service || null) as ServiceKind | null,
  ground: (values.ground || null) as TreatedAsLocalGround | null,
  label: values.label ?? '',
  labelEn: values.labelEn ?? '',
});

export const ofPolicy = ({ title, url, publishedOn, body }: OwnPolicyShownFragment): Values => ({
  title,
  url: url ?? '',
  publishedOn: publishedOn ?? '',
  body: body ?? '',
});

export const toPolicy = (values: Values): OwnPolicyInput => ({
  title: values.title ?? '',
  url: values.url || null,
  publishedOn: values.publishedOn || null,
  body: values.body || null,
});

export const ofSentence = ({ kind, text, textEn }: OwnSentenceShownFragment): Values => ({
  kind,
  text,
  textEn,
});

export const toSentence = (values: Values): OwnSentenceInput => ({
  kind: values.kind as FamilyMessage,
  text: values.text ?? '',
  textEn: values.textEn ?? '',
});

export const ofAnswer = ({ name, nameEn, text, textEn }: OwnAnswerShownFragment): Values => ({
  name,
  nameEn,
  text,
  textEn,
});

/** Those that come with the product, for whoever begins with them. */
export const COMMON_ANSWERS: readonly Values[] = MESSAGE_TEMPLATES.map(({ name, text }) => ({
  name: name['zh-CN'],
  nameEn: name.en,
  text: text['zh-CN'],
  textEn: text.en,
}));

export const toAnswer = (values: Values): OwnAnswerInput => ({
  name: values.name ?? '',
  nameEn: values.nameEn ?? '',
  text: values.text ?? '',
  textEn: values.textEn ?? '',
});

export const ofSubdistrict = (one: OwnSubdistrictShownFragment): Values => ({
  name: one.name,
  nameEn: one.nameEn ?? '',
  code: one.code ?? '',
  formerNames: listed(one.formerNames),
  closedFrom: one.closedFrom ?? '',
});

export const toSubdistrict = (values: Values): OwnSubdistrictInput => ({
  name: values.name ?? '',
  nameEn: values.nameEn || null,
  code: values.code || null,
  formerNames: linesIn(values.formerNames ?? ''),
  closedFrom: values.closedFrom || null,
});

/** A subdistrict that is renamed stays the same place: its old name is among the former ones, without anybody typing it. */
export function renamed(list: ListName, typed: Values, before: Values): Values {
  const former = linesIn(typed.formerNames ?? '');
  const old = before.name;
  if (list !== 'subdistricts' || !old || old === typed.name || former.includes(old)) return typed;
  return { ...typed, formerNames: [...former, old].join('\n') };
}

/** A browser sends line ends of its own. */
export const valuesIn = (list: ListName, form: FormData): Values =>
  Object.fromEntries(FIELDS[list].map((field) => [field, textIn(form, field).replaceAll('\r\n', '\n')]));

/** What a new entry begins as. */
export const blank = (list: ListName, group: string | null): Values => ({
  ...Object.fromEntries(FIELDS[list].map((field) => [field, ''])),
  ...(list === 'questions' ? { service: group ?? 'NON_LOCAL_HUKOU', kind: 'TEXT' } : {}),
  ...(list === 'items' ? { service: group ?? 'NON_LOCAL_HUKOU', kind: 'RESIDENCE' } : {}),
  ...(list === 'papers' ? { kind: group ?? 'RESIDENCE' } : {}),
  ...(list === 'sentences' ? { kind: 'APPROVED' satisfies FamilyMessage } : {}),
});

/** Entries are told apart by it, before and after a change. */
export const keyOf = (list: ListName, values: Values): string => {
  if (list === 'questions') return `${values.service} ${values.key}`;
  if (list === 'items') return `${values.service} ${values.kind}`;
  if (list === 'papers') return [values.kind, values.service, values.ground, values.label].join(' ');
  return (
    { policies: values.title, sentences: values.kind, answers: values.name, subdistricts: values.name }[
      list
    ] ?? ''
  );
};

/** Whether something was typed that is not saved. */
export const isChanged = (list: ListName, typed: Values, before: Values): boolean =>
  FIELDS[list].some((field) => typed[field] !== (before[field] ?? ''));

/** Lists that are one group. */
export const isUngrouped = (list: ListName): boolean =>
  ['policies', 'sentences', 'answers', 'subdistricts'].includes(list);

/** What a list is grouped by: services, or review items. */
export const groupOf = (list: ListName, values: Values): string =>
  (isUngrouped(list) ? '' : list === 'papers' ? values.kind : values.service) ?? '';

export const INTENTS = ['set', 'remove', 'up', 'down'] as const;
export type Intent = (typeof INTENTS)[number];

/** The list after one of its entries is set, taken out, or moved within its group; null if there is no such entry. */
export function changedList(
  list: ListName,
  entries: readonly Values[],
  { intent, key, values }: { readonly intent: Intent; readonly key: string | null; readonly values: Values },
): { entries: Values[]; place: number } | null {
  const place = key === null ? entries.length : entries.findIndex((one) => keyOf(list, one) === key);
  if (place < 0 || (key === null && intent !== 'set')) return null;
  const next = [...entries];
  if (intent === 'set') next[place] = values;
  if (intent === 'remove') next.splice(place, 1);
  if (intent === 'up' || intent === 'down') {
    const group = groupOf(list, entries[place]!);
    const places = entries.flatMap((one, at) => (groupOf(list, one) === group ? [at] : []));
    const other = places[places.indexOf(place) + (intent === 'up' ? -1 : 1)];
    if (other === undefined) return null;
    [next[place], next[other]] = [entries[other]!, entries[place]!];
  }
  return { entries: next, place };
}
