import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { AuditTrailDocument, JointReviewDocument, SetJointReviewDocument } from '@enrolment/schema/client';
import { GuardianPages } from '../pages/guardian.js';
import { Keyboard } from '../pages/keyboard.js';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { ALONE, Family } from '../support/family.js';
import { aPhone, askAs } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

const RESIDENCE = { ...ALONE.residence, subdistrict: '中关村', address: '示例胡同 88 号' };
const EMPLOYMENT = {
  guardian: 'FIRST',
  kind: 'EMPLOYED',
  employerName: '示例光明公司',
  employerCreditCode: '91119999MA0000000W',
  insuredDistrict: '04',
} as const;

let browser: Browser;
let number: string;
beforeAll(async () => {
  browser = await launchBrowser();
  const family = new Family('guardian-15', aPhone(), '04');
  number = await family.register();
  const answers = [{ key: 'MONTHS_IN_DISTRICT', value: '24' }];
  await family.submit(number, { residence: RESIDENCE, employments: [EMPLOYMENT], answers });
  await family.reaches(number, 'IDENTITY_VERIFIED');
});
afterAll(() => browser.close());

/** How often the family reads that a reviewer has looked. */
const looks = async () => {
  const { auditTrail } = await askAs('guardian-15', AuditTrailDocument, { number });
  return auditTrail.edges.filter(({ node }) => node.action === 'ITEM_READ').length;
};
const inFigures = () => number.replace(/(\d{4})(\d{2})(\d{7})(\d)/, '$1 $2 $3 $4');

test('each reviewer finds what the district has given to the office, reads what it is about, and decides it', async () => {
  const officer = await visit(browser, { width: 1280, language: 'zh-CN' });
  await new OfficePages(officer.page).open(`/office/records/${number}`, /海审核/);
  const home = officer.page.getByRole('listitem').filter({ hasText: '等待街道（乡镇）审核' });
  await home.waitFor();
  await officer.page.getByRole('listitem').filter({ hasText: '等待人力社保审核' }).waitFor();
  expect(await home.getByRole('button', { name: /通过/ }).count()).toBe(0);
  await officer.look('joint-review-record');

  const street = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = street;
  await new OfficePages(page).open('/office', /海街道/);
  await page.getByRole('heading', { level: 1, name: '待我单位审核' }).waitFor();
  const row = page.getByRole('row').filter({ hasText: inFigures() });
  await row.waitFor();
  await street.look('joint-review-queue');
  // By the item: of another one nothing waits here.
  const kinds = page.getByLabel('审核项目');
  await kinds.selectOption('EMPLOYMENT');
  await page.getByRole('button', { name: '筛选' }).click();
  await page.getByText('没有要审核的这一项。').waitFor();
  await kinds.selectOption('RESIDENCE');
  await page.getByRole('button', { name: '筛选' }).click();
  await page.waitForURL(/kind=RESIDENCE/);
  await row.waitFor();
  expect(await new OfficePages(page).section(/名单|看板/).count()).toBe(0);
  await new GuardianPages(page).awake();
  const keyboard = new Keyboard(page);
  await keyboard.press(row.getByRole('link'));
  await page.getByText('示例胡同 88 号').waitFor();
  const main = page.getByRole('main');
  expect(await main.innerText()).not.toMatch(/示例光明公司|备案2026-0000123|119999199003150529/);
  await street.look('joint-review-task');
  const looked = await looks();
  await new GuardianPages(page).awake();
  await keyboard.press(page.getByRole('button', { name: '显示完整姓名和号码' }));
  await page.getByRole('alert').or(page.locator('.refusals')).first().waitFor();
  await keyboard.type(page.getByLabel(/^用途/), '到住建系统核对租赁备案');
  await keyboard.press(page.getByRole('button', { name: '显示完整姓名和号码' }));
  await main.getByText(/119999199003150529/).waitFor();
  await main.getByText(/备案2026-0000123/).waitFor();
  await street.look('joint-review-revealed');
  await keyboard.press(page.getByRole('button', { name: /^通过/ }));
  await new OfficePages(page).told('已通过').waitFor();
  await row.waitFor({ state: 'detached' });
  expect(await looks()).toBe(looked);
  await street.look('joint-review-done');

  const labour = await visit(browser, { width: 390, language: 'en', colorScheme: 'dark' });
  const hers = labour.page;
  await new OfficePages(hers).open('/office', /海人社/);
  await hers.getByRole('heading', { level: 1, name: 'Waiting for my office' }).waitFor();
  await labour.look('joint-review-queue');
  await hers.getByRole('row').filter({ hasText: inFigures() }).getByRole('link').click();
  await hers.getByText('示例光明公司').waitFor();
  expect(await hers.getByRole('main').innerText()).not.toContain('示例胡同 88 号');
  await labour.look('joint-review-task');
  await hers.locator('summary').filter({ hasText: 'Return' }).click();
  await hers.getByLabel(/^Reason/).fill('社保缴纳单位与所填单位不一致。');
  await hers.getByLabel(/^Reason/).press('Control+Enter');
  await new OfficePages(hers).told('Returned to the family').waitFor();
  await labour.close();
  await street.close();

  await officer.page.reload();
  await officer.page.getByText('社保缴纳单位与所填单位不一致。').first().waitFor();
  await officer.page.getByText('由人力社保审核').waitFor();
  await officer.close();
});

