import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.ts';
import { OfficeRecordDocument, PreregisterDocument } from '@enrolment/schema/client';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import readSheets from 'read-excel-file/node';
import writeSheet from 'write-excel-file/node';
import { GuardianPages } from '../pages/guardian.js';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { aPhone, askAs, setPlan } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
let number: string;
beforeAll(async () => {
  browser = await launchBrowser();
  number = await new Family('guardian-13', aPhone()).reviewable();
}, 240_000);
afterAll(() => browser.close());

const fileOf = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

async function send(page: Page, kind: string, name: string, content: Buffer): Promise<void> {
  await page.getByRole('radio', { name: kind }).check();
  await page.getByLabel('文件', { exact: true }).setInputFiles(fileOf(name, content));
  await page.getByRole('button', { name: '试算' }).click();
}

test('an officer takes the template, imports a file and does its good lines', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open('/office', /东审核/);
  await page.getByRole('link', { name: '批量', exact: true }).click();
  await page.getByRole('link', { name: '导入文件' }).click();
  await page.getByRole('heading', { name: '导入文件' }).waitFor();
  await new GuardianPages(page).awake();
  await visitor.look('office-import');

  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: /^下载模板\s*：录取结果和学校$/ }).click();
  const template = await coming;
  expect(template.suggestedFilename()).toBe('template-approve-admissions.xlsx');
  const sheets = await readSheets(readFileSync((await template.path())!));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['录取结果和学校', '学校', '写法']);
  expect(sheets[0]!.data[0]![0]).toBe('信息采集编号 / Collection number');
  expect(sheets[1]!.data[1]![0]).toBe('0101');

  await send(page, '审核项', 'a.csv', Buffer.from(`${number},通过\n`));
  await page.getByRole('alert').getByText('第一行的表头里缺少这几列').waitFor();
  expect(await page.getByRole('radio', { name: '审核项' }).isChecked()).toBe(true);
  await visitor.look('office-import-refused');

  const rows = [
    ['信息采集编号 / Collection number', '审核项', '决定'],
    [number, '在京实际住所居住材料', '通过'],
    ['20260100000012345', '在京实际住所居住材料', '通过'],
  ].map((row) => row.map((value) => ({ type: String, value })));
  await send(page, '审核项', 'b.xlsx', await writeSheet([{ sheet: '一', data: rows }]).toBuffer());
  const start = page.getByRole('button', { name: '办理这 1 件' });
  await start.waitFor();
  await page.getByRole('heading', { name: '试算：审核项（文件）' }).waitFor();
  await page
    .getByRole('row')
    .filter({ hasText: '信息采集编号：' })
    .getByRole('rowheader', { name: '3' })
    .waitFor();
  await visitor.look('office-import-tried');
  await page.getByRole('checkbox', { name: '这 1 行不办，只办能办的' }).check();
  await start.click();
  await page.getByText('已完成').waitFor();
  const result = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载结果（CSV）' }).click();
  const text = readFileSync((await (await result).path())!, 'utf8');
  const taken = [expect.stringMatching(/^\uFEFF?由 东\*核 于 .+ 下载/)];
  expect(text.split('\r\n').map((line) => line.split(',').slice(0, 4))).toEqual([
    taken,
    ['行号', '信息采集编号', '决定', '结果'],
    ['2', number, '', '已办理'],
    taken,
    [''],
  ]);
  const { collectionRecord } = await askAs('officer-01', OfficeRecordDocument, { number });
  expect(collectionRecord!.reviewItems.find(({ kind }) => kind === 'RESIDENCE')!.status).toBe('PASSED');
  await page.getByRole('link', { name: '‹ 全部批次' }).click();
  await page.getByRole('link', { name: '试算：审核项（文件）' }).first().waitFor();
  await visitor.close();
});

