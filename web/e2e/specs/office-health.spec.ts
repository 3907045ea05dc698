import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CreateWebhookDocument, DeleteWebhookDocument } from '@enrolment/schema/client';
import type { Browser, Page } from 'playwright-core';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { switchOff, whileMessageWaits } from '../support/database.js';
import { advanceClock, askAs } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const row = (page: Page, name: RegExp | string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
/** What a process has found is told for a minute, and a page looks anew after it: that minute passes at once. */
async function untilRow(page: Page, name: RegExp | string, state: RegExp): Promise<void> {
  const shown = row(page, name).getByRole('cell').first().getByText(state);
  while ((await shown.count()) === 0) {
    await advanceClock(61);
    await page.reload();
  }
}

test.each([
  { width: 390, language: 'zh-CN', colorScheme: 'light' },
  { width: 1280, language: 'en', colorScheme: 'dark' },
] as const)('the city reads what is late and what to do, at $width px in $language', async (reader) => {
  const visitor = await visit(browser, reader);
  const { page } = visitor;
  const office = new OfficePages(page);
  await whileMessageWaits(async () => {
    await office.open('/office', /市管理/);
    await page.waitForURL(/\/office\/\w+/);
    await office.openSection(/^(服务状况|Service health)/);
    await page.getByRole('heading', { level: 1, name: /(服务状况|^Service health)/ }).waitFor();
    const waiting = /^(等待发送的通知|Notices waiting to be sent)/;
    await untilRow(page, waiting, /^(晚了|Late)$/);
    const late = row(page, waiting);
    await late.getByText(/(家长在个人中心仍然看得到内容|families still read them on the site)/).waitFor();
    // The mark stands on the closed menu, and says what it is.
    const menu = office.header.locator('summary');
    // The page may have looked by itself, and the mark comes from the process's last look.
    while (!/[1-9]/.test(await menu.innerText())) await page.reload();
    expect(await menu.textContent()).toMatch(/要处理|to see to/);
    await visitor.look(`office-health-late-${reader.colorScheme}`);
    // By keyboard alone: from the summary to the line.
    await page.getByRole('listitem').getByRole('link', { name: waiting }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#MESSAGES_WAITING$/);
    expect(await late.evaluate((element) => element.matches(':target'))).toBe(true);
  });
  await untilRow(page, /^(等待发送的通知|Notices waiting to be sent)/, /^(正常|OK)$/);
  for (const name of [/^(短信网关|SMS gateway)/, /^(任务队列|Job queue)/, /^(写提醒短信|Writing reminders)/])
    expect(await row(page, name).count()).toBe(1);
  await visitor.close();
});

test('a district reads what is its own, and goes to where it is seen to', async () => {
  const { createWebhook } = await askAs('admin-02', CreateWebhookDocument, {
    input: { name: '停用的大屏', url: 'http://127.0.0.1:9/hook', district: '02' },
  });
  if (createWebhook.__typename !== 'WebhookSecret') throw new Error(JSON.stringify(createWebhook));
  const { id } = createWebhook.webhook;
  await switchOff(id);
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN', colorScheme: 'light' });
  const { page } = visitor;
  await new OfficePages(page).open('/office/health', /西管理/);
  await untilRow(page, /^收不到变更通知的系统/, /^出错$/);
  await visitor.look('office-health-district');
  expect(await row(page, /^短信网关/).count()).toBe(0);
  await row(page, /^收不到变更通知的系统/)
    .getByRole('link', { name: '打开变更通知' })
    .press('Enter');
  await page.getByRole('link', { name: '停用的大屏' }).waitFor();
  await askAs('admin-02', DeleteWebhookDocument, { id });
  await visitor.close();

  // Another district is told nothing of it, and an officer has no such page.
  const elsewhere = await visit(browser, { width: 390, language: 'zh-CN' });
  await new OfficePages(elsewhere.page).open('/office/health', /东管理/);
  await row(elsewhere.page, /^收不到变更通知的系统/)
    .getByText('正常')
    .waitFor();
  await elsewhere.look('office-health-well');
  await elsewhere.close();
  const officer = await visit(browser, { width: 390, language: 'zh-CN' });
  const office = new OfficePages(officer.page);
  await office.open('/office', /西审核/);
  await officer.page.waitForURL(/\/office\/\w+/);
  expect(await office.section(/^服务状况/).count()).toBe(0);
  expect((await officer.page.goto('/office/health'))!.status()).toBe(404);
  await officer.close();
});
