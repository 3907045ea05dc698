import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import {
  GrantAuthorizationDocument,
  RecordDetailsDocument,
  RecordDocument,
  RequestWithdrawalCodeDocument,
  RevokeAuthorizationDocument,
  SaveDetailsDocument,
} from '@enrolment/schema/client';
import { DetailsPage } from '../pages/details.js';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { ALONE, Family, withFather } from '../support/family.js';
import { aPhone, askAs, identity, smsTo, type Identity } from '../support/sandbox.js';
import { visit, type Visitor } from '../support/visitor.js';

const MOTHER = 'guardian-19';
const FATHER = 'guardian-20';
const GRANT = /^(确认授权|Authorise)$/;
const REVOKE = /^(取消授权|Revoke authorisation)$/;
const GONE = /这里没有这份记录|There is no such record here/;

let browser: Browser;
let family: Family;
let father: Identity;
let mothers: Visitor;
let fathers: Visitor;
let number: string;

/** Signs somebody in and opens the personal centre. */
async function signedIn(who: RegExp, reader: Parameters<typeof visit>[1]): Promise<Visitor> {
  const visitor = await visit(browser, reader);
  await visitor.page.goto('/my');
  await new GuardianPages(visitor.page).signIn(who);
  await visitor.page.waitForURL(/\/my$/);
  return visitor;
}

beforeAll(async () => {
  browser = await launchBrowser();
  father = await identity(FATHER);
  family = new Family(MOTHER, aPhone());
  number = await family.register();
  await family.submit(number, withFather(father));
  mothers = await signedIn(/陈试妈/, { width: 390, language: 'zh-CN' });
  fathers = await signedIn(/陈试爸/, { width: 1280, language: 'en', colorScheme: 'dark' });
});
afterAll(() => browser.close());

const authorization = () => `/my/${number}/authorization`;

test('before: he sees nothing, and is told what to compare', async () => {
  await fathers.page.getByText('If the other guardian').waitFor();
  await fathers.look('authorization-nothing-yet');
  expect((await fathers.page.goto(`/my/${number}`))!.status()).toBe(404);
});

test('she reads who it is and what he may do, presses once however often, and both are told', async () => {
  const { page } = mothers;
  await page.goto(`/my/${number}`);
  await page.getByText('当前未授权').waitFor();
  await page.getByRole('link', { name: '去授权' }).click();
  await page.waitForURL(/\/authorization$/);
  await new GuardianPages(page).awake();
  const text = await page.locator('main').innerText();
  expect(text).toContain('陈*爸');
  expect(text).not.toContain(father.name);
  expect(text).not.toContain(father.documentNumber);
  expect(text).toContain('撤销信息');
  await mothers.look('authorization-before');
  const second = await page.context().newPage();
  await second.goto(authorization());
  // This is a slow double click: the second press comes the moment the page has changed.
  await page.evaluate(() => {
    const { body } = document;
    new MutationObserver((_changes, observer) => {
      if (!body.innerText.includes('当前已授权')) return;
      observer.disconnect();
      document.querySelector<HTMLButtonElement>('main form button')!.click();
    }).observe(body, { childList: true, characterData: true, subtree: true });
  });
  await page.getByRole('button', { name: GRANT }).click();
  await page.getByRole('heading', { name: '当前已授权' }).waitFor();
  // The other tab still offers it. It gets the same answer, and nothing is done twice.
  await second.getByRole('button', { name: GRANT }).click();
  await second.getByRole('heading', { name: '当前已授权' }).waitFor();
  await second.close();
  await page.reload();
  await page.getByRole('button', { name: REVOKE }).waitFor();
  await mothers.look('authorization-granted');
  await smsTo(father.phone, /您已被授权查看和办理/);
  await smsTo(family.phone, /您已授权监护人/);
  const { collectionRecord } = await askAs(MOTHER, RecordDocument, { number });
  const grants = collectionRecord!.history.filter(({ kind }) => kind === 'AUTHORIZATION_GRANTED');
  expect(grants).toHaveLength(1);
});

test('the child’s page says in the manual’s words where the authorisation stands, to each of the two', async () => {
  const child = mothers.page.getByRole('region', { name: '授权' });
  await mothers.page.goto(`/my/${number}`);
  await child.getByText('当前已授权').waitFor();
  await child.getByRole('link', { name: '取消授权' }).click();
  await mothers.page.getByRole('button', { name: REVOKE }).waitFor();
  await fathers.page.goto(`/my/${number}`);
  const his = fathers.page.getByRole('region', { name: 'Authorisation' });
  await his.getByText('Authorised at present').waitFor();
  expect(await his.getByRole('link', { name: /Revoke/ }).count()).toBe(0);
});

