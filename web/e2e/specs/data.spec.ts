import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import {
  DecideReviewItemDocument,
  GrantAuthorizationDocument,
  RecordDocument,
  SubmitDetailsDocument,
  type DetailsInput,
  type RecordExportQuery,
} from '@enrolment/schema/client';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { advanceClock, aChild, aPhone, askAs, codeSentTo, type MadeUpChild } from '../support/sandbox.js';
import { picture, visit, type Visitor } from '../support/visitor.js';

const MOTHER = 'guardian-17';
const FATHER = { documentNumber: '', phone: '' };
const ITEMS = ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'] as const;
const CERTIFICATE = '备案2026-0000777';

let browser: Browser;
let cookies: Awaited<ReturnType<BrowserContext['cookies']>>;
const children: { child: MadeUpChild; phone: string; number: string }[] = [];

/** Registers three children of one mother: one returned to her, one approved, one just registered. */
beforeAll(async () => {
  browser = await launchBrowser();
  const identities = (await (await fetch(`${process.env.E2E_SANDBOX!}/identities`)).json()) as {
    id: string;
    documentNumber: string;
    phone: string;
  }[];
  Object.assign(
    FATHER,
    identities.find(({ id }) => id === 'guardian-18'),
  );
  for (let n = 0; n < 3; n += 1) {
    const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
    const [child, phone] = [await aChild(), aPhone()];
    const number = await new GuardianPages(visitor.page).register(/冯试妈/, child, phone);
    children.push({ child, phone, number });
    cookies = await visitor.page.context().cookies();
    await visitor.close();
  }
  const [returned, approved] = children.map(({ number }) => number) as [string, string];
  for (const number of [returned, approved]) {
    const { submitDetails } = await askAs(MOTHER, SubmitDetailsDocument, { number, input: details(1) });
    expect(submitDetails.__typename).toBe('CollectionRecord');
    await verified(number);
  }
  await askAs('officer-01', DecideReviewItemDocument, {
    numbers: [returned],
    kind: 'RESIDENCE',
    status: 'RETURNED',
    reason: '住址与居住证不一致',
    remedy: '请补交能证明现住址的材料',
  });
  for (const kind of ITEMS) {
    await askAs('officer-01', DecideReviewItemDocument, { numbers: [approved], kind, status: 'PASSED' });
  }
  // A phone gets its next code three minutes after the one for the registration.
  await advanceClock(181);
});
afterAll(() => browser.close());

const details = (version: number): DetailsInput => ({
  version,
  ethnicity: '01',
  household: {
    kind: 'FAMILY',
    address: '河北省示例县示例村 7 号',
    headName: '测试户主',
    headRelation: '孙子',
  },
  residence: {
    kind: 'RENTED',
    subdistrict: '示例街道',
    address: '示例路 9 号',
    certificateNumber: CERTIFICATE,
    leaseFrom: '2025-01-01',
    leaseTo: '2099-12-31',
  },
  firstGuardianRelation: 'MOTHER',
  secondGuardian: {
    name: '冯试爸',
    documentType: 'RESIDENT_ID',
    relation: 'FATHER',
    documentNumber: FATHER.documentNumber,
    phone: FATHER.phone,
  },
  employments: (['FIRST', 'SECOND'] as const).map((guardian) => ({ guardian, kind: 'FLEXIBLE' })),
  residencePermits: (['FIRST', 'SECOND'] as const).map((guardian, index) => ({
    guardian,
    number: `110199990000${index + 1}`,
    validUntil: '2099-01-31',
    address: '示例路 9 号',
  })),
  answers: [],
});

