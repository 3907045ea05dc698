import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { aPhone } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
/** Accepts every message. */
let receiver: Server;
beforeAll(async () => {
  browser = await launchBrowser();
  receiver = createServer((request, response) => {
    request.resume();
    response.writeHead(204).end();
  });
  await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
}, 120_000);
afterAll(async () => {
  receiver.close();
  await browser.close();
});

const READERS = [
  { width: 390, language: 'zh-CN', colorScheme: 'light', who: /东管理/ },
  { width: 1280, language: 'en', colorScheme: 'dark', who: /东管理/ },
  { width: 390, language: 'en', colorScheme: 'dark', who: /市管理/ },
  { width: 1600, language: 'zh-CN', colorScheme: 'light', who: /市管理/ },
] as const;

const button = (page: Page, name: RegExp) => page.getByRole('button', { name });

test.each(READERS)(
  'a token is created, shown once and revoked at $width px in $language',
  async ({ who, ...reader }) => {
    const visitor = await visit(browser, reader);
    const { page } = visitor;
    const office = new OfficePages(page);
    await office.open('/office', who);
    await office.openSection(/^(API 令牌|API tokens)$/);
    await page.getByRole('heading', { level: 1, name: /^(API 令牌|API tokens)$/ }).waitFor();
    const name = `数据平台 ${reader.width} ${reader.language}`;
    await page.getByLabel(/^(系统名称|Name of the system)/).fill(name);
    await page.getByLabel(/^(允许的地址|Addresses)/).fill('nowhere');
    await button(page, /^(创建|Create)$/).click();
    await page.getByRole('alert').getByRole('link').waitFor();
    await visitor.look(`office-tokens-refused-${reader.colorScheme}`);
    await page.getByLabel(/^(允许的地址|Addresses)/).fill('203.0.113.0/24\n2001:db8::/32');
    await button(page, /^(创建|Create)$/).click();
    const secret = page.getByRole('textbox', { name: /^(“.*”的令牌|The token of “)/ });
    expect(await secret.inputValue()).toMatch(/^enrol_[\w-]{43}$/);
    await visitor.look(`office-tokens-${reader.colorScheme}`);

    await office.openSection(/^(API 令牌|API tokens)$/);
    await secret.waitFor({ state: 'detached' });
    const row = page.getByRole('row').filter({ hasText: name });
    await row.locator('summary').click();
    await button(page, /^(确认撤销|Revoke it)$/).click();
    await row.getByText(/^(已撤销|Revoked)$/).waitFor();
    expect(await row.locator('summary').count()).toBe(0);
    await visitor.close();
  },
);

test.each(READERS)(
  'a webhook is told of changes, and its log shows what became of them, at $width px in $language',
  async ({ who, ...reader }) => {
    const visitor = await visit(browser, { ...reader, javaScriptEnabled: reader.width !== 390 });
    const { page } = visitor;
    const office = new OfficePages(page);
    await office.open('/office/webhooks', who);
    const name = `大屏 ${reader.width} ${reader.language}`;
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    await page.getByLabel(/^(名称|Name)/).fill(name);
    await page.getByLabel(/^(地址|Address)/).fill('ftp://example.org');
    await button(page, /^(增加|Add)$/).click();
    await page.getByRole('alert').getByRole('link').waitFor();
    await page.getByLabel(/^(地址|Address)/).fill(url);
    await button(page, /^(增加|Add)$/).click();
    const secret = page.getByRole('textbox', { name: /^(“.*”的签名密钥|The signing secret of “)/ });
    expect(await secret.inputValue()).toMatch(/^whsec_/);
    if (reader.width !== 390) await visitor.look(`office-webhooks-${reader.colorScheme}`);

    await new Family('guardian-16', aPhone()).register();
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    const again = button(page, /^(重新投递|Send again)$/).first();
    while ((await again.count()) === 0) await page.reload();
    if (reader.width !== 390) await visitor.look(`office-webhook-${reader.colorScheme}`);
    await again.click();
    await page.getByRole('link', { name: /^(已送达|Delivered)$/ }).click();
    await page.waitForURL(/state=DELIVERED/);
    await button(page, /^(暂停|Pause)$/).click();
    await page.getByText(/^(已暂停|Paused)$/).waitFor();
    await page.getByText(/^(更换签名密钥|New signing secret)$/).click();
    await button(page, /^(换一个新的|Make a new one)$/).click();
    expect(await secret.inputValue()).toMatch(/^whsec_/);
    await page.getByText(/^(删除|Delete)$/).click();
    await button(page, /^(确认删除|Delete it)$/).click();
    await page.waitForURL(/\/office\/webhooks($|\?)/);
    expect(await page.getByRole('link', { name }).count()).toBe(0);
    await visitor.close();
  },
);

test('they are nobody’s below an administrator, and a district’s alone', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office', /东审核/);
  await office.section(/看板/).waitFor();
  expect(await office.section(/令牌|变更通知/).count()).toBe(0);
  const absent = '/office/webhooks/00000000-0000-7000-8000-000000000000';
  for (const path of ['/office/tokens', '/office/webhooks', absent]) {
    expect((await page.context().request.get(path)).status()).toBe(404);
  }
  await visitor.close();
  const city = await visit(browser, { width: 1280, language: 'zh-CN' });
  await new OfficePages(city.page).open('/office/tokens?place=02', /市管理/);
  await city.page.getByText('这个区的令牌由区教委自己创建').waitFor();
  expect((await city.page.context().request.get(absent)).status()).toBe(404);
  await city.close();
});
