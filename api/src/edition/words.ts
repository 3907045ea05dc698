import { dayInWords, inWords } from '@enrolment/rulebook/calendar.js';
import { GIVEABLE_PARTS, itemKey } from '@enrolment/rulebook/joint-review.js';
import {
  ITEM_DECIDER_NAMES,
  ITEM_PART_NAMES,
  GROUND_NAMES,
  PHASE_NAMES,
  QUESTION_KIND_NAMES,
  REVIEW_ITEM_NAMES,
  REVIEW_ORDER_NAMES,
  ROLE_NAMES,
  SERVICE_NAMES,
} from '@enrolment/rulebook/names.js';
import {
  FAMILY_MESSAGES,
  FAMILY_MESSAGE_NAMES,
  type FamilyMessage,
} from '@enrolment/rulebook/family-messages.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import {
  PHASE_KINDS,
  REVIEW_ITEM_KINDS,
  SERVICE_KINDS,
  type ItemDecider,
  type PhaseKind,
  type QuestionKind,
  type ReviewItemKind,
  type ReviewOrder,
  type Role,
  type ServiceKind,
} from '@enrolment/rulebook/vocabulary.js';
import { beijingTime } from '@enrolment/rulebook/wall-clock.js';
import { names, type Names, type Words } from '@enrolment/rulebook/words.js';
import type { EditedKind } from './edition.entity.js';

/** How the fields of a kind and their values are told. */
interface Telling {
  /** In which order they are told. */
  readonly place: (path: string) => number;
  readonly field: (path: string) => Words;
  readonly value: (path: string, value: string) => Words;
}

const EDGES = names<'opensAt' | 'closesAt'>({ opensAt: ['开始', 'opens'], closesAt: ['截止', 'closes'] });

const edgeOf = (path: string) => path.split('.') as [ServiceKind, PhaseKind, keyof typeof EDGES];

const CALENDAR: Telling = {
  place: (path) => {
    const [service, phase, edge] = edgeOf(path);
    return (
      SERVICE_KINDS.indexOf(service) * 100 + PHASE_KINDS.indexOf(phase) * 2 + (edge === 'opensAt' ? 0 : 1)
    );
  },
  field: (path) => {
    const [service, phase, edge] = edgeOf(path);
    const words = [SERVICE_NAMES[service], PHASE_NAMES[phase], EDGES[edge]];
    return {
      'zh-CN': words.map((one) => one['zh-CN']).join(' · '),
      en: words.map(({ en }) => en).join(' · '),
    };
  },
  value: (path, value) => inWords(new Date(value), path.endsWith('.closesAt')),
};

/** Fields by their names, in this order. A value is told as it is, unless `value` has words for it. */
function named<Field extends string>(
  fields: Names<Field>,
  value: (path: Field, value: string) => Words | null,
): Telling {
  const places = Object.keys(fields);
  return {
    place: (path) => places.indexOf(path),
    field: (path) => fields[path as Field],
    value: (path, text) => value(path as Field, text) ?? { 'zh-CN': text, en: text },
  };
}

const IN_USE = names<'yes' | 'no'>({ yes: ['启用', 'in use'], no: ['停用', 'switched off'] });

const RETURN_TEXT = named(
  names({
    name: ['名称', 'Name'],
    nameEn: ['英文名称', 'Name in English'],
    reason: ['理由', 'Reason'],
    reasonEn: ['英文理由', 'Reason in English'],
    remedy: ['怎么办', 'What to do'],
    remedyEn: ['英文的怎么办', 'What to do, in English'],
    active: ['状态', 'State'],
  }),
  (field, value) => (field === 'active' ? IN_USE[value as 'yes' | 'no'] : null),
);

const STAFF_GRANT = named(
  names({
    account: ['账号', 'Account'],
    name: ['姓名', 'Name'],
    role: ['角色', 'Role'],
    district: ['区', 'District'],
    school: ['学校', 'School'],
    subdistricts: ['街道（乡镇）', 'Subdistricts'],
    department: ['部门', 'Department'],
    items: ['审核项', 'Review items'],
    beginsAt: ['开始', 'Begins'],
    endsAt: ['截止', 'Ends'],
    takenAt: ['收回', 'Taken away'],
  }),
  (field, value) => {
    if (field === 'role') return ROLE_NAMES[value as Role];
    if (field === 'department') return ITEM_DECIDER_NAMES[value as ItemDecider];
    if (field === 'items')
      return together(value.split('、').map((kind) => REVIEW_ITEM_NAMES[kind as ReviewItemKind]));
    return field.endsWith('At') ? inYears(new Date(value), field === 'endsAt') : null;
  },
);

const together = (words: readonly Words[]): Words => ({
  'zh-CN': words.map((one) => one['zh-CN']).join('、'),
  en: words.map(({ en }) => en).join(', '),
});

