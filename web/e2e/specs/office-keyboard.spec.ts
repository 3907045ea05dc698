import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.ts';
import type { Browser, Page } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { Keyboard } from '../pages/keyboard.js';
import { OfficePages } from '../pages/office.js';
import { SchoolPages } from '../pages/school.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { Office } from '../support/office.js';
import { aPhone } from '../support/sandbox.js';
import { picture, visit } from '../support/visitor.js';

/** Nobody else’s here comes from there. */
const PROVINCE = '650000';

let browser: Browser;
let number: string;
beforeAll(async () => {
  browser = await launchBrowser();
  number = await new Family('guardian-13', aPhone()).reviewable({ child: { hukouProvince: PROVINCE } });
}, 240_000);
afterAll(() => browser.close());

/** Opens a page as a bookmark does, goes through it once by Tab, and then to its content. */
async function arrive(page: Page, path: string): Promise<Keyboard> {
  await page.goto(path);
  await new GuardianPages(page).awake();
  const keyboard = new Keyboard(page);
  await keyboard.walk();
  await keyboard.skip();
  return keyboard;
}

const summary = (page: Page, text: string) => page.locator('summary').filter({ hasText: text });
const form = (page: Page, name: string) => page.getByRole('form', { name, exact: true });
const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000);

test('an officer decides in bulk and from a file without a mouse', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open('/office', /东审核/);
  let keyboard = await arrive(page, `/office/queue?whose=all&province=${PROVINCE}`);
  const row = page.getByRole('row').filter({ hasText: groupCollectionNumber(number) });
  await keyboard.press(row.getByRole('checkbox'), 'Space');
  await keyboard.press(page.getByRole('button', { name: '批量办理选中的' }));
  await page.getByText('选中的 1 件').waitFor();
  await new GuardianPages(page).awake();
  await keyboard.press(summary(page, '审核未通过'));
  await keyboard.press(form(page, '审核未通过').getByRole('button'));
  await keyboard.refused('这一项还没有填写');
  await keyboard.press(summary(page, '一个审核项通过'));
  await keyboard.choose(form(page, '一个审核项通过').getByLabel('审核项'), 'RESIDENCE');
  await keyboard.press(form(page, '一个审核项通过').getByRole('button'));
  await keyboard.press(page.getByRole('button', { name: '办理这 1 件' }).and(page.locator(':enabled')));
  const download = page.waitForEvent('download');
  await page.getByRole('status').filter({ hasText: '已完成' }).waitFor();
  await keyboard.press(page.getByRole('link', { name: '下载结果（CSV）' }));
  await download;

  keyboard = await arrive(page, '/office/bulk/import');
  await keyboard.to(page.getByRole('radio').first());
  const kind = page.getByRole('radio', { name: '审核项' });
  while (!(await kind.isChecked())) await page.keyboard.press('ArrowDown');
  const send = async (rows: string) => {
    const chooser = page.waitForEvent('filechooser');
    await keyboard.press(page.getByLabel('文件', { exact: true }));
    const buffer = Buffer.from(rows);
    await (await chooser).setFiles({ name: 'a.csv', mimeType: 'text/csv', buffer });
    await keyboard.press(page.getByRole('button', { name: '试算' }));
  };
  await send(`${number},通过\n`);
  await keyboard.refused('第一行的表头里缺少这几列');
  await new GuardianPages(page).awake();
  await send(`信息采集编号,审核项,决定\n${number},在京务工就业材料,通过\n`);
  await keyboard.press(page.getByRole('button', { name: '办理这 1 件' }));
  await page.getByRole('status').filter({ hasText: '已完成' }).waitFor();
  await visitor.close();
});