async function verified(number: string): Promise<void> {
  for (let wait = 0; wait < 200; wait += 1) {
    const { collectionRecord } = await askAs(MOTHER, RecordDocument, { number });
    if (collectionRecord?.stage === 'IDENTITY_VERIFIED') return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the identity was not verified');
}

const READERS = [
  { width: 390, language: 'zh-CN', colorScheme: 'light' },
  { width: 390, language: 'en', colorScheme: 'dark' },
  { width: 1280, language: 'zh-CN', colorScheme: 'dark' },
  { width: 1280, language: 'en', colorScheme: 'light' },
] as const;

type Reader = Parameters<typeof visit>[1];
/** Opens a browser for the mother and signs her in. */
async function mother(reader: Reader): Promise<Visitor> {
  const visitor = await visit(browser, reader);
  await visitor.page
    .context()
    .addCookies(cookies.filter(({ name }) => name !== 'PARAGLIDE_LOCALE' && name !== 'export'));
  return visitor;
}

/** Returns the file that a link saves, and its name. */
async function saved({ page }: Visitor, path: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`main a[href="${path}"]`).first().click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test.each(READERS)(
  'several children at a glance: whose turn, what next ($width px, $language)',
  async (reader) => {
    const visitor = await mother(reader);
    await visitor.page.goto('/my');
    const rows = await visitor.page.locator('main > ul > li').allInnerTexts();
    const turns = {
      'zh-CN': [/现在请您 · 补充更正/, /现在请您 · 打印|现在不用办理/, /现在请您 · 录入/],
      en: [/Correct|correct/, /form/i, /details/i],
    };
    expect(rows).toHaveLength(3);
    rows.forEach((row, index) => {
      expect(row).toMatch(turns[reader.language][index]!);
      expect(row).toMatch(
        /\d+\s月\s\d+\s日|\d+\s(January|February|March|April|May|June|July|August|September|October|November|December)/,
      );
    });
    await visitor.look(`my-three-${reader.colorScheme}`);
    await visitor.close();
  },
);

test('the dates ahead of a child stand on its page and go into a calendar, in the reader’s language', async () => {
  const [returned, approved, fresh] = children.map(({ number }) => number) as [string, string, string];
  for (const reader of READERS) {
    const visitor = await mother(reader);
    await visitor.page.goto(`/my/${fresh}`);
    await visitor.look(`child-dates-${reader.colorScheme}`);
    const { name, text } = await saved(visitor, `/my/${fresh}/calendar.ics`);
    expect(name).toBe(`${fresh}.ics`);
    expect(text.replaceAll('\r\n ', '')).toMatch(
      reader.language === 'en' ? /SUMMARY:Last day for the details \(/ : /SUMMARY:录入详细信息截止（/,
    );
    expect(text).not.toContain(children[2]!.child.name);
    await visitor.close();
  }
  const visitor = await mother(READERS[0]);
  const events = async (number: string) => {
    const response = await visitor.page.request.get(`/my/${number}/calendar.ics`);
    expect(response.headers()).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
    });
    return [...(await response.text()).matchAll(/UID:\d{14}-([a-z-]+)@/g)].map(([, kind]) => kind);
  };
  expect(await events(returned)).toContain('returned-due');
  expect(await events(approved)).not.toContain('details-due');
  await visitor.page.goto('/my');
  expect(await visitor.page.locator('main a[href$="calendar.ics"]').count()).toBe(3);
  await visitor.close();
});

test.each(READERS)('all that is held is read with numbers masked ($width px, $language)', async (reader) => {
  const { number, child, phone } = children[0]!;
  const visitor = await mother(reader);
  const { page } = visitor;
  await page.goto(`/my/${number}`);
  await page.locator(`main a[href="/my/${number}/data"]`).click();
  await page.locator('#holding').waitFor();
  const text = await page.locator('main').innerText();
  expect(text).toContain(child.name);
  expect(text).toContain('住址与居住证不一致');
  expect(text).toContain('2026-3');
  for (const whole of [child.documentNumber, phone, FATHER.documentNumber, CERTIFICATE]) {
    expect(text.replaceAll(' ', '')).not.toContain(whole);
  }
  // Messages read the same for everybody, and say whose phone they went to.
  const messages = page.locator('#messages li');
  expect(
    await messages.locator('p').evaluateAll((all) => all.map((one) => one.getAttribute('lang'))),
  ).toEqual(Array(await messages.count()).fill('zh-CN'));
  const shown = { 'zh-CN': `发到 ${phone.slice(0, 3)}`, en: `to ${phone.slice(0, 3)}` }[reader.language];
  expect(await messages.filter({ hasText: '注册' }).first().innerText()).toContain(shown);
  await visitor.look(`data-masked-${reader.colorScheme}`);
  await page.locator(`a[href="/my/${number}/data/texts#PRIVACY_POLICY"]`).click();
  await page.locator('#PRIVACY_POLICY').waitFor();
  await visitor.look(`data-texts-${reader.colorScheme}`);
  await page.goto(`/my/${children[2]!.number}/data`);
  await visitor.look(`data-empty-${reader.colorScheme}`);
  await visitor.close();
});

