import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { DetailsPage } from '../pages/details.js';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { Office } from '../support/office.js';
import { aPhone } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a child treated as local goes through the details with the proof of its ground, to a passed review', async () => {
  const family = new Family('guardian-05', aPhone());
  const number = await family.register({ ground: 'WORK_RESIDENCE_PERMIT' });
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const details = new DetailsPage(page);
  await page.goto(`/my/${number}/collection/details`);
  await new GuardianPages(page).signIn(/孙试妈/);
  await details.open(number);

  await details.fillCommon();
  const section = page.getByRole('group', { name: '认定材料' });
  expect(await section.locator('select').first().locator('option:not([value=""])').allTextContents()).toEqual(
    ['《北京市工作居住证》'],
  );
  await details.choose({
    'groundEvidence.kind': 'WORK_RESIDENCE_PERMIT',
    'groundEvidence.holder': 'SECOND_GUARDIAN',
  });
  await details.fill({
    'groundEvidence.number': '京工居0000123456',
    'groundEvidence.issuer': '示例区人力社保局',
    'groundEvidence.validFrom': '2024-03-01',
    'groundEvidence.validUntil': '2024-02-01',
  });
  // Impossible values are reported while typing: a guardian who is not in the form, an end before the beginning.
  await details.field('groundEvidence.issuer').focus();
  await page.locator('#groundEvidence-holder-refusal').getByText('持有人').waitFor();
  await page.locator('#groundEvidence-validUntil-refusal').getByText('2024-03-01').waitFor();
  await visitor.look('ground-refused');
  await details.choose({ 'groundEvidence.holder': 'FIRST_GUARDIAN' });
  await details.fill({ 'groundEvidence.validUntil': '2099-02-28' });
  await details.field('groundEvidence.issuer').focus();
  await page.locator('#groundEvidence-holder-refusal').waitFor({ state: 'detached' });

  await details.send();
  const receipt = page.getByRole('region', { name: '认定材料' });
  await receipt.getByText('《北京市工作居住证》').waitFor();
  await receipt.getByText('监护人（一）').waitFor();
  expect(await receipt.textContent()).not.toContain('京工居0000123456');
  await visitor.look('ground-receipt');

  await family.reaches(number, 'IDENTITY_VERIFIED');
  await new Office().approve([number], ['GROUND', 'RESIDENCE']);
  await page.goto(`/my/${number}/collection/review`);
  await page.getByText('按本市户籍对待的认定材料').first().waitFor();
  await visitor.look('ground-review');
  await visitor.close();
});