test('an administrator gives an item to others and takes it back, and decides in their place', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office', /海管理/);
  await office.openSection(/^联审分工$/);
  await page.getByRole('heading', { level: 1, name: '联审分工' }).waitFor();
  await new GuardianPages(page).awake();
  const permit = page.getByLabel(/居住证/);
  await permit.selectOption('PUBLIC_SECURITY');
  const business = page.getByLabel('企业法定代表人、股东、合伙人、个体工商户');
  await business.selectOption('MARKET_REGULATION');
  await page.getByRole('button', { name: '试算影响' }).click();
  await office.told('还没有保存。按这样分工，现在等待的').waitFor();
  expect(await business.inputValue()).toBe('MARKET_REGULATION');
  await page.getByRole('button', { name: '保存' }).click();
  await office.told('已保存').waitFor();
  await page
    .getByText(/第 \d+ 版/)
    .first()
    .waitFor();
  await visitor.look('joint-review-shares');
  await page.goto(`/office/records/${number}`);
  await page
    .getByRole('listitem')
    .filter({ hasText: '等待公安审核' })
    .getByRole('button', { name: /通过/ })
    .waitFor();
  await page.goto('/office/people');
  await page
    .getByRole('row', { name: /海人社/ })
    .getByText(/人力社保：在京务工就业/)
    .waitFor();
  await visitor.look('joint-review-people');
  await visitor.close();
  // As it was, for whoever tests the same district next.
  const { jointReview } = await askAs('admin-04', JointReviewDocument, { district: '04' });
  const before = (item: string) => jointReview!.items.find(({ kind }) => kind === item)?.decider;
  await askAs('admin-04', SetJointReviewDocument, {
    district: '04',
    deciders: [
      { kind: 'RESIDENCE_PERMIT', decider: 'DISTRICT' },
      { kind: 'EMPLOYMENT', part: 'OWN_BUSINESS', decider: before('EMPLOYMENT')! },
    ],
    revision: jointReview!.revision,
  });
});

test('a district says that the subdistrict is first, and its officers read whom they wait for', async () => {
  const family = new Family('guardian-15', aPhone(), '04');
  const waiting = await family.register();
  const answers = [{ key: 'MONTHS_IN_DISTRICT', value: '24' }];
  await family.submit(waiting, { residence: RESIDENCE, employments: [EMPLOYMENT], answers });
  await family.reaches(waiting, 'IDENTITY_VERIFIED');
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office/joint-review', /海管理/);
  await new GuardianPages(page).awake();
  const keyboard = new Keyboard(page);
  await keyboard.to(page.getByRole('radio', { checked: true }));
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('radio', { name: /^街道先行/ }).isChecked()).toBe(true);
  await keyboard.press(page.getByRole('button', { name: '保存' }));
  await office.told('已保存').waitFor();
  await visitor.look('joint-review-order');
  await visitor.close();
  try {
    const officer = await visit(browser, { width: 390, language: 'en' });
    await new OfficePages(officer.page).open(`/office/records/${waiting}`, /海审核/);
    const item = officer.page
      .getByRole('listitem')
      .filter({ hasText: 'Waiting for the subdistrict, which is first' });
    await item.first().waitFor();
    expect(await item.getByRole('button', { name: /Pass/ }).count()).toBe(0);
    await officer.look('joint-review-street-first');
    await officer.close();
  } finally {
    const { jointReview } = await askAs('admin-04', JointReviewDocument, { district: '04' });
    await askAs('admin-04', SetJointReviewDocument, {
      district: '04',
      deciders: [],
      revision: jointReview!.revision,
      order: 'ONLINE_FIRST',
    });
  }
});

test('neither queue nor item is anybody else’s', async () => {
  const officer = await visit(browser, { width: 1280, language: 'zh-CN' });
  await new OfficePages(officer.page).open('/office', /海审核/);
  await new OfficePages(officer.page).section(/看板/).waitFor();
  const { request } = officer.page.context();
  const addresses = ['/office/review', `/office/review/${number}/RESIDENCE`, '/office/joint-review'];
  for (const address of addresses) expect((await request.get(address)).status()).toBe(404);
  await officer.close();
});
