import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MANY_LOOKS } from '@enrolment/rulebook/unusual.ts';
import { makeCollectionNumber } from '@enrolment/rulebook/collection-number.ts';
import type { Browser } from 'playwright-core';
import { RevealDocumentDocument } from '@enrolment/schema/client';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { whileTailIsCut } from '../support/database.js';
import { Family } from '../support/family.js';
import { Office } from '../support/office.js';
import { aPhone, askAs, now } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
let number: string;
beforeAll(async () => {
  browser = await launchBrowser();
  number = await new Family('guardian-14', aPhone()).reviewable();
  await new Office().approve([number], ['RESIDENCE']);
});
afterAll(() => browser.close());

test.each([
  { width: 390, language: 'zh-CN', colorScheme: 'light' },
  { width: 1280, language: 'en', colorScheme: 'dark' },
] as const)('an administrator follows a record and a person at $width px in $language', async (reader) => {
  const visitor = await visit(browser, reader);
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office', /东管理/);
  await page.waitForURL(/\/office\/\w+/);
  await office.openSection(/^(操作记录|Audit)$/);
  await page.getByRole('heading', { level: 1, name: /^(东城区操作记录|Audit trail: Dongcheng)/ }).waitFor();
  await page.getByLabel(/^(信息采集编号|Collection number)$/).fill(number);
  await page.getByLabel(/^(哪一类|Kind)$/).selectOption('DECISION');
  await page.getByRole('button', { name: /^(筛选|Filter)$/ }).click();
  await page.waitForURL(/kind=DECISION/);
  const rows = page.getByRole('row').filter({ hasText: /通过了一个审核项|passed a review item/ });
  await rows.first().waitFor();
  expect(await rows.count()).toBe(1);
  await visitor.look('office-audit');
  // All that this person has done, with her account in no address.
  await rows.first().getByRole('button').click();
  await page.getByText(/^(只看账号|Only the account)/).waitFor();
  expect(page.url()).not.toMatch(/actor|officer/);
  await rows.first().waitFor();
  // The kind that was chosen still holds; another one and a day are combined with the person.
  const kinds = page.getByLabel(/^(哪一类|Kind)$/);
  expect(await kinds.inputValue()).toBe('DECISION');
  await kinds.selectOption('SETTING');
  await page.getByRole('button', { name: /^(筛选|Filter)$/ }).click();
  await page.getByText(/^(没有这样的记录|There are no such entries)/).waitFor();
  await page.getByText(/^(只看账号|Only the account)/).waitFor();
  await visitor.look('office-audit-person');
  await visitor.close();
});

test('what is no number, and another district’s, is told; the file has what the page lists', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open('/office/audit?number=123', /东审核/);
  await page.getByText('这不是信息采集编号').waitFor();
  // A mistyped number is not everything.
  expect(await page.getByRole('button', { name: '下载表格（CSV）' }).count()).toBe(0);
  const taken = (form: Record<string, string>) =>
    page
      .context()
      .request.post('/office/audit/trail.csv', { form, headers: { origin: process.env.E2E_WEB! } });
  expect((await taken({ number: '123' })).status()).toBe(404);
  const elsewhere = makeCollectionNumber(Number(number.slice(0, 4)), '02', 9_999_999);
  await page.goto(`/office/audit?number=${elsewhere}`);
  await page.getByText('这里没有这个编号的记录。').waitFor();
  await visitor.look('office-audit-none');
  const file = await taken({ number, kind: 'DECISION' });
  expect(file.headers()['content-type']).toBe('text/csv; charset=utf-8');
  const [mark, heading, ...rest] = (await file.text()).trim().split('\r\n');
  expect(mark).toMatch(/由 东\*核 于 20\d\d-\d\d-\d\d \d\d:\d\d 下载/);
  expect(mark).toContain(rest.at(-1));
  const lines = rest.slice(0, -1);
  expect(heading).toContain('时间,单位和角色,账号,代码,做了什么,信息采集编号,说明');
  // The officer’s decision, and the check by the system.
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain(`ITEM_PASSED,通过了一个审核项,${number}`);
  // Of one person alone, by the same fields as the page.
  const ofNobody = (await (await taken({ number, actor: 'nobody' })).text()).trim().split('\r\n');
  expect(ofNobody).toHaveLength(3);
  await visitor.close();
});

test('an administrator finds a person by name, with kind and days, and takes the same home', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open('/office/audit', /东管理/);
  await page.getByLabel('姓名或账号').fill('东审核');
  await page.getByLabel('哪一类').selectOption('DECISION');
  await page.getByLabel('从哪一天').fill((await now()).toISOString().slice(0, 4) + '-01-01');
  await page.getByRole('button', { name: '筛选' }).click();
  await page.getByText('只看账号 officer-01').waitFor();
  expect(new URL(page.url()).search).not.toMatch(/officer|%/);
  const rows = page.getByRole('row').filter({ hasText: '通过了一个审核项' });
  await rows.first().waitFor();
  await visitor.look('office-audit-by-name');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载表格（CSV）' }).click();
  const text = (await readFile(await (await download).path())).toString();
  const lines = text.trim().split('\r\n').slice(2, -1);
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toContain('officer-01');
  await visitor.close();
});

test('an administrator is told of unusual looks, with the way to that person, and of a trail that was changed', async () => {
  const look = { number, holder: 'CHILD', purpose: '核对证件' } as const;
  for (let n = 0; n < MANY_LOOKS; n += 1) await askAs('officer-01', RevealDocumentDocument, look);
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open('/office/audit', /东管理/);
  const unusual = page
    .getByRole('region', { name: '值得过问的查看' })
    .getByRole('listitem')
    .filter({ hasText: '查看完整号码' })
    .filter({ hasNotText: '夜里' });
  expect(await unusual.count()).toBe(1);
  expect(await page.getByRole('alert').count()).toBe(0);
  await whileTailIsCut(async () => {
    await page.reload();
    await page.getByRole('alert').getByRole('heading', { name: '操作记录被改动过' }).waitFor();
    await visitor.look('office-audit-watch');
  });
  await unusual.getByRole('button').click();
  await page.getByText(/^只看账号/).waitFor();
  await page.getByRole('row').filter({ hasText: '查看了一个人的完整证件号码' }).first().waitFor();
  await visitor.close();

  // Officers read the trail, but are not asked to watch it.
  const officer = await visit(browser, { width: 390, language: 'zh-CN' });
  await new OfficePages(officer.page).open('/office/audit', /东审核/);
  await officer.page.getByRole('table').waitFor();
  expect(await officer.page.getByRole('region', { name: '值得过问的查看' }).count()).toBe(0);
  await officer.close();
});
