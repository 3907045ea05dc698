import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { without } from '../support/product.js';
import { aChild, aPhone, setSmsGateway, smsTo } from '../support/sandbox.js';
import { visit, type Visitor } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const DOCUMENT = '119999199003150529';

/** Fills in a form completely without sending it. */
async function readyToSubmit(visitor: Visitor, who: RegExp) {
  const guardian = new GuardianPages(visitor.page);
  const phone = aPhone();
  const child = await aChild();
  await guardian.fillRegistration(who, { child, phone, documentNumber: DOCUMENT });
  return { guardian, child, phone };
}

test('the API does not answer when the form is sent: nothing is lost, and it goes through afterwards', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const { guardian, child, phone } = await readyToSubmit(visitor, /赵试妈/);
  const typed = {
    孩子的姓名: child.name,
    孩子的证件号码: child.documentNumber,
    您的证件号码: DOCUMENT,
    手机号: phone,
  };
  await without('api', async () => {
    await guardian.submit.click();
    await page.getByRole('alert').getByText('您填写的内容都还在').waitFor();
    // It is at the top of a long page, and the person who pressed the button at the bottom is taken there.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    await visitor.look('register-api-away');
    for (const [label, value] of Object.entries(typed)) {
      expect({ label, value: await page.getByLabel(label).inputValue() }).toEqual({ label, value });
    }
    expect(await guardian.accept.isChecked()).toBe(true);
  });
  await guardian.submit.click();
  const number = await guardian.numberShown();
  await page.goto('/my');
  expect(await page.locator(`main a[href="/my/${number}"]`).count()).toBe(1);
  await visitor.close();
});

test('a page that needs the API says that it is away, with a way on', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  await without('api', async () => {
    const answer = await page.goto('/d/02');
    expect(answer!.status()).toBe(503);
    await visitor.look('api-away');
    expect(await page.getByRole('heading', { name: '系统暂时连不上' }).count()).toBe(1);
  });
  await page.getByRole('link', { name: '再试一次' }).click();
  await page.getByRole('heading', { name: /西城区/ }).waitFor();
  await visitor.close();
});

test('the identity provider does not answer: whoever is signed in goes on, whoever is not is told', async () => {
  const signedIn = await visit(browser, { width: 390, language: 'zh-CN' });
  await signedIn.page.goto('/my');
  await new GuardianPages(signedIn.page).signIn(/周试爸/);
  const stranger = await visit(browser, { width: 390, language: 'zh-CN' });
  await without('sandbox', async () => {
    expect((await signedIn.page.goto('/my'))!.status()).toBe(200);
    // For three seconds after its last answer, the site sends people to the provider without asking it again.
    await stranger.page.waitForTimeout(3_000);
    await stranger.page.goto('/my');
    await stranger.page.getByRole('heading', { name: '统一身份认证暂时连不上' }).waitFor();
    await stranger.look('provider-away');
  });
  await stranger.page.getByRole('button', { name: '再试一次' }).click();
  await new GuardianPages(stranger.page).signIn(/周试爸/);
  await stranger.page.waitForURL(/\/my$/);
  await stranger.close();
  await signedIn.close();
});

test('the SMS gateway is away: the message is kept, its state is told truthfully, and it arrives later', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const { guardian, phone } = await readyToSubmit(visitor, /钱试妈/);
  await setSmsGateway('FAIL');
  try {
    await guardian.submit.click();
    await guardian.numberShown();
    const notYet = page.getByText('还没有送达，会再发');
    // The page says how it stood when it was opened, which may be before the first try.
    while ((await notYet.count()) === 0) await page.reload();
    await visitor.look('child-message-waiting');
  } finally {
    await setSmsGateway('OK');
  }
  await smsTo(phone, /信息注册成功/);
  await page.reload();
  await page.getByText('已送达').waitFor();
  await visitor.close();
});

test('two tabs send the same form: one child, one number; the other tab is told', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const { guardian, child, phone } = await readyToSubmit(visitor, /吴试妈/);
  const second = await page.context().newPage();
  const there = new GuardianPages(second);
  const children = (tab: typeof page) => tab.getByRole('link', { name: /立即进入/ }).count();
  await second.goto('/my');
  const before = await children(second);
  await second.goto(page.url());
  await there.awake();
  await there.fillChild(child);
  await there.fillGuardian({ documentNumber: DOCUMENT, phone });
  await there.code.fill(await guardian.code.inputValue());
  await there.accept.check();
  await Promise.all([guardian.submit.click(), there.submit.click()]);
  const outcome = (tab: typeof page) =>
    Promise.race([
      tab.waitForURL(/\/my\/\d{14}/).then(() => 'registered'),
      tab
        .getByRole('alert')
        .waitFor()
        .then(() => 'told'),
    ]);
  const outcomes = await Promise.all([outcome(page), outcome(second)]);
  expect(outcomes.toSorted()).toEqual(['registered', 'told']);
  // The back button shows the form again and sends nothing.
  const winner = outcomes[0] === 'registered' ? page : second;
  await winner.goBack();
  await winner.goto('/my');
  expect(await children(winner)).toBe(before + 1);
  await visitor.close();
});
