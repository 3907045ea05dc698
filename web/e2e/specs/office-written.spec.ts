import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  AppealDocument,
  OfficeRecordDocument,
  RequestCorrectionDocument,
  ReturnTextDocument,
  ReturnTextsDocument,
  UpdateReturnTextDocument,
} from '@enrolment/schema/client';
import type { Browser, Page } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { Office } from '../support/office.js';
import { aPhone, askAs } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

const MOTHER = 'guardian-13';
const WHO = /东管理/;
const aFamily = () => new Family(MOTHER, aPhone());

let browser: Browser;
let returned: string;
let rejected: string;
let appealed: string;
let asked: string;
let frozen: string;
beforeAll(async () => {
  browser = await launchBrowser();
  [returned, rejected, appealed] = [
    await aFamily().reviewable(),
    await aFamily().reviewable(),
    await aFamily().reviewable(),
  ];
  [asked, frozen] = [await aFamily().register(), await aFamily().register()];
  await new Office().reject([appealed], '居住材料对不上');
  await askAs(MOTHER, AppealDocument, { number: appealed, statement: '请再看一次' });
  const { requestCorrection } = await askAs(MOTHER, RequestCorrectionDocument, {
    number: asked,
    input: { childName: '测试新名' },
    evidence: '户口簿上是另一个名字。',
  });
  if (requestCorrection.__typename === 'Refused') throw new Error(JSON.stringify(requestCorrection));
}, 240_000);
afterAll(() => browser.close());

interface Written {
  readonly path: () => string;
  /** The form's name, by which a screen reader finds it as well. */
  readonly form: string;
  /** What folds it. */
  readonly folded?: (page: Page) => ReturnType<Page['locator']>;
  readonly written: Readonly<Record<string, string>>;
  readonly send: string | RegExp;
  readonly done: string;
}

const item = (page: Page) => page.getByRole('listitem').filter({ hasText: '在京实际住所居住材料' });
const act = (name: string) => (page: Page) => page.locator('summary').filter({ hasText: name });

const FORMS: Readonly<Record<string, Written>> = {
  'an item that is returned': {
    path: () => `/office/records/${returned}`,
    form: '退回：在京实际住所居住材料',
    folded: (page) => item(page).locator('summary'),
    written: { 原因: '填写的是 502，居住证上是 602。', 怎么办: '请带租房合同到登记点。' },
    send: /退回这一项/,
    done: '已退回',
  },
  'a rejection': {
    path: () => `/office/records/${rejected}`,
    form: '审核不通过…',
    folded: act('审核不通过…'),
    written: { 原因: '提交的材料是另一个孩子的。' },
    send: '审核不通过',
    done: '已决定：审核不通过',
  },
  'the answer to an appeal': {
    path: () => `/office/records/${appealed}`,
    form: '决定复核',
    written: { 给家长的答复: '再看了一次，材料是对的。' },
    send: '同意，重新审核',
    done: '已同意复核',
  },
  'a message to a family': {
    path: () => `/office/records/${frozen}/messages`,
    form: '写留言',
    written: { 留言内容: '请在周五前带户口簿来一趟。' },
    send: /^发送/,
    done: '已发送',
  },
  'the answer to a request for a correction': {
    path: () => `/office/records/${asked}/correction-request`,
    form: '不予更正',
    written: { 理由: '户口簿上的名字和注册的一样。' },
    send: '不予更正',
    done: '已答复：不予更正',
  },
  'a freeze': {
    path: () => `/office/records/${frozen}/duplicates`,
    form: '冻结',
    written: { 理由: '两份出生证明对不上，等派出所答复。' },
    send: '冻结',
    done: '已冻结',
  },
};

/** Signs out nowhere: the session is simply over, here and at the provider. */
const sessionEnds = (page: Page) => page.context().clearCookies();

/** All that the tab keeps. */
const memory = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
const forgets = (page: Page, text: string) =>
  page.waitForFunction((words) => !JSON.stringify({ ...sessionStorage }).includes(words), text);

const unfold = async (page: Page, { form, folded }: Written) => {
  const found = page.getByRole('form', { name: form, exact: true });
  await new GuardianPages(page).awake();
  if (folded && !(await found.isVisible())) await folded(page).click();
  await found.waitFor();
  return found;
};

test.each(Object.entries(FORMS))('%s is still there after the session was lost', async (name, written) => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open(written.path(), WHO);
  const form = await unfold(page, written);
  for (const [label, text] of Object.entries(written.written))
    await form.getByLabel(label, { exact: true }).fill(text);
  await sessionEnds(page);
  await form.getByRole('button', { name: written.send }).first().click();
  await page.getByRole('alert').getByText('登录已过期').waitFor();
  for (const [label, text] of Object.entries(written.written))
    expect(await form.getByLabel(label, { exact: true }).inputValue()).toBe(text);

  // She goes on in the same tab: whatever folds the form is open.
  await new OfficePages(page).open(written.path(), WHO);
  for (const [label, text] of Object.entries(written.written))
    await page.waitForFunction(([field, wanted]) => (field as HTMLTextAreaElement).value === wanted, [
      await form.getByLabel(label, { exact: true }).elementHandle(),
      text,
    ] as const);
  if (name === 'an item that is returned') await visitor.look('office-written');
  await form.getByRole('button', { name: written.send }).first().click();
  await new OfficePages(page).told(written.done).waitFor();

  // Nothing is kept of what was sent.
  const texts = Object.values(written.written);
  const kept = await memory(page);
  for (const text of texts) expect(kept).not.toContain(text);
  await visitor.close();
});