const PARTS = Object.fromEntries(
  GIVEABLE_PARTS.filter(({ part }) => part !== 'WHOLE').map((item): [string, Words] => [
    itemKey(item),
    {
      'zh-CN': `${REVIEW_ITEM_NAMES[item.kind]['zh-CN']}（${ITEM_PART_NAMES[item.part]['zh-CN']}）`,
      en: `${REVIEW_ITEM_NAMES[item.kind].en} (${ITEM_PART_NAMES[item.part].en})`,
    },
  ]),
);

const JOINT_REVIEW = named(
  { ...REVIEW_ITEM_NAMES, ...PARTS, ...names({ order: ['先后', 'Order'] }) },
  (field, value) =>
    field === 'order' ? REVIEW_ORDER_NAMES[value as ReviewOrder] : ITEM_DECIDER_NAMES[value as ItemDecider],
);

const DESK = named(
  names({
    hotline: ['招生电话', 'Phones'],
    deskAddress: ['窗口地址', 'Address of the desk'],
    deskAddressEn: ['英文窗口地址', 'Address of the desk in English'],
    deskHours: ['办公时间', 'Hours'],
    deskHoursEn: ['英文办公时间', 'Hours in English'],
  }),
  () => null,
);

const SCHOOL_FIELDS = names<'name' | 'nameEn' | 'address' | 'phone' | 'quota' | 'closed'>({
  name: ['名称', 'Name'],
  nameEn: ['英文名称', 'Name in English'],
  address: ['地址', 'Address'],
  phone: ['电话', 'Phone'],
  quota: ['招生计划', 'Plan'],
  closed: ['不再接收新生', 'Takes no more children'],
});

/** What is planned has its season behind a dot. */
const SCHOOL: Telling = {
  place: (path) => Object.keys(SCHOOL_FIELDS).indexOf(path.split('.')[0]!),
  field: (path) => {
    const [field, season] = path.split('.') as [keyof typeof SCHOOL_FIELDS, string?];
    const { 'zh-CN': zh, en } = SCHOOL_FIELDS[field];
    return season === undefined
      ? { 'zh-CN': zh, en }
      : { 'zh-CN': `${season} 年${zh}`, en: `${en}, ${season}` };
  },
  value: (path, value) =>
    path.startsWith('closed.') ? { 'zh-CN': '是', en: 'yes' } : { 'zh-CN': value, en: value },
};

/** Both names are the field; the value is its first day, its last and the days that are worked. */
const SEASON = named(
  names({ bornFrom: ['出生日期从', 'Born from'], bornTo: ['出生日期到', 'Born until'] }),
  (_, text) => dayInWords(text),
);

const HOLIDAYS: Telling = {
  place: () => 0,
  field: (path) => {
    const [name = '', nameEn = ''] = path.split('|');
    return { 'zh-CN': name, en: nameEn };
  },
  value: (_, value) => {
    const [from = '', to = '', worked = ''] = value.split('/');
    const days = worked === '' ? [] : worked.split(' ').map(dayInWords);
    const off = [...new Set([from, to])].map(dayInWords);
    const zh = days.map((day) => day['zh-CN']).join('、');
    const en = days.map((day) => day.en).join(', ');
    return {
      'zh-CN': `${off.map((day) => day['zh-CN']).join('至 ')}放假${zh && `，${zh}上班`}`,
      en: `off ${off.map((day) => day.en).join(' to ')}${en && `, worked ${en}`}`,
    };
  },
};

/** With the year, since a role can last for several. */
function inYears(at: Date, asEnd: boolean): Words {
  const moment = inWords(at, asEnd);
  const year = beijingTime(new Date(at.getTime() - (asEnd ? 1 : 0))).getUTCFullYear();
  return { 'zh-CN': `${year} 年 ${moment['zh-CN']}`, en: `${moment.en} ${year}` };
}

const asWritten = (text: string): Words => ({ 'zh-CN': text, en: text });
const joined = (...parts: readonly Words[]): Words => ({
  'zh-CN': parts.map((one) => one['zh-CN']).join(' · '),
  en: parts.map(({ en }) => en).join(' · '),
});
const itemsInWords = (kinds: string): Words =>
  together(kinds.split('、').map((kind) => REVIEW_ITEM_NAMES[kind as ReviewItemKind]));

/** What a list of a service, or a list alone, is called; `list` names its entries in order. */
const ENTRY_FIELDS = names({
  list: ['清单', 'List'],
  label: ['名称', 'Label'],
  labelEn: ['英文名称', 'Label in English'],
  help: ['说明', 'Help'],
  helpEn: ['英文说明', 'Help in English'],
  kind: ['回答方式', 'Kind of answer'],
  required: ['必答', 'Required'],
  choices: ['选项', 'Choices'],
  choicesEn: ['英文选项', 'Choices in English'],
  url: ['网址', 'Address'],
  publishedOn: ['发布日期', 'Day of publication'],
  body: ['正文', 'Text'],
  nameEn: ['英文名称', 'Name in English'],
  text: ['文字', 'Text'],
  textEn: ['英文文字', 'Text in English'],
  code: ['区划代码', 'Code'],
  formerNames: ['曾用名', 'Former names'],
  closedFrom: ['停用日期', 'Closed from'],
  complete: ['只能从名单选', 'Nothing but the list'],
});
const YES_NO = names<'yes' | 'no'>({ yes: ['是', 'yes'], no: ['否', 'no'] });

