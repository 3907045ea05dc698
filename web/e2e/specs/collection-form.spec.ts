import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.ts';
import type { Browser, Download, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import {
  CorrectRegistrationDocument,
  RequestWithdrawalCodeDocument,
  WithdrawRecordDocument,
} from '@enrolment/schema/client';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { whileNobodyWrites } from '../support/database.js';
import { Family } from '../support/family.js';
import { advanceClock, aPhone, askAs, codeSentTo } from '../support/sandbox.js';
import { visit, type Visitor } from '../support/visitor.js';

const MOTHER = 'guardian-21';
const WHO = /褚试妈/;
const NO_VIEWER = /这台设备不能在页面里显示 PDF|This device cannot show a PDF/;

let browser: Browser;
let family: Family;
let number: string;
beforeAll(async () => {
  browser = await launchBrowser();
  family = new Family(MOTHER, aPhone());
  number = await family.approved();
});
afterAll(() => browser.close());

/** Reads the text of a printed form and the address in its QR code. */
async function read(download: Download): Promise<{ text: string; code: string }> {
  const document = await getDocumentProxy(new Uint8Array(await readFile((await download.path())!)));
  const { text } = await extractText(document, { mergePages: true });
  const tree = await (await document.getPage(1)).getStructTree();
  const [, code] = /\/verify\/([\w-]+)/.exec(JSON.stringify(tree))!;
  return { text: text.replace(/\s/g, ''), code: code! };
}

async function signedIn(reader: Parameters<typeof visit>[1]): Promise<Visitor> {
  const visitor = await visit(browser, reader);
  await visitor.page.goto(`/my/${number}/form`);
  await new GuardianPages(visitor.page).signIn(WHO);
  await visitor.page.waitForURL(/\/form$/);
  return visitor;
}

async function downloaded(page: Page): Promise<Download> {
  const link = page.getByRole('link', { name: /^(下载学龄人口信息采集表|Download the collection form)$/ });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  return download;
}

test.each([
  { width: 390, language: 'zh-CN', colorScheme: 'light' },
  { width: 1280, language: 'en', colorScheme: 'dark' },
] as const)(
  'a browser without a PDF viewer says so and leaves no empty box ($width, $language)',
  async (reader) => {
    const visitor = await signedIn(reader);
    const { page } = visitor;
    expect(await page.evaluate(() => navigator.pdfViewerEnabled)).toBe(false);
    await page.getByText(NO_VIEWER).waitFor();
    expect(await page.locator('object').count()).toBe(0);
    await visitor.look('form-no-viewer');
    expect((await read(await downloaded(page))).text).toContain('学龄人口信息采集表');
    // The form opens in a tab of its own, ready for printing.
    const [answer] = await Promise.all([
      page.context().waitForEvent('response', (response) => response.url().endsWith('/form/file')),
      page.getByRole('link', { name: /^(打开并打印|Open and print)$/ }).click(),
    ]);
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-type']).toBe('application/pdf');
    await visitor.close();
  },
);

test('a browser with a PDF viewer shows the form in the page', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'pdfViewerEnabled', { get: () => true }),
  );
  await page.goto(`/my/${number}/form`);
  await new GuardianPages(page).signIn(WHO);
  const preview = page.locator('object[type="application/pdf"]');
  await preview.waitFor({ state: 'attached' });
  const answer = await page.request.get((await preview.getAttribute('data'))!);
  expect(answer.headers()['content-disposition']).toMatch(/^inline/);
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'x-frame-options': 'SAMEORIGIN',
    'cache-control': 'private, no-store',
  });
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await visitor.close();
});

test('without scripts there is the file, and no box', async () => {
  const visitor = await signedIn({ width: 390, language: 'zh-CN', javaScriptEnabled: false });
  expect(await visitor.page.locator('object').count()).toBe(0);
  expect((await read(await downloaded(visitor.page))).text).toContain(number.slice(0, 4));
  await visitor.close();
});

