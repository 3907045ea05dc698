import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { RecordResultDocument } from '@enrolment/schema/client';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { Office } from '../support/office.js';
import { aPhone, askAs, smsTo } from '../support/sandbox.js';
import { visit, type Visitor } from '../support/visitor.js';

const MOTHER = 'guardian-21';
const WHO = /褚试妈/;
const WORDS = {
  'zh-CN': {
    ahead: '入学结果还没有公布',
    admitted: /被东城区第一示例小学录取/,
    refused: /没有被录取/,
    next: '下一步',
  },
  en: {
    ahead: 'The result has not been published',
    admitted: /is admitted to Dongcheng Sample Primary School No. 1/,
    refused: /was not admitted/,
    next: 'What to do next',
  },
} as const;
const BRING = '8 月 25 日 9:00 到校，带户口簿原件和采集表';
const REASON = '学区学位已满';
const office = new Office();

let browser: Browser;
let families: { admitted: string; refused: string; phone: string };
beforeAll(async () => {
  browser = await launchBrowser();
  const phone = aPhone();
  const family = new Family(MOTHER, phone);
  const other = new Family(MOTHER, aPhone());
  families = { admitted: await family.approved(), refused: await other.approved(), phone };
  const { admitted, refused } = families;
  await office.preregister([admitted, refused]);
  await office.decide([admitted], 'ADMITTED', BRING);
  await office.decide([refused], 'NOT_ADMITTED', REASON);
});
afterAll(() => browser.close());

async function open(path: string, reader: Parameters<typeof visit>[1]): Promise<Visitor> {
  const visitor = await visit(browser, reader);
  await visitor.page.goto(path);
  await new GuardianPages(visitor.page).signIn(WHO);
  await visitor.page.waitForURL((url) => url.pathname === path);
  return visitor;
}

test('before the publication neutral words for both; with it, both open pages show it in one instant', async () => {
  const readers = [
    await open(`/my/${families.admitted}/result`, { width: 390, language: 'zh-CN' }),
    await open(`/my/${families.refused}/result`, { width: 1280, language: 'en', colorScheme: 'dark' }),
    await open(`/my/${families.refused}/result`, { width: 390, language: 'zh-CN', colorScheme: 'dark' }),
    await open(`/my/${families.admitted}/result`, { width: 1280, language: 'en' }),
  ];
  const texts: string[] = [];
  for (const { page, language, look } of readers) {
    await page.getByRole('heading', { name: WORDS[language].ahead }).waitFor();
    const text = await page.locator('main').innerText();
    expect(text).not.toMatch(/录取|admitted|示例小学|Sample Primary|8 月 25 日|学位/i);
    texts.push(text.replace(/\d/g, '').replace(/测\*./, ''));
    await look('result-ahead');
  }
  // Nothing in it distinguishes the two.
  expect(texts[0]).toBe(texts[2]);
  const { collectionRecord } = await askAs(MOTHER, RecordResultDocument, { number: families.admitted });
  expect(collectionRecord!.admissionResult).toBeNull();
  expect(collectionRecord!.stage).toBe('PREREGISTERED');

  await office.publish();
  for (const [index, { page, language, look }] of readers.entries()) {
    const admitted = index === 0 || index === 3;
    const words = WORDS[language];
    await page
      .getByRole('heading', { name: admitted ? words.admitted : words.refused })
      .waitFor({ timeout: 120_000 });
    const main = page.locator('main');
    if (admitted) {
      await main.getByText(BRING).waitFor();
      await main.getByText('东城区示例路 1 号').waitFor();
      expect(await main.locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
    } else {
      await main.getByText(REASON).waitFor();
      await main.getByRole('heading', { name: words.next }).waitFor();
      expect(await main.getByRole('link', { name: '010-6400 0001' }).count()).toBeGreaterThan(0);
    }
    await look(admitted ? 'result-admitted' : 'result-not-admitted');
  }
  await smsTo(families.phone, /入学结果已经公布/);
  for (const reader of readers) await reader.close();
});

test('without scripts it is there after another look', async () => {
  const visitor = await open(`/my/${families.refused}/result`, {
    width: 390,
    language: 'zh-CN',
    javaScriptEnabled: false,
  });
  await visitor.page.getByRole('heading', { name: WORDS['zh-CN'].refused }).waitFor();
  await visitor.close();
});
