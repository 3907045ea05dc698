import { afterAll, beforeAll, test } from '@jest/globals';
import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.ts';
import type { Browser, Page } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { Keyboard } from '../pages/keyboard.js';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { aPhone } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

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
