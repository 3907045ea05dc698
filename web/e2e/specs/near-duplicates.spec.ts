import { afterAll, beforeAll, test } from '@jest/globals';
import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.ts';
import { residentIdCheckDigit } from '@enrolment/rulebook/document.ts';
import { NearDuplicatesDocument } from '@enrolment/schema/client';
import type { Browser } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { Keyboard } from '../pages/keyboard.js';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { compareNow } from '../support/database.js';
import { Family } from '../support/family.js';
import { aChild, aPhone, askAs } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
let one: string;
let other: string;
let elsewhere: string;
/** The same child's number with a digit mistyped. */
function mistyped(number: string, by: number): string {
  const digit = (Number(number[14]) + by) % 10;
  const body = `${number.slice(0, 14)}${digit}${number.slice(15, 17)}`;
  return body + residentIdCheckDigit(body);
}
beforeAll(async () => {
  browser = await launchBrowser();
  const { sex, birthDate, documentNumber } = await aChild();
  const child = { name: '测试重名', sex, birthDate };
  const register = (district: string, by: number) =>
    new Family('guardian-10', aPhone(), district).register({
      child: { ...child, documentNumber: mistyped(documentNumber, by) },
    });
  one = await register('02', 0);
  other = await register('02', 1);
  elsewhere = await register('01', 2);
  await compareNow();
  for (let wait = 0; wait < 180; wait += 1) {
    const { collectionRecord } = await askAs('officer-02', NearDuplicatesDocument, { number: one });
    if (collectionRecord!.nearDuplicates.length === 2) return;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error('the two were not found');
}, 280_000);
afterAll(() => browser.close());

test('without a mouse an officer compares two records side by side, freezes one, lifts it, and says that they are two children', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  const keyboard = new Keyboard(page);
  await office.open('/office/records?duplicate=1', /西审核/);
  await new GuardianPages(page).awake();
  const row = page.getByRole('row').filter({ hasText: groupCollectionNumber(one) });
  await keyboard.press(row.getByRole('link'));
  await page.getByText('有 2 份疑似重复的信息待核对').waitFor();
  await keyboard.press(page.getByRole('link', { name: '并排核对' }));
  await keyboard.press(page.getByRole('link', { name: groupCollectionNumber(elsewhere) }));
  await page.getByText('另一份在东城区').waitFor();
  await visitor.look('near-duplicates-elsewhere');
  const besides = page.getByRole('list', { name: '疑似重复' });
  await keyboard.press(besides.getByRole('link', { name: groupCollectionNumber(other) }));
  await page.getByRole('table').getByText(groupCollectionNumber(other)).waitFor();
  await page.getByText('测**名').first().waitFor();
  await page.getByText('第 15 位不同').first().waitFor();
  await keyboard.walk();
  await visitor.look('near-duplicates');
  const freeze = page.getByRole('form', { name: '冻结', exact: true });
  await keyboard.press(freeze.getByRole('button', { name: '冻结' }));
  await keyboard.refused('这一项还没有填写');
  await keyboard.type(freeze.getByLabel('理由'), '两家都说是自己孩子的证件');
  await keyboard.press(freeze.getByRole('button', { name: '冻结' }));
  await office.told('已冻结').waitFor();
  await visitor.look('near-duplicates-frozen');
  const lift = page.getByRole('form', { name: '解除冻结' });
  await keyboard.type(lift.getByLabel('理由'), '派出所核实清楚');
  await keyboard.press(lift.getByRole('button', { name: '解除冻结' }));
  await office.told('已解除冻结').waitFor();
  const clear = page.getByRole('form', { name: '不是重复' });
  await keyboard.type(clear.getByLabel('理由'), '户口簿是两个孩子');
  await keyboard.press(clear.getByRole('button', { name: '不是重复' }));
  await office.told('已记录：不是重复').waitFor();
  await page.getByText('西*核 确认不是重复').waitFor();
  await visitor.close();
});

test('on a phone and in the dark', async () => {
  const visitor = await visit(browser, {
    width: 390,
    language: 'en',
    colorScheme: 'dark',
  });
  const { page } = visitor;
  await new OfficePages(page).open(`/office/records/${other}/duplicates?beside=${one}`, /西审核/);
  await page.getByRole('table').getByText(groupCollectionNumber(one)).waitFor();
  await visitor.look('near-duplicates');
  await visitor.close();
});
