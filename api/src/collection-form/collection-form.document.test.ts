import { beforeAll, describe, expect, test } from '@jest/globals';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { extractText, getDocumentProxy } from 'unpdf';
import { aFormGuardian, formDetails, formFacts, longestFormFacts } from '../../test/support/forms.js';
import { printedCodes } from '../../test/support/printed-codes.js';
import { byHandOf, renderCollectionForm } from './collection-form.document.js';
import type { CollectionFormFacts } from './facts.js';
import { PaperFonts } from '../paper/fonts.js';

const LARGEST = 300_000;
const fonts = new PaperFonts();

async function print(facts: CollectionFormFacts, from = fonts) {
  const bytes = await buffer(renderCollectionForm(facts, from));
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(document, { mergePages: false });
  return { bytes, document, pages: text.map((page) => page.replace(/\s+/g, ' ')) };
}

/** Everything readable, without the blanks that line breaks leave. */
const tight = (pages: string[]) => pages.join('').replace(/\s/g, '');

describe('an ordinary form', () => {
  let form: Awaited<ReturnType<typeof print>>;
  beforeAll(async () => {
    form = await print(formFacts());
  });

  test('is one page of A4, under 300 KB', async () => {
    expect(form.document.numPages).toBe(1);
    const [, , width, height] = (await form.document.getPage(1)).view;
    expect([width, height]).toEqual([595.28, 841.89]);
    expect(form.bytes.length).toBeLessThan(LARGEST);
  });

  test('has its title and language, and says neither name nor document in its properties', async () => {
    const { info } = await form.document.getMetadata();
    expect(info).toMatchObject({ Title: '学龄人口信息采集表 2026 01 0000123 4', Language: 'zh-CN' });
    expect(JSON.stringify(info)).not.toMatch(/测试|119999/);
    expect(form.bytes.toString('latin1')).toContain('/DisplayDocTitle true');
  });

  test('can be read as text, whole: everything that it says, nothing masked', () => {
    const text = tight(form.pages);
    const { child, guardians, details, answers, reviewItems } = formFacts();
    const { household, residence, employments, residencePermits } = details;
    const said = [
      child.name,
      child.documentNumber,
      '2019年9月3日',
      '中国',
      '汉族',
      '河北省',
      '男',
      household!.address!,
      household!.headRelation!,
      '家庭户',
      ...guardians.flatMap(({ name, documentNumber, phone }) => [name, documentNumber, phone]),
      ...residencePermits.flatMap(({ number, address }) => [number!, address!]),
      ...employments.flatMap(({ employerName, employerCreditCode }) => [employerName!, employerCreditCode!]),
      '母亲',
      '父亲',
      '2027年3月1日',
      '单位职工',
      '参保区',
      '租住住房',
      residence!.subdistrict!,
      residence!.certificateNumber!,
      '2025-09-01至2027-08-31',
      ...answers.flatMap(({ label, value }) => [label, value]),
      ...reviewItems,
      '2026010000123 4',
      '提交时间2026-05-1810:12:09',
      '打印时间2026-06-0210:32:05',
      '信息版本7',
      '第1页共1页',
      '监护人一签字',
      '监护人二签字',
      '审核人签字',
      '学校盖章',
      '010-64000001',
    ];
    for (const words of said) expect(text).toContain(words.replace(/\s/g, ''));
    expect(text).not.toContain('*');
  });

  test('has its number as a bar code and a QR code to verify it by, as a scanner reads them', async () => {
    const { number, verifyUrl, child, guardians } = formFacts();
    const codes = await printedCodes(await form.document.getPage(1));
    expect(codes).toEqual([
      { format: 'Code128', text: number },
      { format: 'QRCode', text: verifyUrl },
    ]);
    for (const { name, documentNumber } of [child, ...guardians]) {
      expect(JSON.stringify(codes)).not.toContain(name);
      expect(JSON.stringify(codes)).not.toContain(documentNumber);
    }
  });

  test('is tagged for screen readers: headings, tables with labels, codes with their meaning', async () => {
    const tree = await (await form.document.getPage(1)).getStructTree();
    const found: { role: string; alt?: string }[] = [];
    const walk = (node: { role?: string; alt?: string; children?: unknown[] }) => {
      if (node.role) found.push({ role: node.role, ...(node.alt ? { alt: node.alt } : {}) });
      for (const child of node.children ?? []) walk(child as typeof node);
    };
    walk(tree as Parameters<typeof walk>[0]);
    const roles = found.map(({ role }) => role);
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(roles.filter((role) => role === 'Table')).toHaveLength(5);
    expect(roles.filter((role) => role === 'TH').length).toBe(roles.filter((role) => role === 'TD').length);
    expect(found.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).toEqual([
      '条形码：信息采集编号 20260100001234',
      `二维码：核验本表，${formFacts().verifyUrl}`,
    ]);
  });
});

