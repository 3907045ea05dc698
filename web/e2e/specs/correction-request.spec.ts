import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.ts';
import { ConfirmCorrectionRequestDocument } from '@enrolment/schema/client';
import type { Browser } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { aPhone, askAs, smsTo } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a mother who has lost her phone asks, an officer agrees, and a second one confirms', async () => {
  const phone = aPhone();
  const number = await new Family('guardian-05', aPhone(), '01').register();
  const mother = await visit(browser, { width: 390, language: 'zh-CN' });
  const family = mother.page;
  await family.goto(`/my/${number}/registration`);
  await new GuardianPages(family).signIn(/孙试妈/);
  await family.getByRole('main').getByRole('link', { name: '申请更正注册信息' }).click();
  await family.getByRole('button', { name: '提交申请' }).click();
  await family.getByRole('alert').first().waitFor();
  await family.getByLabel(/^手机号/).fill(phone);
  await family.getByLabel(/^证明材料/).fill('原来的手机丢了，本人身份证原件可以核对。');
  await mother.look('correction-asking');
  await family.getByRole('button', { name: '提交申请' }).click();
  await new OfficePages(family).told('更正申请已提交').waitFor();
  await mother.look('correction-asked');

  const officer = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = officer;
  const office = new OfficePages(page);
  await office.open('/office/records?correction=1', /东审核/);
  await page
    .getByRole('row')
    .filter({ hasText: groupCollectionNumber(number) })
    .getByRole('link')
    .click();
  await page.getByRole('link', { name: '处理更正申请' }).click();
  await page.getByText('原来的手机丢了').waitFor();
  await officer.look('correction-request');
  const agree = page.getByRole('form', { name: '同意，交同事复核' });
  await agree.getByLabel('理由').fill('核对了身份证原件');
  await agree.getByRole('button').click();
  await office.told('已处理').waitFor();
  await page.getByText('您已经同意，请另一位同事复核').waitFor();
  await officer.look('correction-proposed');
  await officer.close();

  const admin = await visit(browser, { width: 390, language: 'en', colorScheme: 'dark' });
  const colleague = new OfficePages(admin.page);
  await colleague.open(`/office/records/${number}/correction-request`, /东管理/);
  await admin.look('correction-confirm');
  await admin.page.getByRole('button', { name: 'Confirm' }).click();
  await colleague.told('Corrected').waitFor();
  await admin.close();
  await smsTo(phone, /更正/);
  await family.goto(`/my/${number}/correction`);
  await family.getByRole('heading', { name: '已更正' }).waitFor();
  await mother.close();
  await expect(askAs('officer-01', ConfirmCorrectionRequestDocument, { number })).resolves.toMatchObject({
    confirmCorrectionRequest: { __typename: 'Refused' },
  });
});
