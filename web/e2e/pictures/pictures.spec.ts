import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { residentIdCheckDigit } from '@enrolment/rulebook/document.ts';
import {
  NearDuplicatesDocument,
  RequestCorrectionDocument,
  WriteMessageDocument,
} from '@enrolment/schema/client';
import type { Browser, Page } from 'playwright-core';
import { PICTURE_SIZE } from '../../src/lib/manual/pictures.js';
import { GuardianPages } from '../pages/guardian.js';
import { OfficePages } from '../pages/office.js';
import { SchoolPages } from '../pages/school.js';
import { launchBrowser } from '../support/browser.js';
import { ALONE, Family, withFather } from '../support/family.js';
import { Office } from '../support/office.js';
import { startOwnCity } from '../support/own-city.js';
import { aChild, aPhone, askAs, identity } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

const FOLDER = 'web/static/manual';
/** The pictures that README shows besides. */
const README = 'docs/pictures';
/** The whole manual must stay small, because people read it on phones. */
const LIMIT_KB = { picture: 40, pdf: 900, office: 80 };

let browser: Browser;
let numbers: Record<'registered' | 'drafted' | 'approved' | 'admitted', string>;
beforeAll(async () => {
  browser = await launchBrowser();
  const father = withFather(await identity('guardian-14'));
  const aFamily = () => new Family('guardian-13', aPhone());
  const family = aFamily();
  const drafted = await family.register();
  const support = { supportNeeded: '座位靠前，课上使用听力辅具', language: '手语' };
  await family.saveDraft(drafted, { ...ALONE, ...father, ethnicity: '01', support });
  const say = (who: string, text: string) => askAs(who, WriteMessageDocument, { number: drafted, text });
  await say('guardian-13', '请问居住证下个月到期，要现在换吗？');
  await say('officer-01', '您好，到期前换好就可以，换好以后在详细信息里改。');
  const approved = await aFamily().approved();
  const admitted = await aFamily().approved();
  const office = new Office();
  await office.preregister([admitted]);
  await office.decide([admitted], 'ADMITTED', '请家长按学校通知的时间到校报到。');
  await office.publish();
  numbers = { registered: await aFamily().register(), drafted, approved, admitted };
}, 180_000);
let endCity: (() => Promise<void>) | undefined;
afterAll(async () => {
  await browser.close();
  await endCity?.();
});

const printed = new Map<string, Buffer>();

/** Takes what the window shows from `at` down; the banner of the trial site is left out. */
async function take(page: Page, language: string, name: string, at: string): Promise<void> {
  await new GuardianPages(page).awake();
  await page
    .locator(at)
    .first()
    .evaluate((one) => one.scrollIntoView({ block: 'start' }));
  const path = `${FOLDER}/${language}/${name}.webp`;
  // For text on paper this takes half the size of a JPEG.
  const browserSide = await page.context().newCDPSession(page);
  const { data } = await browserSide.send('Page.captureScreenshot', { format: 'webp', quality: 50 });
  writeFileSync(path, Buffer.from(data, 'base64'));
  await browserSide.detach();
  // A PDF embeds a JPEG as it is, and any other format as raw pixels.
  printed.set(
    `/manual/${language}/${name}.webp`,
    await page.screenshot({ type: 'jpeg', quality: 60, scale: 'css' }),
  );
  const size = Math.round(statSync(path).size / 1024);
  expect({ name, size, small: size <= LIMIT_KB.picture }).toEqual({ name, size, small: true });
}