test('an administrator changes the calendar and a text without a mouse', async () => {
  const visitor = await visit(browser, { width: 1600, language: 'zh-CN', colorScheme: 'dark' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office', /东管理/);
  let keyboard = await arrive(page, '/office/calendar');
  const closes = page.getByLabel('公布入学结果，截止日期').first();
  const before = await closes.inputValue();
  await keyboard.toPart(closes, 'year');
  // As slowly as somebody who looks for each key: what a year that is not whole yet breaks is told, and takes no focus.
  for (const digit of '2019') {
    await page.keyboard.press(digit);
    await page
      .getByRole('alert')
      .getByText(/的截止时间要晚于开始时间/)
      .waitFor();
    expect(await closes.evaluate((field) => field === document.activeElement)).toBe(true);
  }
  await keyboard.press(page.getByRole('button', { name: '检查并预览' }));
  await keyboard.refused('“公布入学结果”的截止时间要晚于开始时间');
  await keyboard.press(page.getByRole('alert').getByRole('link').first());
  await page.waitForFunction((field) => field === document.activeElement, await closes.elementHandle());
  await keyboard.toPart(closes, 'year');
  await page.keyboard.type(before.slice(0, 4));
  await keyboard.toPart(closes, 'day');
  const after = before.slice(0, 8) + (before.endsWith('15') ? '16' : '15');
  await page.keyboard.type(after.slice(8));
  await page.getByText('改了 1 处，还没有保存').waitFor();
  await keyboard.walk();
  await visitor.look('office-calendar-keys');
  await keyboard.press(page.getByRole('button', { name: '保存修改' }));
  await office.told('已保存').waitFor();
  expect(await closes.inputValue()).toBe(after);

  keyboard = await arrive(page, '/office/texts');
  const create = page.getByRole('button', { name: '新建', exact: true });
  await keyboard.press(create);
  await keyboard.refused(/名称/);
  await keyboard.press(page.getByRole('alert').getByRole('link', { name: /^名称/ }));
  await page.keyboard.type('门牌不清');
  await keyboard.type(page.getByLabel(/^理由/), '照片上看不清门牌。');
  await keyboard.press(create);
  await office.told('已保存').waitFor();
  await keyboard.press(page.getByRole('link', { name: '门牌不清' }));
  await page.getByRole('heading', { level: 1, name: '门牌不清' }).waitFor();
  await new GuardianPages(page).awake();
  await keyboard.press(page.getByRole('button', { name: '停用' }));
  await office.told('已保存').waitFor();
  await visitor.close();
});

test('the city gives a role, reads the trail, and lets systems in and out without a mouse, in English', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'en' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office', /市管理/);
  let keyboard = await arrive(page, '/office/people?place=03');
  const give = page.getByRole('button', { name: 'Give', exact: true });
  await keyboard.press(give);
  await keyboard.refused(/Account/);
  await keyboard.press(page.getByRole('alert').getByRole('link', { name: /^Account/ }));
  await page.keyboard.type('keys-03');
  await keyboard.type(page.getByLabel(/^Name/), '键管理');
  await keyboard.to(page.getByLabel(/^Last day/));
  const [year, month, day] = dayAhead(90).toISOString().slice(0, 10).split('-');
  await page.keyboard.type(`${month}${day}${year}`);
  await keyboard.press(give);
  await office.told('Saved').waitFor();
  await keyboard.press(page.getByRole('row', { name: /键管理/ }).getByRole('link'));
  await page.getByRole('heading', { level: 1, name: '键管理' }).waitFor();
  await new GuardianPages(page).awake();
  await keyboard.press(summary(page, 'Take away'));
  await keyboard.press(page.getByRole('button', { name: 'Take it away' }));
  await office.told('Saved').waitFor();

  keyboard = await arrive(page, '/office/audit');
  await keyboard.choose(page.getByLabel('Kind'), 'SETTING');
  for (const wrong of ['123', '456']) {
    await keyboard.type(page.getByLabel('Collection number'), wrong);
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`number=${wrong}`));
    await page.getByRole('alert').getByText('This is not a collection number').waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'audit-number');
  }
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await page.waitForURL(/kind=SETTING(?!.*number=)/);
  await keyboard.press(page.getByRole('row').getByRole('button').first());
  await page.getByText('Only the account').waitFor();

  keyboard = await arrive(page, '/office/tokens');
  await keyboard.type(page.getByLabel(/^Name of the system/), 'Keys');
  await keyboard.type(page.getByLabel(/^Addresses/), 'nowhere');
  await keyboard.press(page.getByRole('button', { name: 'Create' }));
  await keyboard.refused(/Addresses/);
  await keyboard.press(page.getByRole('alert').getByRole('link'));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Backspace');
  await keyboard.press(page.getByRole('button', { name: 'Create' }));
  await page.locator(':focus').getByRole('textbox', { name: 'The token of “Keys”' }).waitFor();
  await keyboard.press(page.getByLabel('Revoke the token of “Keys”'));
  await keyboard.press(page.getByRole('row', { name: /^Keys/ }).getByRole('button', { name: 'Revoke it' }));
  await page.getByRole('row', { name: /^Keys/ }).getByText('Revoked', { exact: true }).waitFor();

  keyboard = await arrive(page, '/office/webhooks');
  await keyboard.type(page.getByLabel(/^Name/), 'Keys');
  await keyboard.type(page.getByLabel(/^Address/), 'ftp://example.org');
  await page.keyboard.press('Enter');
  await keyboard.refused(/Address/);
  await keyboard.press(page.getByRole('alert').getByRole('link'));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(process.env.E2E_SANDBOX!);
  await page.keyboard.press('Enter');
  await page.locator(':focus').getByRole('textbox', { name: 'The signing secret of “Keys”' }).waitFor();
  await keyboard.press(page.getByRole('link', { name: 'Keys' }));
  await page.getByRole('heading', { level: 1, name: 'Keys' }).waitFor();
  await new GuardianPages(page).awake();
  await keyboard.press(summary(page, 'Delete'));
  await keyboard.press(page.getByRole('button', { name: 'Delete it' }));
  await page.waitForURL(/\/office\/webhooks($|\?)/);
  await visitor.close();
});