test('he finds the record, marked as authorised, and handles it but for what is hers alone', async () => {
  const { page } = fathers;
  await page.goto('/my');
  const card = page.getByRole('listitem').filter({ has: page.locator(`a[href="/my/${number}"]`) });
  await card.getByText('You are authorised to handle this record').waitFor();
  await fathers.look('authorization-his-children');
  await card.getByRole('link', { name: /^Open/ }).click();
  await page.waitForURL(new RegExp(`/my/${number}$`));
  await page.getByText('You are authorised to handle this record').waitFor();
  expect(await page.locator(`main a[href="/my/${number}/withdraw"]`).count()).toBe(0);
  await fathers.look('authorization-his-page');
  await page.goto(authorization());
  await page.getByText('You are the authorised guardian').waitFor();
  expect(await page.getByRole('button', { name: /Authorise|Revoke/ }).count()).toBe(0);
  await fathers.look('authorization-his');
  await page.goto(`/my/${number}/withdraw`);
  await page.getByText('Only the guardian who registered').waitFor();
  expect(await page.locator('main form').count()).toBe(0);
  await fathers.look('authorization-his-withdrawal');
  // The API has the same rules, whatever a page offers.
  const { collectionRecord } = await askAs(FATHER, RecordDocument, { number });
  const allowed = collectionRecord!.actions.flatMap(({ kind, allowed }) => (allowed ? [kind] : []));
  for (const kind of ['WITHDRAW', 'GRANT_AUTHORIZATION', 'REVOKE_AUTHORIZATION', 'APPEAL']) {
    expect(allowed).not.toContain(kind);
  }
  for (const document of [
    GrantAuthorizationDocument,
    RevokeAuthorizationDocument,
    RequestWithdrawalCodeDocument,
  ]) {
    await expect(askAs<unknown, { number: string }>(FATHER, document, { number })).rejects.toThrow(
      'FORBIDDEN',
    );
  }
});

test('taken back, it is over with his very next request, and his open page says so kindly', async () => {
  const { page } = fathers;
  await page.goto(`/my/${number}`);
  await mothers.page.goto(authorization());
  await mothers.page.getByRole('button', { name: REVOKE }).click();
  await mothers.page.getByRole('heading', { name: '当前未授权' }).waitFor();
  await page.locator(`main a[href="/my/${number}/messages"]`).first().click();
  await page.getByRole('heading', { name: GONE }).waitFor();
  await fathers.look('authorization-over');
  await page.getByRole('link', { name: 'My children', exact: true }).last().click();
  await page.getByText('If the other guardian').waitFor();
  await expect(askAs(FATHER, RecordDocument, { number })).resolves.toMatchObject({ collectionRecord: null });
  await smsTo(father.phone, /授权已取消/);
  await smsTo(family.phone, /您已取消监护人/);
  await mothers.page.goto(`/my/${number}`);
  await mothers.page.locator('summary').click();
  const history = await mothers.page.locator('details ol').innerText();
  expect(history).toContain('授权监护人（二）');
  expect(history).toContain('取消授权');
  await mothers.look('authorization-history');
});

test('a draft that she began is his to go on with and to submit, and she reads what he sent', async () => {
  const other = new Family(MOTHER, aPhone());
  const theirs = await other.register();
  const begun = { ...ALONE, ...withFather(father), version: 1 };
  await askAs(MOTHER, SaveDetailsDocument, { number: theirs, input: begun });
  await askAs(MOTHER, GrantAuthorizationDocument, { number: theirs });
  const details = new DetailsPage(fathers.page);
  await details.open(theirs);
  expect(await details.field('household.address').inputValue()).toBe(ALONE.household.address);
  await details.field('residence.address').fill('示例路 12 号');
  await details.saved();
  const { collectionRecord } = await askAs(MOTHER, RecordDetailsDocument, { number: theirs });
  expect(collectionRecord!.detailsDraft).toMatchObject({ residence: { address: '示例路 12 号' } });
  await fathers.look('authorization-his-details');
  await details.send();
  await fathers.look('authorization-his-receipt');
  await mothers.page.goto(`/my/${theirs}/collection/details/receipt`);
  await mothers.page.getByText('示例路 12 号').first().waitFor();
  await mothers.look('authorization-her-receipt');
});

test('a document or a phone that is not quite his: he sees nothing, she is told what to compare', async () => {
  const { documentNumber } = await identity('guardian-12');
  const wrong = [{ phone: '19900409999' }, { documentNumber }];
  for (const change of wrong) {
    const other = new Family(MOTHER, aPhone());
    const theirs = await other.register();
    await other.submit(theirs, withFather({ ...father, ...change }));
    await askAs(MOTHER, GrantAuthorizationDocument, { number: theirs });
    expect((await fathers.page.goto(`/my/${theirs}`))!.status()).toBe(404);
    await fathers.page.goto('/my');
    expect(await fathers.page.locator(`main a[href="/my/${theirs}"]`).count()).toBe(0);
    await mothers.page.goto(`/my/${theirs}/authorization`);
    await mothers.page.getByRole('heading', { name: '授权后对方看不到孩子？' }).waitFor();
    // The page says nothing about him, not even whether he has signed in.
    expect(await mothers.page.locator('main').innerText()).not.toContain(father.name);
  }
});