test('what is sent after the sign-in is what was written before it', async () => {
  const { collectionRecord } = await askAs('admin-01', OfficeRecordDocument, { number: returned });
  expect(collectionRecord!.reviewItems).toContainEqual(
    expect.objectContaining({
      kind: 'RESIDENCE',
      reason: '填写的是 502，居住证上是 602。',
      remedy: '请带租房合同到登记点。',
    }),
  );
});

test('a correction at the desk is kept with its reason', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const path = `/office/records/${asked}/correct`;
  await new OfficePages(page).open(path, WHO);
  await new GuardianPages(page).awake();
  const name = page.getByLabel(/^孩子的姓名/);
  const reason = page.getByLabel(/^更正的原因/);
  const number = page.getByLabel(/^证件号码/).first();
  const phone = page.getByLabel(/^手机号/);
  await number.fill('119999201910010013');
  await phone.fill('13800000000');
  await name.fill('测试更名');
  await reason.fill('户口簿上是这个名字。');
  // Whole numbers lie nowhere in the browser.
  expect(await memory(page)).toContain('测试更名');
  expect(await memory(page)).not.toMatch(/119999|138000/);
  await sessionEnds(page);
  await page.getByRole('button', { name: '更正', exact: true }).click();
  await page.getByRole('alert').getByText('登录已过期').waitFor();
  await new OfficePages(page).open(path, WHO);
  await page.waitForFunction(
    (field) => (field as HTMLTextAreaElement).value === '户口簿上是这个名字。',
    await reason.elementHandle(),
  );
  expect(await name.inputValue()).toBe('测试更名');
  expect([await number.inputValue(), await phone.inputValue()]).toEqual(['', '']);
  await page.getByRole('button', { name: '更正', exact: true }).click();
  await new OfficePages(page).told('已更正').waitFor();
  expect(await memory(page)).not.toContain('测试更名');
  await visitor.close();
});

test('a common text, new and changed, and what is written for many records are kept as well', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office/texts', WHO);
  const fresh = page.locator('#new');
  await new GuardianPages(page).awake();
  await fresh.getByLabel(/^审核项/).selectOption('EMPLOYMENT');
  await fresh.getByLabel(/^名称/).first().fill('盖章不清');
  await fresh.getByLabel(/^理由/).first().fill('在职证明上的章看不清。');
  await sessionEnds(page);
  await fresh.getByRole('button', { name: '新建' }).click();
  await page.getByRole('alert').getByText('登录已过期').waitFor();
  await office.open('/office/texts', WHO);
  await page.locator('#new .seen').getByText('在职证明上的章看不清。').first().waitFor();
  expect(await fresh.getByLabel(/^名称/).first().inputValue()).toBe('盖章不清');
  expect(await fresh.getByLabel(/^审核项/).inputValue()).toBe('EMPLOYMENT');
  await fresh.getByRole('button', { name: '新建' }).click();
  await office.told('已保存').waitFor();
  // The form is empty again.
  expect(await fresh.getByLabel(/^名称/).first().inputValue()).toBe('');
  const { returnTexts } = await askAs('admin-01', ReturnTextsDocument, { district: '01' });
  expect(returnTexts).toContainEqual(
    expect.objectContaining({ kind: 'EMPLOYMENT', name: '盖章不清', reason: '在职证明上的章看不清。' }),
  );

  await page.getByRole('link', { name: '盖章不清' }).click();
  await page.getByRole('heading', { level: 1, name: '盖章不清' }).waitFor();
  const address = new URL(page.url()).pathname;
  const remedy = page
    .getByRole('main')
    .getByLabel(/^怎么办/)
    .first();
  // One field was empty, the other has a text already.
  const reason = page.getByRole('main').getByLabel(/^理由/).first();
  await new GuardianPages(page).awake();
  await remedy.fill('请单位重新盖章。');
  await reason.fill('在职证明上的章看不清楚。');
  await sessionEnds(page);
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('alert').getByText('登录已过期').waitFor();
  await office.open(address, WHO);
  await page.locator('.seen').getByText('请单位重新盖章。').first().waitFor();
  await page.locator('.seen').getByText('在职证明上的章看不清楚。').first().waitFor();
  expect(await remedy.inputValue()).toBe('请单位重新盖章。');
  expect(await reason.inputValue()).toBe('在职证明上的章看不清楚。');
  await page.getByRole('button', { name: '保存' }).click();
  await office.told('已保存').waitFor();
  expect(await remedy.inputValue()).toBe('请单位重新盖章。');

  // So does what is written on the page after it was saved.
  await reason.fill('在职证明上没有章。');
  await sessionEnds(page);
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('alert').getByText('登录已过期').waitFor();
  await office.open(address, WHO);
  await page.locator('.seen').getByText('在职证明上没有章。').first().waitFor();

  // A colleague saves another text meanwhile: it stays.
  const { returnText: saved } = await askAs('admin-01', ReturnTextDocument, {
    id: address.split('/').at(-1)!,
  });
  const { id, revision, name, nameEn, reasonEn, remedy: same, remedyEn } = saved!;
  expect(saved!.reason).toBe('在职证明上的章看不清楚。');
  const input = { name, nameEn, reason: '章是另一个单位的。', reasonEn, remedy: same, remedyEn };
  await askAs('admin-01', UpdateReturnTextDocument, { id, revision: revision!, input });
  await page.reload();
  await new GuardianPages(page).awake();
  expect(await reason.inputValue()).toBe('章是另一个单位的。');

  const many = `/office/bulk/new?chosen=${frozen}`;
  await page.goto(many);
  const give = page.getByRole('form', { name: '一个审核项退回补充更正' });
  await new GuardianPages(page).awake();
  await page.locator('summary').filter({ hasText: '一个审核项退回补充更正' }).click();
  await give.getByLabel('审核项').selectOption('RESIDENCE');
  await give.getByLabel('原因', { exact: true }).fill('请核对门牌号。');
  await sessionEnds(page);
  await give.getByRole('button', { name: /^试算/ }).click();
  await page.getByRole('alert').getByText('登录已过期').waitFor();
  await office.open(many, WHO);
  await give.waitFor();
  await page.waitForFunction(
    (field) => (field as HTMLTextAreaElement).value === '请核对门牌号。',
    await give.getByLabel('原因', { exact: true }).elementHandle(),
  );
  expect(await give.getByLabel('审核项').inputValue()).toBe('RESIDENCE');
  await visitor.look('office-written-bulk');
  await give.getByRole('button', { name: /^试算/ }).click();
  await page.waitForURL(/\/office\/bulk\/[0-9a-f-]{36}/);
  await visitor.close();
});