test('a form that the API cannot give at the moment is answered in words, and comes afterwards', async () => {
  const visitor = await signedIn({ width: 390, language: 'zh-CN' });
  const { page } = visitor;
  // The record can be read, but the audit trail accepts no print.
  await whileNobodyWrites('audit_entry', async () => {
    const answer = await page.goto(`/my/${number}/form/file`);
    expect(answer!.status()).toBe(503);
    await page.getByRole('heading', { name: '页面暂时打不开' }).waitFor();
  });
  const answer = await page.request.get(`/my/${number}/form/file`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  await visitor.close();
});

test('a printed form is verified by anybody: valid, superseded by a correction, valid again when printed anew, withdrawn', async () => {
  const visitor = await signedIn({ width: 390, language: 'zh-CN' });
  const { code } = await read(await downloaded(visitor.page));
  const desk = await visit(browser, { width: 1280, language: 'zh-CN' });
  const english = await visit(browser, { width: 390, language: 'en', colorScheme: 'dark' });
  const grouped = groupCollectionNumber(number);
  const verified = async (form: string, answer: { 'zh-CN': string; en: string }, name: string) => {
    for (const { page, language, look } of [desk, english]) {
      expect((await page.goto(`/verify/${form}`))!.status()).toBe(200);
      await page.getByRole('heading', { name: answer[language], exact: true }).waitFor();
      const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
      expect(text).toContain(grouped);
      expect(text).toMatch(/打印时间|Printed/);
      // The page shows the number and the time, but nobody's name, document or phone.
      expect(text).not.toMatch(/测|\*|1399|199\d{2}/);
      await look(name);
    }
  };
  await verified(code, { 'zh-CN': '有效', en: 'Valid' }, 'verify-valid');

  const { correctRegistration } = await askAs('officer-01', CorrectRegistrationDocument, {
    number,
    input: { guardianName: '测试家' },
    reason: '户口簿上是这样',
  });
  expect(correctRegistration.__typename).toBe('CollectionRecord');
  const outdated = { 'zh-CN': '已更新，这张表作废', en: 'Out of date: this form is void' };
  await verified(code, outdated, 'verify-superseded');
  await family.reaches(number, 'APPROVED');
  await verified(code, outdated, 'verify-superseded');
  await visitor.page.reload();
  const anew = await read(await downloaded(visitor.page));
  expect(anew.code).not.toBe(code);
  await verified(anew.code, { 'zh-CN': '有效', en: 'Valid' }, 'verify-valid');

  await advanceClock(181);
  await askAs(MOTHER, RequestWithdrawalCodeDocument, { number });
  const smsCode = await codeSentTo(family.phone, /用于撤销/);
  await askAs(MOTHER, WithdrawRecordDocument, { number, smsCode });
  for (const form of [code, anew.code]) {
    await verified(
      form,
      { 'zh-CN': '已撤销，这张表作废', en: 'Withdrawn: this form is void' },
      'verify-withdrawn',
    );
  }
  // The open page still answers when the record is gone.
  await visitor.page.getByRole('link', { name: '下载学龄人口信息采集表' }).click();
  await visitor.page.getByRole('heading', { name: '这里没有这份记录' }).waitFor();
  for (const each of [visitor, desk, english]) await each.close();
});

test.each([
  [390, 'zh-CN', '无法识别'],
  [1280, 'en', 'Not recognised'],
] as const)('a code that no form has is told so, to anybody (%p, %p)', async (width, language, answer) => {
  const visitor = await visit(browser, { width, language });
  for (const code of [
    'A'.repeat(38),
    '1',
    '%E8%A1%A8',
    `${'A'.repeat(2_000)}`,
    '..%2F..%2Fmy',
    "'%20or%201=1",
  ]) {
    const response = await visitor.page.goto(`/verify/${code}`);
    expect({ code, status: response!.status() }).toEqual({ code, status: 200 });
    await visitor.page.getByRole('heading', { name: answer }).waitFor();
  }
  await visitor.look('verify-unknown');
  await visitor.close();
});

test('the form is shown to nobody who has not signed in', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  for (const path of ['/my/20260100001234/form', '/my/20260100001234/form/file']) {
    await visitor.page.goto(path);
    expect(new URL(visitor.page.url()).pathname).toMatch(/^\/(sign-in|oidc\/interaction)/);
  }
  await visitor.close();
});
