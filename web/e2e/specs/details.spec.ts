import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { aChild, aPhone } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

jest.setTimeout(180_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a mother saves half of the details, is told what is missing, fills it in and submits', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const guardian = new GuardianPages(page);
  await page.goto('/d/01/apply/non-local-hukou/notice');
  await guardian.acceptNotice();
  await guardian.signIn(/吴试妈/);
  await guardian.fillChild(await aChild());
  const phone = aPhone('1990007');
  await guardian.fillGuardian({ documentNumber: '119999199003150529', phone });
  await guardian.askForCode();
  await guardian.fillCode(phone, /用于注册/);
  await guardian.accept.check();
  await guardian.submit.click();
  const number = await guardian.numberShown();

  await page.goto(`/my/${number}/collection/details`);
  await guardian.awake();
  await visitor.look('details-empty');
  await page.getByLabel('民族').selectOption('01');
  await page.locator('#residence-kind').selectOption('RENTED');
  await page.locator('#residence-address').fill('示例路 9 号');
  await page.getByRole('button', { name: '暂存信息' }).click();
  await page.getByText('已暂存').waitFor();
  expect(await page.locator('#residence-address').inputValue()).toBe('示例路 9 号');

  await page.getByRole('button', { name: '提交信息' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.locator('#residence-address').inputValue()).toBe('示例路 9 号');
  await visitor.look('details-missing');

  await page.locator('#household-kind').selectOption('FAMILY');
  await page.locator('#household-address').fill('河北省示例县示例村 7 号');
  await page.locator('#household-headName').fill('测试户主');
  await page.locator('#household-headRelation').fill('孙子');
  await page.locator('#residence-subdistrict').fill('示例街道');
  await page.locator('#residence-certificateNumber').fill('备案2026-0000123');
  await page.locator('#residence-leaseFrom').fill('2025-01-01');
  await page.locator('#residence-leaseTo').fill('2099-12-31');
  await page.locator('#firstGuardianRelation').selectOption('MOTHER');
  await page.locator('#secondGuardian').selectOption('no');
  await page.locator('#noSecondGuardianReason').fill('单亲');
  await page.locator('#employments-FIRST-kind').selectOption('FLEXIBLE');
  await page.locator('#residencePermits-FIRST-number').fill('1101999900001');
  await page.locator('#residencePermits-FIRST-validUntil').fill('2099-01-31');
  await page.locator('#residencePermits-FIRST-address').fill('示例路 9 号');
  const insured = page.locator('#employments-FIRST-insuredDistrict');
  if ((await insured.count()) > 0) await insured.selectOption('01');
  await page.getByRole('button', { name: '提交信息' }).click();
  await page.waitForURL(/\/collection\/identity$/);
  await page.goto(`/my/${number}/collection/details`);
  await page.getByText('现在不能修改').waitFor();
  await visitor.look('details-locked');
  await visitor.close();
});
