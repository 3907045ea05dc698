import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);
afterAll(() => browser.close());

const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('an administrator gives a role, its holder is told and works, and loses it in the middle of her session', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office', /东管理/);
  await office.openSection(/^权限$/);
  await page.getByRole('heading', { level: 1, name: '权限' }).waitFor();
  await page.getByRole('row', { name: /东审核/ }).waitFor();
  await page.getByRole('button', { name: '授予' }).click();
  await page.getByRole('alert').getByRole('link', { name: /账号/ }).waitFor();
  await visitor.look('office-people-refused');
  await page.getByLabel(/^账号/).fill('guardian-22');
  await page.getByLabel(/^姓名/).fill('褚试爸');
  await page.getByLabel(/^角色/).selectOption('DISTRICT_OFFICER');
  await page.getByLabel(/^截止日期/).fill(dayAhead(90));
  await page.getByRole('button', { name: '授予' }).click();
  await office.told('已保存').waitFor();
  const row = page.getByRole('row', { name: /褚试爸/ });
  await row.getByText('本人还没有看到').waitFor();
  await visitor.look('office-people');

  const holder = await visit(browser, { width: 390, language: 'en', colorScheme: 'dark' });
  const hers = holder.page;
  await new OfficePages(hers).open('/office/records', /褚试爸/);
  const news = hers.getByRole('status').filter({ hasText: 'Your roles have changed' });
  await news.getByText(/You hold the role “District officer”/).waitFor();
  await holder.look('office-role-news');
  await news.getByRole('button', { name: 'I have read it' }).click();
  await news.waitFor({ state: 'detached' });
  await hers.getByRole('contentinfo').getByRole('link', { name: 'My roles' }).click();
  await hers.getByRole('heading', { level: 1, name: 'My roles' }).waitFor();
  await hers.getByText('guardian-22').waitFor();
  await holder.look('office-my-roles');

  await row.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: '褚试爸' }).waitFor();
  await page.getByLabel('修改截止日期').fill(dayAhead(120));
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('第 2 版').waitFor();
  await visitor.look('office-person');
  await page.locator('summary').filter({ hasText: '收回' }).click();
  await page.getByRole('button', { name: '确认收回' }).click();
  await page.getByText('已收回').first().waitFor();

  await hers.goto('/office/records');
  await hers
    .getByRole('heading', { name: 'This entrance is for education authorities and schools' })
    .waitFor();
  await hers.getByText(/Your role “District officer” \(.+\) was taken away on/).waitFor();
  await hers.getByText('guardian-22').waitFor();
  await holder.look('office-no-role');
  await holder.close();
  await visitor.close();
});

test('an officer of subdistricts is bound to those that the district lists', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open('/office/people', /东管理/);
  await page.getByLabel(/^账号/).fill('street-of-the-list');
  await page.getByLabel(/^姓名/).fill('名单街道');
  await page.getByLabel(/^角色/).selectOption('SUBDISTRICT_OFFICER');
  await page.getByRole('checkbox', { name: '东直门街道' }).check();
  await page.getByRole('checkbox', { name: '景山街道' }).check();
  await page.getByLabel(/^名单里没有的街道/).fill('某某新村');
  await page.getByRole('button', { name: '授予' }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /截止日期/ })
    .waitFor();
  // What was ticked and typed stays.
  await page.getByRole('checkbox', { name: '景山街道', checked: true }).waitFor();
  await visitor.look('office-people-subdistricts');
  await page.getByLabel(/^截止日期/).fill(dayAhead(90));
  await page.getByRole('button', { name: '授予' }).click();
  await new OfficePages(page).told('已保存').waitFor();
  await page.getByText(/东直门街道、景山街道、某某新村/).waitFor();
  await visitor.close();
});

test('on a phone, in English: the city gives administrators their roles, and sees everybody’s', async () => {
  const visitor = await visit(browser, { width: 390, language: 'en' });
  const { page } = visitor;
  await new OfficePages(page).open('/office/people?place=02', /市管理/);
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  await page.getByLabel(/^Account/).fill('guardian-19');
  await page.getByLabel(/^Name/).fill('陈试妈');
  expect(await page.getByLabel(/^Role/).inputValue()).toBe('DISTRICT_ADMIN');
  await page.getByLabel(/^Last day/).fill(dayAhead(365));
  await page.getByRole('button', { name: 'Give' }).click();
  await page.getByText('Saved').waitFor();
  await page.getByRole('row', { name: /陈试妈/ }).waitFor();
  await page.getByLabel(/^Account/).fill('guardian-19');
  await page.getByLabel(/^Name/).fill('陈试妈');
  await page.getByLabel(/^Last day/).fill(dayAhead(300));
  await page.getByRole('button', { name: 'Give' }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /This account has this role already/ })
    .waitFor();
  await visitor.look('office-people-city');
  await visitor.close();
});

test('it is nobody’s below an administrator, and one’s own role is others’ to change', async () => {
  const officer = await visit(browser, { width: 1280, language: 'zh-CN' });
  await new OfficePages(officer.page).open('/office', /东审核/);
  await new OfficePages(officer.page).section(/看板/).waitFor();
  expect(await new OfficePages(officer.page).section(/^权限$/).count()).toBe(0);
  expect((await officer.page.context().request.get('/office/people')).status()).toBe(404);
  await officer.close();
  const admin = await visit(browser, { width: 1280, language: 'zh-CN' });
  await new OfficePages(admin.page).open('/office/people', /东管理/);
  await admin.page
    .getByRole('row', { name: /东管理/ })
    .getByRole('link')
    .click();
  await admin.page.getByText('这是您自己的权限').waitFor();
  expect(await admin.page.getByRole('button', { name: /收回|保存/ }).count()).toBe(0);
  await admin.close();
});