test('a file of schools says beforehand which of them would have more than their plan', async () => {
  const child = await new Family('guardian-13', aPhone()).approved();
  const preregistered = { numbers: [child], school: '0101' };
  const { preregister } = await askAs('registrar-0101', PreregisterDocument, preregistered);
  expect(preregister.done).toEqual([child]);
  await setPlan('0102', 0);
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open('/office/bulk/import', /东审核/);
  await new GuardianPages(page).awake();
  const titles = '信息采集编号,录取结果,学校代码,说明';
  await send(page, '录取结果和学校', 'c.csv', Buffer.from(`${titles}\n${child},录取,0102,\n`));
  await page.getByText('有 1 所学校会超过招生计划').waitFor();
  await page.getByRole('heading', { name: '学校人数' }).waitFor();
  await page.getByRole('cell', { name: /超出 \d/ }).waitFor();
  await visitor.look('office-import-plans');
  // A warning holds nothing up.
  await page.getByRole('button', { name: '办理这 1 件' }).click();
  await page.getByText('已完成').waitFor();
  await setPlan('0102', null);
  await visitor.close();
});

test('the list goes home as a file with masked names, who took it and when', async () => {
  const { page, close } = await visit(browser, { width: 1280, language: 'zh-CN' });
  await new OfficePages(page).open('/office/records?stage=IDENTITY_VERIFIED', /东审核/);
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载这份名单（CSV）' }).click();
  const text = readFileSync((await (await coming).path())!, 'utf8');
  const [mark, titles, ...rows] = text.trim().split('\r\n');
  expect(mark).toMatch(/^本名单由 东\*核 于 \d{4}-\d\d-\d\d \d\d:\d\d 导出/);
  expect(titles).toMatch(/^信息采集编号,孩子,服务,阶段/);
  const own = rows.find((row) => row.startsWith(groupCollectionNumber(number)));
  expect(own).toMatch(/^[\d ]+,.*\*.*,.*身份证及户籍信息已验证/);
  expect(rows.at(-1)).toBe(mark!.replace('\uFEFF', ''));

  const workbook = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载这份名单（Excel）' }).click();
  const [sheet] = await readSheets(readFileSync((await (await workbook).path())!));
  const [above, heads, ...cells] = sheet!.data;
  expect(above![0]).toMatch(/^本名单由 东\*核 于/);
  expect(heads).toEqual(titles!.split(','));
  expect(cells.map(([first]) => first)).toContain(groupCollectionNumber(number));
  await close();
});

test('a file that is too large is told so, with and without scripts, and the page is no way to send more elsewhere', async () => {
  const large = Buffer.alloc(6 * 1024 * 1024, 'x');
  const visitor = await visit(browser, { width: 390, language: 'en' });
  const { page } = visitor;
  await new OfficePages(page).open('/office/bulk/import', /东审核/);
  await new GuardianPages(page).awake();
  await visitor.look('office-import-phone');
  const input = page.getByLabel('File', { exact: true });
  await input.setInputFiles(fileOf('a.csv', large));
  const said = await input.evaluate((one: HTMLInputElement) => one.validationMessage);
  expect(said).toContain('The file is too large');

  const state = await page.context().storageState();
  const plain = await visit(browser, {
    width: 390,
    language: 'en',
    javaScriptEnabled: false,
    storageState: state,
  });
  await plain.page.goto('/office/bulk/import');
  await plain.page.getByLabel('File', { exact: true }).setInputFiles(fileOf('a.csv', large));
  await plain.page.getByRole('button', { name: 'Dry run' }).click();
  await plain.page.getByRole('alert').getByText('The file is too large').waitFor();
  const elsewhere = await page.request.post('/office/bulk/new?/claim', {
    multipart: { file: fileOf('a.csv', Buffer.alloc(600 * 1024)) },
    headers: { origin: process.env.E2E_WEB! },
  });
  expect(elsewhere.status()).toBe(413);
  await plain.close();
  await visitor.close();
});
