import { inWords } from '@enrolment/rulebook/calendar.js';
import { PHASE_NAMES, ROLE_NAMES, SERVICE_NAMES } from '@enrolment/rulebook/names.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import {
  PHASE_KINDS,
  SERVICE_KINDS,
  type PhaseKind,
  type Role,
  type ServiceKind,
} from '@enrolment/rulebook/vocabulary.js';
import { beijingTime } from '@enrolment/rulebook/wall-clock.js';
import type { Words } from '@enrolment/rulebook/words.js';
import type { EditedKind } from './edition.entity.js';

/** How the fields of a kind and their values are told. */
interface Telling {
  /** In which order they are told. */
  readonly place: (path: string) => number;
  readonly field: (path: string) => Words;
  readonly value: (path: string, value: string) => Words;
}

const EDGES: Readonly<Record<string, Words>> = {
  opensAt: { 'zh-CN': '开始', en: 'opens' },
  closesAt: { 'zh-CN': '截止', en: 'closes' },
};

const edgeOf = (path: string) => path.split('.') as [ServiceKind, PhaseKind, string];

const CALENDAR: Telling = {
  place: (path) => {
    const [service, phase, edge] = edgeOf(path);
    return (
      SERVICE_KINDS.indexOf(service) * 100 + PHASE_KINDS.indexOf(phase) * 2 + (edge === 'opensAt' ? 0 : 1)
    );
  },
  field: (path) => {
    const [service, phase, edge] = edgeOf(path);
    const words = [SERVICE_NAMES[service], PHASE_NAMES[phase], EDGES[edge]!];
    return {
      'zh-CN': words.map((one) => one['zh-CN']).join(' · '),
      en: words.map(({ en }) => en).join(' · '),
    };
  },
  value: (path, value) => inWords(new Date(value), path.endsWith('.closesAt')),
};

/** Fields that are texts, in this order. */
function texts(names: Readonly<Record<string, readonly [zh: string, en: string]>>): Telling {
  const fields = Object.keys(names);
  return {
    place: (path) => fields.indexOf(path),
    field: (path) => ({ 'zh-CN': names[path]![0], en: names[path]![1] }),
    value: (path, value) => YES_OR_NO[`${path}:${value}`] ?? { 'zh-CN': value, en: value },
  };
}

const YES_OR_NO: Readonly<Record<string, Words>> = {
  'active:yes': { 'zh-CN': '启用', en: 'in use' },
  'active:no': { 'zh-CN': '停用', en: 'switched off' },
};

const RETURN_TEXT = texts({
  name: ['名称', 'Name'],
  nameEn: ['英文名称', 'Name in English'],
  reason: ['理由', 'Reason'],
  reasonEn: ['英文理由', 'Reason in English'],
  remedy: ['怎么办', 'What to do'],
  remedyEn: ['英文的怎么办', 'What to do, in English'],
  active: ['状态', 'State'],
});

const GRANT_FIELDS: Readonly<Record<string, Words>> = {
  account: { 'zh-CN': '账号', en: 'Account' },
  name: { 'zh-CN': '姓名', en: 'Name' },
  role: { 'zh-CN': '角色', en: 'Role' },
  district: { 'zh-CN': '区', en: 'District' },
  school: { 'zh-CN': '学校', en: 'School' },
  beginsAt: { 'zh-CN': '开始', en: 'Begins' },
  endsAt: { 'zh-CN': '截止', en: 'Ends' },
  takenAt: { 'zh-CN': '收回', en: 'Taken away' },
};

const STAFF_GRANT: Telling = {
  place: (path) => Object.keys(GRANT_FIELDS).indexOf(path),
  field: (path) => GRANT_FIELDS[path]!,
  value: (path, value) => {
    if (path === 'role') return ROLE_NAMES[value as Role];
    return path.endsWith('At') ? inYears(new Date(value), path === 'endsAt') : { 'zh-CN': value, en: value };
  },
};

/** With the year, since a role can last for several. */
function inYears(at: Date, asEnd: boolean): Words {
  const moment = inWords(at, asEnd);
  const year = beijingTime(new Date(at.getTime() - (asEnd ? 1 : 0))).getUTCFullYear();
  return { 'zh-CN': `${year} 年 ${moment['zh-CN']}`, en: `${moment.en} ${year}` };
}

const TOLD: Readonly<Record<EditedKind, Telling>> = { CALENDAR, RETURN_TEXT, STAFF_GRANT };

export const inOrder = (kind: EditedKind) => (one: string, other: string) =>
  TOLD[kind].place(one) - TOLD[kind].place(other);

export const fieldInWords = (kind: EditedKind, path: string, language: Language): string =>
  TOLD[kind].field(path)[language];

export const valueInWords = (kind: EditedKind, path: string, value: string, language: Language): string =>
  TOLD[kind].value(path, value)[language];
