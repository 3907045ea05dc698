import { GROUND_NAMES, RELATION_NAMES, SERVICE_NAMES, SEX_NAMES } from '@enrolment/rulebook/names.js';
import type { Names, Words } from '@enrolment/rulebook/words.js';

export const TITLE = '学龄人口信息采集表';

/** The form is an official paper and speaks Chinese, whoever prints it. */
const inChinese = <Word extends string>(names: Names<Word>) =>
  Object.fromEntries(Object.entries<Words>(names).map(([word, name]) => [word, name['zh-CN']])) as Record<
    Word,
    string
  >;

export const SERVICES = inChinese(SERVICE_NAMES);
export const GROUNDS = inChinese(GROUND_NAMES);
export const SEXES = inChinese(SEX_NAMES);
export const RELATIONS = inChinese(RELATION_NAMES);