test('a registrar preregisters a child and takes it back without a mouse; the list of the day is printed', async () => {
  await new Office().approve([number]);
  const visitor = await visit(browser, { width: 390, language: 'zh-CN', colorScheme: 'dark' });
  const { page } = visitor;
  const desk = new SchoolPages(page);
  await desk.enter();
  const keyboard = await arrive(page, '/school');
  await keyboard.type(
    desk.number,
    number.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)),
  );
  await page.keyboard.press('Enter');
  await desk.found.getByText('编号不对').waitFor();
  await keyboard.type(desk.number, number);
  await page.keyboard.press('Enter');
  await desk.found.getByText('可以预登记').waitFor();
  await keyboard.press(page.getByRole('button', { name: '都看过了' }));
  await keyboard.press(desk.preregister);
  const told = (text: string) => new OfficePages(page).told(`${groupCollectionNumber(number)} ${text}`);
  await told('已预登记').waitFor();

  const pages = page.getByRole('banner').getByRole('link');
  await keyboard.press(pages.filter({ hasText: '已登记' }));
  const line = page.getByRole('listitem').filter({ hasText: groupCollectionNumber(number) });
  await line.waitFor();
  await page.evaluate(() => Object.assign(window, { print: () => document.body.classList.add('printed') }));
  await keyboard.press(page.getByRole('button', { name: '打印' }));
  await page.locator('body.printed').waitFor();
  // The sheet has the school, the day and the children, in black on white, and nothing to press.
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('body');
  await sheet.getByText(/小学 · 今天 · 截至/).waitFor();
  await line.waitFor();
  expect(await page.getByRole('main').locator(':is(a, button, input, summary):visible').count()).toBe(0);
  expect(await sheet.evaluate((body) => getComputedStyle(body).colorScheme)).toBe('light');
  await picture(page, 'school-list-printed');
  await page.emulateMedia({ media: null });
  const undo = `撤回 ${groupCollectionNumber(number)} 的预登记`;
  await keyboard.press(line.getByLabel(undo));
  const yes = line.getByRole('button', { name: '撤回预登记' });
  await keyboard.press(yes);
  await keyboard.refused('这一项还没有填写');
  await keyboard.type(line.getByLabel('为什么撤回（家长会看到）'), '登错了人');
  await keyboard.press(yes);
  await told('已撤回').waitFor();
  await visitor.close();
});
