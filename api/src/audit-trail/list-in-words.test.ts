import { describe, expect, test } from '@jest/globals';
import type { AuditDetail } from '../platform/audit/audit.entity.js';
import { listInWords, type PlaceNames } from './list-in-words.js';

const places: PlaceNames = {
  district: (code) => (code === '01' ? { 'zh-CN': '东城区', en: 'Dongcheng' } : null),
  school: (code) => (code === '01001' ? { 'zh-CN': '示例小学', en: 'Example School' } : null),
};
/** As the list writes it down: everything that can be filtered by. */
const ALL = {
  district: '01',
  service: 'LOCAL_HUKOU',
  ground: 'POSTDOCTORAL',
  stages: ['REJECTED', 'APPEALED'],
  reviewItem: ['RESIDENCE', 'FAILED'],
  overdue: 'true',
  dueUntil: '2026-06-10',
  needsDecision: 'false',
  assignee: 'ME_OR_NOBODY',
  colleague: '00000000-0000-7000-8000-000000000000',
  hukouProvince: '130000',
  subdistrict: '东华门街道',
  school: '01001',
  registeredFrom: '2026-05-01',
  registeredTo: '2026-05-31',
  updatedSince: '2026-05-10T02:00:00.000Z',
} as const satisfies AuditDetail;
const told = (detail: AuditDetail, asFamily: boolean, language: 'zh-CN' | 'en') =>
  listInWords(
    { detail: { ...detail, order: 'STAGE_SINCE_ASC', numbers: ['1', '2'] }, asFamily, places },
    language,
  );

describe('a list that was looked at', () => {
  test('is told to staff with every filter, in words of either language', () => {
    expect(told(ALL, false, 'zh-CN').split('；')).toEqual([
      '同一页共 2 条',
      '区：东城区',
      '服务：本市户籍适龄儿童入学服务',
      '按本市户籍对待的情形：在京在站博士后研究人员子女',
      '阶段：审核未通过、申请复核',
      '审核项：在京实际住所居住材料、未通过',
      '超期：是',
      '期限不晚于：2026 年 6 月 10 日',
      '需要决定：否',
      '认领人：查看人或者没有人',
      '认领人：同事',
      '户籍所在省：河北省',
      '街道、乡镇：东华门街道',
      '学校：示例小学',
      '注册从：2026 年 5 月 1 日',
      '注册到：2026 年 5 月 31 日',
      '有变动的，自：2026-05-10 10:00:00',
    ]);
    expect(told(ALL, false, 'en').split('; ')).toEqual([
      '2 records on the page',
      'district: Dongcheng',
      'service: Enrolment of children with Beijing hukou',
      'ground: Child of a postdoctoral researcher working in Beijing',
      'stage: Not approved, Second look asked for',
      'review item: Residence in Beijing, Not passed',
      'overdue: yes',
      'due by: 10 June 2026',
      'to be decided: no',
      'in the hands of: whoever looked, or nobody',
      'in the hands of: a colleague',
      'province of the hukou: Hebei',
      'subdistrict: 东华门街道',
      'school: Example School',
      'registered from: 1 May 2026',
      'registered until: 31 May 2026',
      'changed since: 2026-05-10 10:00:00',
    ]);
  });

  test('is told to the families on it alike, but for what would tell of a verdict too early', () => {
    expect(told(ALL, true, 'zh-CN')).toMatch(
      /；按阶段筛选；按审核项筛选；超期：是；期限不晚于：2026 年 6 月 10 日；按需要决定筛选；认领人：/,
    );
    expect(told(ALL, true, 'en')).toMatch(
      /; filtered by: stage; filtered by: review item; overdue: yes; due by/,
    );
    for (const language of ['zh-CN', 'en'] as const) {
      expect(told(ALL, true, language)).not.toMatch(/未通过|复核|Not |look asked/);
      expect(told({ stages: ['REJECTED'] }, true, language)).toBe(
        told({ stages: ['APPROVED'] }, true, language),
      );
    }
  });

  test('holds no name of the API, whoever reads it', () => {
    for (const asFamily of [true, false])
      for (const language of ['zh-CN', 'en'] as const)
        expect(told({ ...ALL, search: 'NAME' }, asFamily, language)).not.toMatch(/[A-Z]{2}|[a-z][A-Z]/);
  });
});
