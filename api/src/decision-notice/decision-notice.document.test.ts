import { describe, expect, test } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import { extractText, getDocumentProxy } from 'unpdf';
import { PaperFonts } from '../paper/fonts.js';
import { renderDecisionNotice } from './decision-notice.document.js';
import type { DecisionNoticeFacts } from './facts.js';

const LARGEST = 300_000;
const fonts = new PaperFonts();

const noticeFacts = (overrides: Partial<DecisionNoticeFacts> = {}): DecisionNoticeFacts => ({
  number: '20260100001234',
  season: 2026,
  service: 'NON_LOCAL_HUKOU',
  office: '东城区教育委员会',
  district: {
    name: '东城区',
    hotline: ['010-6400 0001', '010-6400 0002'],
    deskAddress: '虚构街 1 号',
    deskHours: '工作日 9:00—17:00',
  },
  child: { name: '测试甲', documentType: 'RESIDENT_ID', documentNumber: '1199**********0018' },
  verdict: 'REJECTED',
  rejectedAt: new Date('2026-06-02T02:32:05Z'),
  reason: '居住材料与登记的住址不一致',
  appealDueAt: new Date('2026-06-16T16:00:00Z'),
  appealWorkingDays: 10,
  appealedAt: null,
  answeredAt: null,
  answer: null,
  items: [
    { label: '全家户口簿', status: 'PASSED', reason: null, remedy: null },
    { label: '在京实际住所居住材料', status: 'FAILED', reason: '备案编号查不到。', remedy: null },
    { label: '在京务工就业材料', status: 'RETURNED', reason: '看不清', remedy: '请重新填写' },
  ],
  remedy: '您可以在期限前申请复核一次。',
  printedAt: new Date('2026-06-03T01:00:00Z'),
  ...overrides,
});

async function print(facts: DecisionNoticeFacts) {
  const bytes = await buffer(renderDecisionNotice(facts, fonts));
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(document, { mergePages: true });
  return { bytes, document, text: text.replace(/\s/g, '') };
}

describe('a decision notice', () => {
  test('of a rejection says about whom, what, why, by which rule, what can be done, until when and where', async () => {
    const { bytes, document, text } = await print(noticeFacts());
    expect(document.numPages).toBe(1);
    expect(bytes.length).toBeLessThan(LARGEST);
    for (const words of [
      '审核决定告知书',
      '20260100001234',
      '2026年小学入学·东城区',
      '测试甲',
      '1199**********0018',
      '决定审核未通过',
      '2026年6月2日',
      '居住材料与登记的住址不一致',
      '操作手册三（二）3',
      '全家户口簿通过',
      '在京实际住所居住材料未通过。备案编号查不到。',
      '在京务工就业材料退回补充更正。看不清。请重新填写',
      '您可以在期限前申请复核一次。',
      '2026年6月16日24:00前（10个工作日：周末、节假日和审核结果公布的当天不算，调休上班的日子算）',
      '010-64000001、010-64000002',
      '虚构街1号',
      '工作日9:00—17:00',
      '东城区教育委员会2026年6月2日',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('复核后维持原结果');
  });

  test('of a second look tells its answer, and what was decided before', async () => {
    const appeal = {
      appealedAt: new Date('2026-06-04T02:00:00Z'),
      answeredAt: new Date('2026-06-08T02:00:00Z'),
      answer: '补交的材料仍然不符',
    };
    const upheld = await print(noticeFacts({ ...appeal, verdict: 'UPHELD' }));
    for (const words of [
      '复核后维持原结果：审核未通过',
      '理由补交的材料仍然不符',
      '原决定审核未通过，2026年6月2日',
      '申请日期2026年6月4日',
      '原理由居住材料与登记的住址不一致',
      '东城区教育委员会2026年6月8日',
    ]) {
      expect(upheld.text).toContain(words);
    }
    expect(upheld.text).not.toContain('复核期限');
    const reopened = await print(noticeFacts({ ...appeal, verdict: 'REOPENED' }));
    expect(reopened.text).toContain('同意复核申请，重新审核');
    const again = await print(
      noticeFacts({ ...appeal, rejectedAt: new Date('2026-06-20T02:00:00Z'), reason: '仍然不符' }),
    );
    expect(again.text).toContain('理由仍然不符');
    expect(again.text).toContain('东城区教育委员会2026年6月20日');
    expect(again.text).toContain('答复同意复核申请，重新审核。补交的材料仍然不符');
  });

  test('with the longest texts goes on further pages, each with its number', async () => {
    const long = '居住材料与登记的住址不一致，'.repeat(40).slice(0, 500);
    const items = noticeFacts().items.flatMap((item) => [item, item]);
    const { bytes, document, text } = await print(
      noticeFacts({ reason: long, items: items.map((item) => ({ ...item, reason: long, remedy: long })) }),
    );
    expect(document.numPages).toBeGreaterThan(1);
    expect(text).toContain(`第2页共${document.numPages}页`);
    expect(text).toContain('审核决定告知书（续）');
    expect(bytes.length).toBeLessThan(LARGEST);
  });

  test('has its title and language, and says nobody’s name in its properties', async () => {
    const { document } = await print(noticeFacts());
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: '审核决定告知书 2026 01 0000123 4', Language: 'zh-CN' });
    expect(JSON.stringify(info)).not.toContain('测试');
  });
});
