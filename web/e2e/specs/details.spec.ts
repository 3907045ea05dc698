import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { DetailsPage } from '../pages/details.js';
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
  const details = new DetailsPage(page);
  const number = await guardian.register(/吴试爸/, await aChild(), aPhone('1990007'));

  await details.open(number);
  await visitor.look('details-empty');
  await details.field('ethnicity').selectOption('01');
  await details.field('residence.kind').selectOption('RENTED');
  await details.field('residence.address').fill('示例路 9 号');
  await details.save.click();
  await page.getByText('已暂存').waitFor();
  expect(await details.field('residence.address').inputValue()).toBe('示例路 9 号');

  await details.submit.click();
  await page.getByRole('alert').waitFor();
  expect(await details.field('residence.address').inputValue()).toBe('示例路 9 号');
  await visitor.look('details-missing');

  await details.fillAll();
  await details.submit.click();
  await page.waitForURL(/\/collection\/identity$/);
  await page.goto(`/my/${number}/collection/details`);
  await page.getByText('现在不能修改').waitFor();
  await visitor.look('details-locked');
  await visitor.close();
});