/** A path is `SERVICE.list`, or `SERVICE.KEY.field`. */
function ofServices(
  keyInWords: (key: string) => Words,
  value: (field: string, text: string) => Words | null,
): Telling {
  const split = (path: string) => {
    const [service, ...rest] = path.split('.');
    return {
      service: service as ServiceKind,
      field: rest.at(-1) as keyof typeof ENTRY_FIELDS,
      key: rest[0]!,
    };
  };
  return {
    place: (path) => {
      const { service, field } = split(path);
      return SERVICE_KINDS.indexOf(service) * 2 + (field === 'list' ? 0 : 1);
    },
    field: (path) => {
      const { service, field, key } = split(path);
      const middle = field === 'list' ? [] : [keyInWords(key)];
      return joined(SERVICE_NAMES[service], ...middle, ENTRY_FIELDS[field]);
    },
    value: (path, text) => value(split(path).field, text) ?? asWritten(text),
  };
}

const QUESTIONS = ofServices(asWritten, (field, text) => {
  if (field === 'kind') return QUESTION_KIND_NAMES[text as QuestionKind];
  return field === 'required' ? YES_NO[text as 'yes' | 'no'] : null;
});

const REVIEW_ITEMS = ofServices(
  (kind) => REVIEW_ITEM_NAMES[kind as ReviewItemKind],
  (field, text) => (field === 'list' ? itemsInWords(text) : null),
);

/** The papers of an item are told together, each with the service and ground that it is for. */
const PAPERS: Telling = {
  place: (path) => REVIEW_ITEM_KINDS.indexOf(path as ReviewItemKind),
  field: (path) => REVIEW_ITEM_NAMES[path as ReviewItemKind],
  value: (_, text) => {
    const told = (language: Language) =>
      text.replace(/\[(\w+)\]/g, (whole, code: string) => {
        const found = { ...SERVICE_NAMES, ...GROUND_NAMES }[code as ServiceKind] as Words | undefined;
        return found ? `[${found[language]}]` : whole;
      });
    return { 'zh-CN': told('zh-CN'), en: told('en') };
  },
};

/** A path is the kind of a message and `.field`. */
const SENTENCES: Telling = {
  place: (path) => FAMILY_MESSAGES.indexOf(path.split('.')[0] as FamilyMessage),
  field: (path) => {
    const [kind, field] = path.split('.') as [FamilyMessage, keyof typeof ENTRY_FIELDS];
    return joined(FAMILY_MESSAGE_NAMES[kind], ENTRY_FIELDS[field]);
  },
  value: (_, text) => asWritten(text),
};

/** A path is `list`, or what an entry is called and `.field`. The trail can hold titles that were cut at a colon: they are told as they are. */
const titled = (value: (path: string, text: string) => Words): Telling => ({
  place: (path) => (path.includes('.') ? 1 : 0),
  field: (path) => {
    const dot = path.lastIndexOf('.');
    const name = path.slice(dot + 1);
    if (!Object.hasOwn(ENTRY_FIELDS, name)) return asWritten(path);
    const field = ENTRY_FIELDS[name as keyof typeof ENTRY_FIELDS];
    return dot < 0 ? field : joined(asWritten(path.slice(0, dot)), field);
  },
  value,
});

const BY_TITLE = titled((_, text) => asWritten(text));

const SUBDISTRICTS = titled((path, text) => {
  if (path === 'complete') return YES_NO[text as 'yes' | 'no'];
  return path.endsWith('.closedFrom') ? dayInWords(text) : asWritten(text);
});

const TOLD: Readonly<Record<EditedKind, Telling>> = {
  CALENDAR,
  RETURN_TEXT,
  STAFF_GRANT,
  JOINT_REVIEW,
  HOLIDAYS,
  DESK,
  QUESTIONS,
  REVIEW_ITEMS,
  PAPERS,
  POLICIES: BY_TITLE,
  SENTENCES,
  ANSWERS: BY_TITLE,
  SUBDISTRICTS,
  SCHOOL,
  SEASON,
};

export const inOrder = (kind: EditedKind) => (one: string, other: string) =>
  TOLD[kind].place(one) - TOLD[kind].place(other);

export const fieldInWords = (kind: EditedKind, path: string, language: Language): string =>
  TOLD[kind].field(path)[language];

export const valueInWords = (kind: EditedKind, path: string, value: string, language: Language): string =>
  TOLD[kind].value(path, value)[language];