test('somebody else who signs in in the same tab finds nothing of it', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const path = `/office/records/${asked}/messages`;
  await new OfficePages(page).open(path, WHO);
  const text = page.getByLabel('留言内容');
  await new GuardianPages(page).awake();
  await text.fill('只写给这一家的话。');
  await sessionEnds(page);
  await new OfficePages(page).open(path, /东审核/);
  await new GuardianPages(page).awake();
  expect(await text.inputValue()).toBe('');
  expect(await memory(page)).not.toContain('只写给');
  await visitor.close();
});

test('what was written is forgotten in each tab as soon as one signs out, or somebody else signs in', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const path = `/office/records/${asked}/messages`;
  const other = await page.context().newPage();
  const write = async (text: string) => {
    await new OfficePages(page).open(path, WHO);
    await new GuardianPages(page).awake();
    await page.getByLabel('留言内容').fill(text);
    expect(await memory(page)).toContain(text);
  };

  await write('退出以前写的话。');
  await other.goto('/office');
  await new GuardianPages(other).awake();
  await new OfficePages(other).header.getByRole('button', { name: '退出' }).click();
  await other.getByRole('banner').getByRole('link', { name: '登录' }).waitFor();
  await forgets(page, '退出以前');
  // Nobody is there whose text it could be.
  await page.getByLabel('留言内容').fill('退出以后写的话。');
  expect(await memory(page)).not.toContain('退出以后');

  await write('换人以前写的话。');
  await sessionEnds(page);
  await new OfficePages(other).open('/office', /东审核/);
  await new GuardianPages(other).awake();
  await forgets(page, '换人以前');
  await visitor.close();
});

test('what was written is forgotten after an hour', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const path = `/office/records/${asked}/messages`;
  await new OfficePages(page).open(path, WHO);
  await new GuardianPages(page).awake();
  await page.getByLabel('留言内容').fill('一小时以前写的话。');
  const hours = await page.evaluate(() => {
    const [key, content] = Object.entries(sessionStorage).find(([name]) => name.startsWith('office:'))!;
    const kept = JSON.parse(content) as { until: number };
    sessionStorage.setItem(key, JSON.stringify({ ...kept, until: kept.until - 3_600_000 }));
    return (kept.until - Date.now()) / 3_600_000;
  });
  expect(hours).toBeGreaterThan(0);
  expect(hours).toBeLessThanOrEqual(1);
  await page.reload();
  await forgets(page, '一小时以前');
  await new GuardianPages(page).awake();
  expect(await page.getByLabel('留言内容').inputValue()).toBe('');
  await visitor.close();
});