test('a code makes numbers whole, on the page and in the file; the trail says so', async () => {
  const { number, child, phone } = children[0]!;
  const here = `/my/${number}/data`;
  const visitor = await mother(READERS[0]);
  const { page } = visitor;
  const guardian = new GuardianPages(page);
  await page.goto(here);
  expect((await saved(visitor, `${here}/file`)).text).not.toContain(child.documentNumber);
  await page.locator(`main a[href="${here}/confirm"]`).click();
  await guardian.awake();
  await visitor.look('data-confirm');
  await guardian.askForCode();
  await guardian.code.fill('000000');
  await page.getByRole('button', { name: '确认' }).click();
  await page.getByRole('alert').waitFor();
  await visitor.look('data-confirm-wrong');
  await guardian.code.fill(await codeSentTo(phone, /全部信息/));
  await page.getByRole('button', { name: '确认' }).click();
  await page.waitForURL(new RegExp(`${here}$`));
  await page.getByRole('heading', { name: '现在显示完整号码' }).waitFor();
  const text = (await page.locator('main').innerText()).replaceAll(' ', '');
  const numbers = [child.documentNumber, phone, FATHER.documentNumber, FATHER.phone, CERTIFICATE];
  for (const whole of numbers) expect(text).toContain(whole);
  await visitor.look('data-whole');
  const { name, text: file } = await saved(visitor, `${here}/file`);
  expect(name).toBe(`collection-record-${number}.json`);
  for (const whole of numbers) expect(file).toContain(whole);
  const copy = JSON.parse(file) as RecordExportQuery['recordExport'];
  expect(copy).toMatchObject({ whole: true, record: { number } });
  const { messages } = copy!.record;
  expect(messages.length).toBeGreaterThan(0);
  for (const message of messages) expect(message).toMatchObject({ language: 'zh-CN', recipient: 'FIRST' });
  const response = await page.request.get(`${here}/file`);
  expect(response.headers()['cache-control']).toBe('private, no-store');
  // Another child's numbers stay masked, because the confirmation was for this one.
  await page.goto(`/my/${children[1]!.number}/data`);
  await page.getByRole('heading', { name: '号码已遮盖' }).waitFor();
  await page.goto(`/my/${number}/access`);
  expect(await page.locator('main ol li').first().innerText()).toContain('完整号码');
  await page.emulateMedia({ media: 'print' });
  await page.goto(here);
  expect(await page.locator('main nav').isVisible()).toBe(false);
  await picture(page, 'data-print');
  await visitor.close();
});

test('works without scripts, also when much has happened', async () => {
  const { number, phone } = children[1]!;
  for (let n = 0; n < 40; n += 1) await askAs('officer-01', RecordDocument, { number });
  const visitor = await mother({ width: 390, language: 'en', javaScriptEnabled: false });
  const { page } = visitor;
  await page.goto(`/my/${number}/data/confirm`);
  await page.getByRole('button', { name: /Get a code/ }).click();
  await page.locator('main').getByRole('status').waitFor();
  await page.getByLabel(/SMS code/).fill(await codeSentTo(phone, /everything held/));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('heading', { name: 'Whole numbers are shown now' }).waitFor();
  expect(await page.locator('#trail li').count()).toBeGreaterThan(40);
  await picture(page, 'data-long-390-en');
  await visitor.close();
});

test('the authorised guardian is told whose it is; a stranger finds nothing', async () => {
  const { number } = children[0]!;
  await askAs(MOTHER, GrantAuthorizationDocument, { number });
  const father = await visit(browser, { width: 390, language: 'zh-CN' });
  await father.page.goto(`/my/${number}/data`);
  await new GuardianPages(father.page).signIn(/冯试爸/);
  await father.page.getByRole('heading', { name: '由监护人（一）查阅和下载' }).waitFor();
  await father.look('data-not-yours');
  for (const path of ['data/file', 'data/confirm']) {
    expect((await father.page.request.get(`/my/${number}/${path}`)).status()).toBe(404);
  }
  await father.page.goto(`/my/${number}`);
  expect(await father.page.locator(`main a[href="/my/${number}/data"]`).count()).toBe(0);
  for (const path of ['data', 'data/texts', 'data/file', 'calendar.ics']) {
    expect((await father.page.request.get(`/my/${children[1]!.number}/${path}`)).status()).toBe(404);
  }
  await father.close();
});
