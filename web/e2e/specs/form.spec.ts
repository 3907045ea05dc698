import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { RequestCaptchaDocument, RequestSmsCodeDocument } from '@enrolment/schema/client';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { aChild, aPhone, askAs, codeSentTo, solveRobotCheck } from '../support/sandbox.js';
import { visit, type Visitor } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const WHO = { name: /李试妈/, id: 'guardian-07' };
const DOCUMENT = '119999199003150529';
const phoneOfMine = () => aPhone();

const onTheForm = async (visitor: Visitor) => {
  const { page } = visitor;
  const guardian = new GuardianPages(page);
  await page.goto('/d/01/apply/non-local-hukou/notice');
  await guardian.acceptNotice();
  await guardian.signIn(WHO.name);
  await page.waitForURL(/\/register$/);
  await guardian.awake();
  return guardian;
};

test('without JavaScript, robot check aside, from the notice to success: what is wrong is told, what was typed stays', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN', javaScriptEnabled: false });
  const { page } = visitor;
  const guardian = new GuardianPages(page);
  await page.goto('/d/01/apply/non-local-hukou/notice');
  await guardian.hasRead();
  await guardian.accept.check();
  await page.getByRole('button', { name: '确认' }).click();
  await guardian.signIn(WHO.name);
  await page.waitForURL(/\/register$/);
  // The proof of work needs a script. Whoever has none calls the district; this test requests the code over the API.
  const phone = phoneOfMine();
  const { requestCaptcha } = await askAs(WHO.id, RequestCaptchaDocument, {});
  const captcha = { id: requestCaptcha.id, answer: await solveRobotCheck(requestCaptcha.id) };
  await askAs(WHO.id, RequestSmsCodeDocument, { input: { phone, captcha } });
  const code = await codeSentTo(phone, /用于注册/);

  const child = await aChild();
  await guardian.fillChild(child);
  await guardian.fillGuardian({ documentNumber: `${DOCUMENT.slice(0, -1)}8`, phone });
  await guardian.code.fill(code);
  await guardian.submit.click();
  const told = page.getByRole('alert').getByRole('link');
  expect(await told.allInnerTexts()).toEqual([
    expect.stringContaining('最后一位对不上'),
    expect.stringContaining('个人信息保护政策'),
  ]);
  expect(await page.getByLabel('孩子的姓名').inputValue()).toBe(child.name);
  expect(await page.locator('input[name="child.sex"]:checked').inputValue()).toBe(child.sex);
  await page.getByLabel('您的证件号码').fill(DOCUMENT);
  await guardian.accept.check();
  await guardian.submit.click();
  await guardian.numberShown();
  expect(await page.getByText('儿童信息注册成功').count()).toBe(1);
  await visitor.close();
});

test('while typing, the rulebook tells a wrong digit and a strange name beside their fields, with clause and way out', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const guardian = await onTheForm(visitor);
  const { documentNumber } = await aChild();
  const wrong = documentNumber.replace(/.$/, (last) => (last === '1' ? '2' : '1'));
  await page.getByLabel('孩子的证件号码').fill(wrong);
  await page.getByLabel('孩子的姓名').fill(`${'买'.repeat(60)}😀`);
  await page.getByLabel('手机号').focus();
  for (const words of ['最后一位对不上', '依据：GB 11643-1999', '姓名最多 50 个字', '姓名里不能有“😀”'])
    await page.getByText(words).first().waitFor();
  await visitor.look('register-while-typing');
  // After sending, both refusals of one field are shown beside it and in the summary.
  await guardian.submit.click();
  const summary = page.getByRole('alert');
  await summary.getByText('姓名最多 50 个字').waitFor();
  await summary.getByText('姓名里不能有“😀”').waitFor();
  await page.getByLabel('孩子的姓名').fill('测试己');
  await page.getByLabel('孩子的证件号码').fill(documentNumber);
  await page.locator('#child-name-refusal').waitFor({ state: 'detached' });
  await page.locator('#child-documentNumber-refusal').waitFor({ state: 'detached' });
  await visitor.close();
});

test('by the back button, the form is as it was left', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const guardian = await onTheForm(visitor);
  const child = await aChild();
  await guardian.fillChild(child);
  await page
    .getByRole('link', { name: /东城区/ })
    .first()
    .click();
  await page.waitForURL(/\/d\/01$/);
  await page.goBack();
  await page.waitForURL(/\/register$/);
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#child-name')?.value !== '');
  expect(await page.getByLabel('孩子的证件号码').inputValue()).toBe(child.documentNumber);
  // It is kept in this tab alone; no cookie and no address has any of it.
  const elsewhere = await page.evaluate(() =>
    JSON.stringify([document.cookie, { ...localStorage }, location.href]),
  );
  expect(elsewhere).not.toContain(child.documentNumber);
  await visitor.close();
});

test('an answer that is lost on the way: pressed again, it is the same child; changed meanwhile, one is told so', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const guardian = await onTheForm(visitor);
  const loseNextAnswer = () =>
    page.route(
      (url) => url.pathname.endsWith('/register'),
      async (route) => {
        // The request goes past the browser, which must not learn of it even through a cookie.
        const { host: _, ...headers } = await route.request().allHeaders();
        await fetch(route.request().url(), {
          method: 'POST',
          headers: Object.fromEntries(
            Object.entries(headers).filter(([name]) => !/^:|^content-length$/.test(name)),
          ),
          body: new Uint8Array(route.request().postDataBuffer()!),
        });
        await route.abort();
      },
      { times: 1 },
    );
  const fill = async () => {
    const phone = phoneOfMine();
    await guardian.fillChild(await aChild());
    await guardian.fillGuardian({ documentNumber: DOCUMENT, phone });
    await guardian.askForCode();
    await guardian.fillCode(phone, /用于注册/);
    await guardian.accept.check();
    await loseNextAnswer();
    await guardian.submit.click();
    await page.getByRole('alert').waitFor();
  };
  await fill();
  await guardian.submit.click();
  const first = await guardian.numberShown();
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('registration:');

  await page.goto('/d/01/apply/non-local-hukou/notice');
  await guardian.acceptNotice();
  await page.waitForURL(/\/register$/);
  await guardian.awake();
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await guardian.awake();
  await fill();
  await page.getByLabel('孩子的姓名').fill('改名测试');
  await guardian.submit.click();
  const summary = page.getByRole('alert');
  await summary.getByText('这次提交之前已经用过').waitFor();
  expect(await summary.innerText()).toContain('请先到个人中心查看');
  await visitor.look('register-used');
  // Sending it again is a new attempt, and the rulebook says what became of the first.
  await guardian.submit.click();
  await summary.getByText('这个证件号码已经注册过一个采集编号').waitFor();
  await page.goto('/my');
  expect(await page.locator(`main a[href="/my/${first}"]`).count()).toBe(1);
  await visitor.close();
});
