import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { DetailsPage } from '../pages/details.js';
import { GuardianPages } from '../pages/guardian.js';
import { OfficePages } from '../pages/office.js';
import { SchoolPages } from '../pages/school.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { Office } from '../support/office.js';
import { aPhone } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

const MOTHER = { id: 'guardian-09', name: /周试妈/ };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a family may say what its child needs and why it is asked; the district reads it, and the school’s pages do not have it', async () => {
  const family = new Family(MOTHER.id, aPhone());
  const number = await family.register();
  await family.saveDraft(number);
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  await page.goto(`/my/${number}/collection/details`);
  await new GuardianPages(page).signIn(MOTHER.name);
  const details = new DetailsPage(page);
  await details.open(number);
  const part = page.getByRole('group', { name: /特别需要和家庭情况/ });
  await part.getByText('不影响能不能入学').first().waitFor();
  await part.getByText('不用写病情').waitFor();
  await details.choose({ 'support.specialEducation': 'ORDINARY_CLASS' });
  await details.fill({
    'support.supportNeeded': '座位靠前，课上使用听力辅具',
    'support.language': '手语',
    'support.siblingSchool': '示例第七小学',
    'support.twinNumber': '20260100001234',
  });
  await details.field('support.language').focus();
  await page.locator('#support-twinNumber-refusal').getByText('信息采集编号有一位不对').waitFor();
  await details.fill({ 'support.twinNumber': '2026 01 0000123 3' });
  await details.saved();
  await visitor.look('special-needs');
  await details.send();
  await page.getByText('座位靠前，课上使用听力辅具').waitFor();
  await family.reaches(number, 'IDENTITY_VERIFIED');
  await visitor.close();

  const officer = await visit(browser, { width: 1280, language: 'en' });
  await new OfficePages(officer.page).open(`/office/records/${number}`, /东审核/);
  await officer.page.locator('summary').filter({ hasText: 'All details as submitted' }).click();
  await officer.page.getByText('In an ordinary class').waitFor();
  await officer.page.getByText('座位靠前，课上使用听力辅具').waitFor();
  await officer.look('special-needs-officer');
  await officer.close();

  await new Office().approve([number]);
  const school = await visit(browser, { width: 390, language: 'zh-CN' });
  const desk = new SchoolPages(school.page);
  await desk.enter();
  await desk.scan(number);
  await desk.preregister.waitFor();
  expect(await school.page.content()).not.toMatch(/听力|手语|随班就读|示例第七小学/);
  await school.page.goto(`/office/records/${number}`);
  await school.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await school.page.content()).not.toMatch(/听力|手语|随班就读|示例第七小学/);
  await school.close();
});