test.each(['zh-CN', 'en'] as const)(
  'the pictures of the manual and the manual on paper, in %s',
  async (language) => {
    rmSync(`${FOLDER}/${language}`, { recursive: true, force: true });
    mkdirSync(`${FOLDER}/${language}`, { recursive: true });
    const visitor = await visit(browser, {
      width: PICTURE_SIZE.width,
      language,
      colorScheme: 'light',
      viewport: PICTURE_SIZE,
      deviceScaleFactor: 1.5,
    });
    const { page } = visitor;
    const guardian = new GuardianPages(page);
    const picture = async (name: string, path: string, at = 'main') => {
      await page.goto(path, { waitUntil: 'networkidle' });
      await take(page, language, name, at);
    };
    const show = async (name: string) => {
      if (language === 'zh-CN') await page.screenshot({ path: `${README}/${name}.png`, scale: 'css' });
    };
    await picture('portal', '/', '#districts');
    await page.goto('/guide/non-local-hukou?district=02', { waitUntil: 'networkidle' });
    await show('guide-list');
    await page.goto('/d/01/apply/non-local-hukou/notice');
    await guardian.accept.and(page.locator(':enabled')).waitFor();
    await guardian.accept.check();
    await take(page, language, 'notice', '.prose > p:nth-last-child(3)');
    await guardian.acceptNotice();
    await page.waitForURL(/\/oidc\/interaction\//);
    await show('sandbox-sign-in');
    await guardian.signIn(/郑试妈/);
    await page.waitForURL(/\/register$/);
    const child = await aChild();
    await guardian.fillChild(child);
    await take(page, language, 'register', 'form');
    const { registered, drafted, approved, admitted } = numbers;
    await picture('registered', `/my/${registered}?registered`);
    await picture('collection', `/my/${approved}/collection`);
    await picture('details', `/my/${drafted}/collection/details`, 'form fieldset');
    await picture('support', `/my/${drafted}/collection/details`, '#section-SUPPORT');
    await page.goto(`/my/${drafted}/collection/details/confirm`, { waitUntil: 'networkidle' });
    await show('details-confirm');
    await picture('identity', `/my/${approved}/collection/identity`);
    await picture('review', `/my/${approved}/collection/review`);
    await picture('correction', `/my/${approved}/correction`);
    await picture('conversation', `/my/${drafted}/conversation`);
    await picture('form', `/my/${approved}/form`);
    await picture('result', `/my/${admitted}/result`);
    await picture('authorization', `/my/${drafted}/authorization`);
    await picture('withdraw', `/my/${registered}/withdraw`);
    // These are the pictures just taken; the build still has the old ones.
    await page.route(/\.webp$/, (route) =>
      route.fulfill({
        contentType: 'image/jpeg',
        body: printed.get(new URL(route.request().url()).pathname)!,
      }),
    );
    await page.goto('/manual', { waitUntil: 'networkidle' });
    await page.evaluate(() =>
      Promise.all(
        [...document.images].map((image) => {
          image.loading = 'eager';
          return image.decode();
        }),
      ),
    );
    // Each city sets its own hotline.
    await page.locator('footer').evaluate((footer) => footer.remove());
    const path = `${FOLDER}/${language}/manual.pdf`;
    const margin = { top: '18mm', bottom: '18mm', left: '18mm', right: '18mm' };
    await page.pdf({ path, format: 'A4', margin, tagged: true, outline: true });
    expect(statSync(path).size / 1024).toBeLessThan(LIMIT_KB.pdf);
    await visitor.close();
  },
);

/** The same child's number with one digit mistyped. */
function mistyped(number: string): string {
  const body = `${number.slice(0, 14)}${(Number(number[14]) + 1) % 10}${number.slice(15, 17)}`;
  return body + residentIdCheckDigit(body);
}

/** Two records that may be of one child; the queue compares every minute. */
async function alike(): Promise<string> {
  const child = await aChild();
  const register = (documentNumber: string) =>
    new Family('guardian-11', aPhone(), '02').register({ child: { ...child, documentNumber } });
  const [number] = [await register(child.documentNumber), await register(mistyped(child.documentNumber))];
  for (let wait = 0; wait < 180; wait += 1) {
    const { collectionRecord } = await askAs('officer-02', NearDuplicatesDocument, { number });
    if (collectionRecord!.nearDuplicates.length > 0) return number;
    await new Promise((done) => setTimeout(done, 1_000));
  }
  throw new Error('the two were not found');
}

/** 西城: a family asks for a correction, and others wait for an answer. */
async function atTheDistrict(): Promise<{ corrected: string }> {
  const questions = [
    '租房合同是孩子爷爷签的，可以用吗？',
    '我们这个月搬家，要重新注册吗？',
    '还要准备别的材料吗？',
  ];
  for (const [index, text] of questions.entries()) {
    const mother = `guardian-${17 + index}`;
    const number = await new Family(mother, aPhone(), '02').register();
    await askAs(mother, WriteMessageDocument, { number, text });
  }
  const corrected = await new Family('guardian-05', aPhone(), '02').register();
  const evidence = '原来的手机丢了，本人身份证原件可以核对。';
  const input = { guardianPhone: aPhone() };
  await askAs('guardian-05', RequestCorrectionDocument, { number: corrected, input, evidence });
  return { corrected };
}

test('the pictures of the office in README', async () => {
  // With as many records as a sandbox begins with; the tests' own has none.
  endCity = await startOwnCity({ SANDBOX_RECORDS: '300' });
  const approved = await new Family('guardian-13', aPhone()).approved();
  const [{ corrected }, duplicate] = [await atTheDistrict(), await alike()];
  const show = async (page: Page, name: string) => {
    await new GuardianPages(page).awake();
    const path = `${README}/office-${name}.webp`;
    const browserSide = await page.context().newCDPSession(page);
    const { data } = await browserSide.send('Page.captureScreenshot', { format: 'webp', quality: 60 });
    writeFileSync(path, Buffer.from(data, 'base64'));
    await browserSide.detach();
    const size = Math.round(statSync(path).size / 1024);
    expect({ name, size, small: size <= LIMIT_KB.office }).toEqual({ name, size, small: true });
  };
  /** Each page as somebody sees it. */
  const walk = async (who: RegExp, pages: Readonly<Record<string, string>>) => {
    const officer = await visit(browser, { width: 1280, language: 'zh-CN', colorScheme: 'light' });
    const { page } = officer;
    await new OfficePages(page).open(Object.values(pages)[0]!, who);
    for (const [name, path] of Object.entries(pages)) {
      // A dashboard follows its figures: its network is never idle.
      await page.goto(path);
      await page.getByRole('main').waitFor();
      await show(page, name);
    }
    await officer.close();
  };
  await walk(/东管理/, { queue: '/office/queue', dashboard: '/office/dashboard' });
  await walk(/西管理/, {
    messages: '/office/messages',
    correction: `/office/records/${corrected}/correction-request`,
    duplicates: `/office/records/${duplicate}/duplicates`,
    people: '/office/people',
    audit: '/office/audit',
  });
  const registrar = await visit(browser, { width: 390, language: 'zh-CN', colorScheme: 'light' });
  const desk = new SchoolPages(registrar.page);
  await desk.enter();
  await desk.scan(approved);
  await desk.preregister.waitFor();
  await registrar.page.context().setOffline(true);
  await desk.preregister.click();
  await registrar.page.getByText('1 条等着发出').waitFor();
  await registrar.page.evaluate(() => scrollTo(0, 0));
  await show(registrar.page, 'desk');
  await registrar.close();
});
