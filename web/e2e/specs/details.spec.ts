import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RecordDetailsDocument, RecordStateDocument, SaveDetailsDocument } from '@enrolment/schema/client';
import type { Browser } from 'playwright-core';
import { DetailsPage } from '../pages/details.js';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { without } from '../support/product.js';
import { aChild, aPhone, askAs } from '../support/sandbox.js';
import { untilReads } from '../support/until-reads.js';
import { visit, type Visitor } from '../support/visitor.js';

const WHO = /吴试爸/;
const IDENTITY = 'guardian-12';

let browser: Browser;
let visitor: Visitor;
let details: DetailsPage;
let number: string;
beforeAll(async () => {
  browser = await launchBrowser();
  visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  details = new DetailsPage(visitor.page);
  number = await new GuardianPages(visitor.page).register(WHO, await aChild(), aPhone());
});
afterAll(() => browser.close());

/** Reads what the server has saved. */
const draft = async () =>
  (await askAs(IDENTITY, RecordDetailsDocument, { number })).collectionRecord!.detailsDraft;

/** Waits until the server has it; a page just opened still shows the state of the last save. */
async function holds(expected: object) {
  for (let wait = 0; wait < 100; wait += 1) {
    try {
      return expect(await draft()).toMatchObject(expected);
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  expect(await draft()).toMatchObject(expected);
}

async function openAnew() {
  await details.open(number);
}

describe('while somebody types', () => {
  test('it is saved by itself a moment later, and the page says when', async () => {
    await openAnew();
    await visitor.look('details-empty');
    await details.field('ethnicity').selectOption('01');
    await details.field('residence.kind').selectOption('RENTED');
    await details.field('residence.address').fill('示例路 9 号');
    await details.saved();
    await holds({ ethnicity: '01', residence: { address: '示例路 9 号' } });
    await visitor.page.reload();
    expect(await details.field('residence.address').inputValue()).toBe('示例路 9 号');
  });

  test('a wrong check character is told as soon as the field is left', async () => {
    await openAnew();
    await details.field('employments.FIRST.kind').selectOption('EMPLOYED');
    await details.field('employments.FIRST.employerCreditCode').fill('91119999MA0000000A');
    await details.field('employments.FIRST.employerName').focus();
    await visitor.page.locator('#employments-FIRST-employerCreditCode-refusal').waitFor();
    await details.field('employments.FIRST.employerCreditCode').fill('91119999MA0000000W');
    await visitor.page
      .locator('#employments-FIRST-employerCreditCode-refusal')
      .waitFor({ state: 'detached' });
    await details.saved();
  });

  test('without a connection it is kept here, said so, and saved once it is back', async () => {
    await openAnew();
    const { page } = visitor;
    await page.context().setOffline(true);
    await details.field('household.headName').fill('测试户主');
    await details.standing.getByText('留在这台设备上').waitFor();
    await details.submit.click();
    await page.getByRole('alert').getByText('您填写的内容都还在').waitFor();
    await visitor.look('details-offline');
    await page.context().setOffline(false);
    await details.saved();
    await holds({ household: { headName: '测试户主' } });
  });

  test('with the API away a reload loses nothing', async () => {
    await openAnew();
    await without('api', async () => {
      await details.field('household.headRelation').fill('外孙');
      await details.standing.getByText('留在这台设备上').waitFor();
    });
    await openAnew();
    expect(await details.field('household.headRelation').inputValue()).toBe('外孙');
    await details.saved();
    await holds({ household: { headRelation: '外孙' } });
  });

  test('when the sign-in is over it is kept here until she has signed in again', async () => {
    await openAnew();
    const { page } = visitor;
    await page.context().clearCookies();
    await details.field('household.address').fill('河北省示例县示例村 7 号');
    await details.standing.getByText('登录已过期').waitFor();
    await visitor.look('details-signed-out');
    await page.getByRole('main').getByRole('link', { name: '登录' }).click();
    await page.waitForURL(/\/sign-in/);
    await page.getByRole('main').getByRole('button').click();
    await new GuardianPages(page).signIn(WHO);
    await page.waitForURL(/\/details$/);
    await details.saved();
    await holds({ household: { address: '河北省示例县示例村 7 号' } });
  });
});

describe('what was typed about a child', () => {
  const relation = '这个孩子的舅舅';

  test('does not come along to another child, nor is it saved there', async () => {
    const { page } = visitor;
    const another = await new Family(IDENTITY, aPhone()).register();
    await openAnew();
    await details.field('household.headRelation').fill(relation);
    await goOn(`/my/${another}/collection/details`);
    await page.waitForURL(`**/my/${another}/**`);
    await new GuardianPages(page).awake();
    expect(await details.field('household.headRelation').inputValue()).toBe('');
    await details.field('household.headName').fill('测试另一户主');
    await details.saved();
    const { collectionRecord } = await askAs(IDENTITY, RecordDetailsDocument, { number: another });
    expect(collectionRecord!.detailsDraft!.household).toMatchObject({
      headRelation: null,
      headName: '测试另一户主',
    });
    // What she typed just before she left is saved with the right record.
    await holds({ household: { headRelation: relation } });
  });

  test('is gone from the browser when she signs out, somebody else signs in, or the record is erased', async () => {
    const { page } = visitor;
    const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
    const leaveSomething = async (text: string) => {
      await openAnew();
      await page.context().setOffline(true);
      await details.field('household.headRelation').fill(text);
      await details.standing.getByText('留在这台设备上').waitFor();
      await page.context().setOffline(false);
      expect(await kept()).toContain(text);
    };
    await page.route('**/details/draft', (route) => route.abort());
    await leaveSomething('退出以前 1 号');
    await page.getByRole('banner').getByRole('button', { name: '退出' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    expect(await kept()).not.toContain('退出以前');

    await page.goto('/my');
    await new GuardianPages(page).signIn(WHO);
    await page.waitForURL('**/my');
    await leaveSomething('过期以前 2 号');
    await page.context().clearCookies();
    await page.goto('/help');
    expect(await kept()).toContain('过期以前');
    await page.goto('/my');
    await new GuardianPages(page).signIn(/吴试妈/);
    await page.waitForURL('**/my');
    await new GuardianPages(page).awake();
    expect(await kept()).not.toContain('过期以前');

    await page.unroute('**/details/draft');
    await page.context().clearCookies();
    await page.goto('/my');
    await new GuardianPages(page).signIn(WHO);
    await page.waitForURL('**/my');
    const erased = '20260199999999';
    await page.evaluate((key) => sessionStorage.setItem(key, '{}'), `details:${erased}`);
    await page.goto(`/my?withdrawn=${erased}`);
    await new GuardianPages(page).awake();
    expect(await kept()).not.toContain(erased);
  });

  /** Goes to another page of the site without a full load. */
  const goOn = (path: string) =>
    visitor.page.evaluate((href) => {
      const link = document.createElement('a');
      link.href = href;
      document.querySelector('main')!.append(link);
      link.click();
    }, path);
});

test('two devices: nothing is overwritten, both are shown, and what she chooses is kept', async () => {
  const other = await visit(browser, { width: 1280, language: 'en' });
  await other.page.goto('/my');
  await new GuardianPages(other.page).signIn(WHO);
  const there = new DetailsPage(other.page);
  await Promise.all([there.open(number), openAnew()]);
  await there.field('ethnicity').selectOption('11');
  await there.field('residence.subdistrict').fill('彼处街道');
  await there.saved();

  await details.field('ethnicity').selectOption('56');
  await details.field('residence.address').fill('示例路 10 号');
  await visitor.page.getByRole('heading', { name: '您在别的设备上' }).waitFor();
  await holds({ ethnicity: '11', residence: { address: '示例路 9 号' } });
  await visitor.look('details-conflict');
  const choice = (path: string, side: 'mine' | 'theirs') =>
    visitor.page.locator(`input[name="keep:${path}"][value="${side}"]`);
  // If only one side changed a field, that value is suggested. If both did, she has to choose.
  expect(await choice('residence.address', 'mine').isChecked()).toBe(true);
  expect(await choice('residence.subdistrict', 'theirs').isChecked()).toBe(true);
  expect(await choice('ethnicity', 'theirs').isChecked()).toBe(false);
  await choice('ethnicity', 'theirs').check();
  await visitor.page.getByRole('button', { name: '按选的暂存' }).click();
  await details.saved();
  const kept = { ethnicity: '11', residence: { address: '示例路 10 号', subdistrict: '彼处街道' } };
  await holds(kept);
  expect(await details.field('ethnicity').inputValue()).toBe('11');

  // The other device continues from an old version and meets the same conflict.
  await there.field('residence.address').fill('Sample Road 1');
  await other.page.getByRole('heading', { name: /another device/ }).waitFor();
  await other.look('details-conflict');
  await other.close();
});

test('the subdistrict comes from the list of the home’s district, or is written where that is not complete', async () => {
  await openAnew();
  const { page } = visitor;
  const list = await details.field('residence.subdistrict').getAttribute('list');
  const suggested = await page
    .locator(`[id="${list}"] option`)
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  expect(suggested).toContain('东直门街道');
  // Where the list is complete, it is one of them.
  const own = await new Family(IDENTITY, aPhone(), '18').register();
  await details.open(own);
  const subdistrict = details.field('residence.subdistrict');
  await subdistrict.focus();
  await subdistrict.selectOption('博兴街道');
  await details.saved();
  await visitor.look('details-subdistrict');
  await page.reload();
  await untilReads(details.field('residence.subdistrict'), '博兴街道');
});

test('what is missing is listed; then everything is shown once more, sent, and answered with a receipt', async () => {
  const { page } = visitor;
  await openAnew();
  await details.field('residence.kind').selectOption('RENTED');
  await details.saved();
  await details.submit.click();
  await page.waitForURL(/\/details\?missing=/);
  await page.getByRole('alert').waitFor();
  expect(await details.field('residence.address').inputValue()).toBe('示例路 10 号');
  await visitor.look('details-missing');
  await page.getByRole('alert').getByRole('link').first().click();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toMatch(/INPUT|SELECT/);

  await new GuardianPages(page).awake();
  await details.fillAll();
  await details.submit.click();
  await page.waitForURL(/\/details\/confirm/);
  await page.getByText('备案2026-0000123').waitFor();
  await visitor.look('details-confirm');
  await page.goBack();
  await page.waitForURL(/\/details/);
  expect(await details.field('household.headRelation').inputValue()).toBe('孙子');
  await new GuardianPages(page).awake();
  await details.send();
  await visitor.look('details-receipt');
  // She has already sent it, so going back shows the present state.
  await page.goto(`/my/${number}/collection/details/confirm`);
  await page.getByText('现在不能修改').waitFor();
  await visitor.look('details-locked');
});

test('without scripts, from the first field to the receipt', async () => {
  const plain = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = plain;
  const own = await new GuardianPages(page).register(/吴试妈/, await aChild(), aPhone());
  const state = await page.context().storageState();
  await plain.close();
  const scriptless = await visit(browser, {
    width: 390,
    language: 'zh-CN',
    javaScriptEnabled: false,
    storageState: state,
  });
  const form = new DetailsPage(scriptless.page);
  await scriptless.page.goto(`/my/${own}/collection/details`);
  for (const [path, value] of [
    ['residence.kind', 'RENTED'],
    ['secondGuardian', 'no'],
    ['employments.FIRST.kind', 'FLEXIBLE'],
  ] as const) {
    await form.field(path).selectOption(value);
  }
  await form.submit.click();
  await scriptless.page.waitForURL(/\/details\?missing=/);
  expect(await scriptless.page.getByRole('alert').getByRole('link').count()).toBeGreaterThan(5);
  // What its district lists is suggested without a script, too.
  expect(await scriptless.page.locator('datalist option').count()).toBeGreaterThan(3);
  await form.fillAll();

  // Somebody else saves meanwhile. The form shows both values, and she chooses.
  const { version } = (await askAs('guardian-11', RecordDetailsDocument, { number: own })).collectionRecord!;
  await askAs('guardian-11', SaveDetailsDocument, { number: own, input: { version, ethnicity: '11' } });
  await form.save.click();
  await scriptless.page.locator('input[name="keep:ethnicity"][value="mine"]').check();
  for (const box of await scriptless.page.locator('input[name^="keep:"][value="mine"]').all())
    await box.check();
  await scriptless.page.getByRole('button', { name: '按选的暂存' }).click();
  await scriptless.page.getByText('已暂存').waitFor();
  await form.send();
  await scriptless.page.getByText('提交成功').waitFor();
  await scriptless.close();
});

test('a father whose number says female: the family is asked once more, and confirms it', async () => {
  const family = new Family(IDENTITY, aPhone());
  const unusual = await family.register();
  await family.saveDraft(unusual, { firstGuardianRelation: 'FATHER' });
  const { page } = visitor;
  await details.open(unusual);
  await details.submit.click();
  await page.waitForURL(/\/details\/confirm/);
  const asked = page.getByRole('region', { name: '请再确认监护人关系' });
  await asked.getByRole('listitem').waitFor();
  await visitor.look('details-relations');
  const stage = async () =>
    (await askAs(IDENTITY, RecordStateDocument, { number: unusual })).collectionRecord!.stage;
  const before = await stage();
  // Without the tick the browser stops her; if it does not, the server does.
  const send = page.getByRole('button', { name: '确认提交' });
  await page
    .locator('main form')
    .filter({ has: send })
    .evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await send.click();
  await page.getByRole('alert').waitFor();
  expect(await stage()).toBe(before);
  await asked.getByRole('checkbox', { name: '情况确实如此' }).check();
  await send.click();
  await page.waitForURL(/\/details\/receipt\?submitted$/);
  await family.reaches(unusual, 'IDENTITY_VERIFIED');
});