describe('a form', () => {
  test('with the longest names and addresses goes on further pages, each with its number', async () => {
    const facts = longestFormFacts();
    const { bytes, document, pages } = await print(facts);
    const count = document.numPages;
    expect(count).toBeGreaterThan(1);
    pages.forEach((page, index) => {
      expect(page).toContain(`第 ${index + 1} 页 共 ${count} 页`);
      expect(page).toContain('2026 01 0000123 4');
    });
    expect(bytes.length).toBeLessThan(LARGEST);
    const text = tight(pages);
    for (const value of [facts.child.name, facts.details.residence!.address!, facts.answers[2]!.value]) {
      expect(text).toContain(value);
    }
    // The signatures come last, and not alone.
    expect(tight([pages.at(-1)!])).toMatch(/本区的第3个问题.*监护人一签字/);
  });

  test('of one guardian says why there is no second, and asks for one signature', async () => {
    const { pages } = await print(
      formFacts({
        guardians: [aFormGuardian()],
        details: formDetails({ noSecondGuardianReason: '单亲家庭' }),
      }),
    );
    expect(tight(pages)).toContain('单亲家庭');
    expect(tight(pages)).toContain('监护人一签字');
    expect(tight(pages)).not.toContain('监护人二签字');
  });

  test('leaves out what its service does not ask', async () => {
    const { pages } = await print(
      formFacts({
        service: 'TREATED_AS_LOCAL',
        ground: 'POSTDOCTORAL',
        guardians: [aFormGuardian()],
        details: formDetails({ residence: null, employments: null, residencePermits: null }),
        answers: [],
      }),
    );
    const text = tight(pages);
    expect(text).toContain('认定类别在京在站博士后研究人员子女');
    for (const label of ['居住证号码', '就业类型', '住房类型', '补充信息']) expect(text).not.toContain(label);
  });
});

describe('rare characters', () => {
  const named = (name: string) => formFacts({ child: { ...formFacts().child, name } });

  test('come from the fonts that have them', async () => {
    const facts = named('龘㛃𬭊𫖯䶮〇𠮷𨋢·Nguyễn Ө');
    expect(byHandOf(facts, fonts)).toEqual([]);
    const { pages } = await print(facts);
    expect(tight(pages)).toContain('龘㛃𬭊𫖯䶮〇𠮷𨋢·NguyễnӨ');
    expect(tight(pages)).not.toContain('U+');
  });

  test('that no font has are told by code point beside a box, listed, and explained on the form', async () => {
    const facts = named('测𪚥甲');
    expect(byHandOf(facts, fonts)).toEqual(['𪚥']);
    const { pages } = await print(facts);
    expect(tight(pages)).toContain('测U+2A6A5甲');
    expect(tight(pages)).toContain('请按证件手工填写');
  });

  test('come from the fonts of the setting as well', async () => {
    // Any font with a character that the others lack: here a sign of the playground's editor.
    const require = createRequire(import.meta.url);
    const path = require.resolve('monaco-editor/esm/vs/base/browser/ui/codicons/codicon/codicon.ttf');
    const facts = named('测\uea60甲');
    expect(byHandOf(facts, fonts)).toEqual(['\uea60']);
    const more = new PaperFonts([path]);
    expect(byHandOf(facts, more)).toEqual([]);
    const { pages } = await print(facts, more);
    expect(tight(pages)).toContain('测\uea60甲');
  });
});
