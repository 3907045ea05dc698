import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.ts';
import {
  AuditTrailDocument,
  ClaimRecordDocument,
  DecideReviewItemDocument,
  RecordFileDocument,
  type ReviewItemKind,
} from '@enrolment/schema/client';
import type { Browser } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { Keyboard } from '../pages/keyboard.js';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { Office } from '../support/office.js';
import { aPhone, askAs, smsTo } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

const MOTHER = 'guardian-13';
/** Nobody else's in these tests. */
const PROVINCE = '540000';
/** Of those that are decided one after another. */
const IN_A_ROW = '630000';
/** Of those on which a colleague has the last word. */
const OVERTAKEN = '640000';

let browser: Browser;
let given: string;
let chosen: string;
let returned: string;
let changed: string;
let inARow: string[];
let overtaken: string[];
const phone = aPhone();
beforeAll(async () => {
  browser = await launchBrowser();
  const child = { hukouProvince: PROVINCE };
  given = await new Family(MOTHER, aPhone()).reviewable({ child });
  chosen = await new Family(MOTHER, aPhone()).reviewable({ child });
  returned = await new Family(MOTHER, phone).reviewable();
  changed = await new Family(MOTHER, aPhone()).reviewable();
  inARow = [];
  for (let n = 0; n < 3; n += 1)
    inARow.push(await new Family(MOTHER, aPhone()).reviewable({ child: { hukouProvince: IN_A_ROW } }));
  overtaken = [];
  for (let n = 0; n < 2; n += 1)
    overtaken.push(await new Family(MOTHER, aPhone()).reviewable({ child: { hukouProvince: OVERTAKEN } }));
  await new Office().approve(overtaken, ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT']);
  // One item of each is left.
  await new Office().approve(inARow, ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE']);
}, 360_000);
afterAll(() => browser.close());

test('by keyboard an officer keeps the filters of her queue as a view, opens it, renames and removes it', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open(`/office/queue?province=${PROVINCE}`, /东审核/);
  await new GuardianPages(page).awake();
  const keyboard = new Keyboard(page);
  const views = page.getByRole('navigation', { name: '视图' });
  const save = async (name: string) => {
    const field = views.getByLabel('视图的名称');
    if (!(await field.isVisible())) await keyboard.press(views.locator('summary'));
    await keyboard.type(field, name);
    await keyboard.press(views.getByRole('button', { name: '存为视图' }));
  };
  await save('西藏户籍');
  await office.told('视图已存好').waitFor();
  const view = views.getByRole('link', { name: /^西藏户籍\s*2$/ });
  await view.waitFor();
  expect(await view.getAttribute('aria-current')).toBe('true');
  await views.getByRole('link', { name: /^退回后又提交的/ }).waitFor();
  await save('西藏户籍');
  await views.getByRole('alert').getByText('您已经有叫“西藏户籍”的视图。').waitFor();
  await visitor.look('office-queue-views');
  await page.goto('/office/queue');
  await view.click();
  await page
    .getByRole('row')
    .filter({ hasText: groupCollectionNumber(given) })
    .waitFor();
  await keyboard.press(views.getByRole('link', { name: '整理视图' }));
  await page.waitForURL(/\/office\/views/);
  await new GuardianPages(page).awake();
  await keyboard.type(page.getByLabel('“西藏户籍”的名称'), '拉萨的');
  await keyboard.press(page.getByRole('button', { name: '给“西藏户籍”改名' }));
  await office.told('已经改好').waitFor();
  await visitor.look('office-views');
  await keyboard.press(page.getByRole('button', { name: '删除“拉萨的”' }));
  await page.getByText('还没有存过视图。').waitFor();
  await visitor.close();
});

test('the queue is narrowed by days, by what is due and by a colleague, and each filter is taken off again', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open(`/office/queue?province=${PROVINCE}`, /东审核/);
  await new GuardianPages(page).awake();
  const filters = page.getByRole('form', { name: '筛选' });
  await filters.getByLabel('注册从').fill('2020-01-01');
  await filters.getByLabel('期限不晚于').fill('2099-12-31');
  await filters.getByLabel('期限', { exact: true }).selectOption('未超期');
  await filters.getByRole('button', { name: '筛选' }).click();
  await page.waitForURL(/due=2099-12-31/);
  const row = page.getByRole('row').filter({ hasText: groupCollectionNumber(given) });
  await row.waitFor();
  await visitor.look('office-queue-filters');
  await page.getByRole('link', { name: '去掉筛选：期限不晚于：2099 年 12 月 31 日' }).click();
  await page.waitForURL((url) => !url.searchParams.has('due') && url.searchParams.get('overdue') === '0');
  await page.getByRole('link', { name: '去掉筛选：未超期' }).click();
  await page.waitForURL((url) => !url.searchParams.has('overdue'));
  await filters.getByLabel('认领').selectOption({ label: '东管理' });
  await filters.getByRole('button', { name: '筛选' }).click();
  await page.getByRole('link', { name: '去掉筛选：认领：东管理' }).waitFor();
  await row.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: '全部去掉' }).click();
  await page.waitForURL((url) => !url.searchParams.has('province') && !url.searchParams.has('colleague'));
  const views = page.getByRole('navigation', { name: '视图' });
  await views.getByRole('link', { name: /^今天到期的/ }).click();
  await page.getByRole('link', { name: '去掉筛选：未超期' }).waitFor();
  await visitor.close();
});

test('without scripts a view of the list is kept and put in order as well', async () => {
  const visitor = await visit(browser, {
    width: 390,
    language: 'en',
    colorScheme: 'dark',
    javaScriptEnabled: false,
  });
  const { page } = visitor;
  await new OfficePages(page).open('/office/records?stage=RETURNED', /东审核/);
  for (const name of ['First', 'Second']) {
    await page.getByText('Keep these filters as a view').click();
    await page.getByLabel('Name of the view').fill(name);
    await page.getByRole('button', { name: 'Keep as a view' }).click();
    await page.getByRole('status').getByText('The view is kept').waitFor();
  }
  await page.screenshot({ path: '.cache/screenshots/office-list-views-390-en.png', fullPage: true });
  await page.getByRole('link', { name: 'Arrange views' }).click();
  await page.getByRole('button', { name: 'Move “Second” up' }).click();
  await page.getByRole('status').getByText('Changed').waitFor();
  const names = await page.getByRole('rowheader').allInnerTexts();
  expect(names.map((name) => name.trim())).toEqual(['Second', 'First']);
  await page.screenshot({ path: '.cache/screenshots/office-views-390-en.png', fullPage: true });
  for (const name of ['First', 'Second'])
    await page.getByRole('button', { name: `Remove “${name}”` }).click();
  await page.getByText('You have kept none yet.').waitFor();
  await visitor.close();
});

test('records are given to a colleague, from a record by keyboard and from the queue; what she gives back comes back', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open(`/office/records/${given}`, /东审核/);
  await new GuardianPages(page).awake();
  const keyboard = new Keyboard(page);
  const giving = page.locator('details').filter({ hasText: '转给同事…' });
  await keyboard.press(giving.locator('summary'));
  await keyboard.choose(giving.getByLabel('转给谁'), '东管理');
  await keyboard.type(giving.getByLabel(/^要同事注意什么/), '户口簿请再看一眼');
  await visitor.look('office-give');
  await keyboard.press(giving.getByRole('button', { name: '转给这位同事' }));
  await office.told('已转给同事').waitFor();
  await page.getByText(/东\*理 在办，.* 由 东\*核 转来/).waitFor();

  await page.goto(`/office/queue?province=${PROVINCE}`);
  await new GuardianPages(page).awake();
  await giving.locator('summary').click();
  await giving.getByLabel('转给谁').selectOption({ label: '东管理' });
  const send = giving.getByRole('button', { name: '把选中的转给这位同事' });
  await send.click();
  await page.getByRole('alert').getByText('还没有选中要转的').waitFor();
  await page
    .getByRole('row')
    .filter({ hasText: groupCollectionNumber(chosen) })
    .getByRole('checkbox')
    .check();
  if (!(await send.isVisible())) await giving.locator('summary').click();
  await giving.getByLabel('转给谁').selectOption({ label: '东管理' });
  await send.click();
  await office.told('已转给同事').waitFor();

  const colleague = await visit(browser, { width: 390, language: 'en', colorScheme: 'dark' });
  await new OfficePages(colleague.page).open('/office/queue?whose=mine', /东管理/);
  const row = colleague.page.getByRole('row').filter({ hasText: groupCollectionNumber(given) });
  await row.getByText('户口簿请再看一眼').waitFor();
  await colleague.page
    .getByRole('row')
    .filter({ hasText: groupCollectionNumber(chosen) })
    .waitFor();
  await colleague.look('office-queue-given');
  await row.getByRole('link').click();
  await colleague.page.getByText(/Given to you by 东\*核/).waitFor();
  await colleague.look('office-record-given');
  await colleague.page.getByRole('button', { name: 'Give back' }).click();
  await colleague.page.waitForURL(/\/office\/queue/);
  await colleague.page
    .getByRole('row')
    .filter({ hasText: groupCollectionNumber(given) })
    .waitFor({ state: 'detached' });
  await colleague.close();
  await page.goto('/office/queue?whose=mine');
  await page
    .getByRole('row')
    .filter({ hasText: groupCollectionNumber(given) })
    .waitFor();
  await visitor.close();
});

test('what is returned is told once the officer leaves the record, and not before', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open(`/office/records/${returned}`, /东审核/);
  await new GuardianPages(page).awake();
  for (const name of ['全家户口簿', '在京实际住所居住材料']) {
    const item = page.getByRole('listitem').filter({ hasText: name });
    await item.locator('summary').click();
    await item.getByLabel('原因', { exact: true }).fill('材料看不清。');
    await item.getByRole('button', { name: /退回这一项/ }).click();
    await new OfficePages(page).told('已退回').waitFor();
  }
  await page.getByText(/家长的短信还没发/).waitFor();
  await visitor.look('office-told-later');
  const told = async () => {
    const { collectionRecord } = await askAs(MOTHER, RecordFileDocument, { number: returned });
    return collectionRecord!.messages.filter(({ text }) => text?.includes('需要补充更正')).length;
  };
  expect(await told()).toBe(0);
  await page.locator('main').getByRole('link', { name: /^‹/ }).click();
  await smsTo(phone, /需要补充更正/);
  expect(await told()).toBe(1);
  await visitor.close();
});

/** When it was looked at by anybody. */
async function looksAt(number: string): Promise<string[]> {
  const { auditTrail } = await askAs('admin-01', AuditTrailDocument, { number });
  return auditTrail.edges.filter(({ node }) => node.action === 'RECORD_READ').map(({ node }) => node.at);
}

/** An administrator takes it over and passes an item. */
async function takenOver(number: string, kind: ReviewItemKind): Promise<void> {
  await askAs('admin-01', ClaimRecordDocument, { number, takeOver: true });
  const decision = { kind, status: 'PASSED' } as const;
  const { decideReviewItem } = await askAs('admin-01', DecideReviewItemDocument, {
    numbers: [number],
    ...decision,
  });
  expect(decideReviewItem.done).toEqual([number]);
}

test('an open record tells at once that a colleague has decided; decisions wait, and what was written stays', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open(`/office/records/${changed}`, /东审核/);
  await new GuardianPages(page).awake();
  const item = page.getByRole('listitem').filter({ hasText: '在京实际住所居住材料' });
  await item.locator('summary').click();
  const reason = item.getByLabel('原因', { exact: true });
  await reason.fill('填写的是 502，居住证上是 602。');
  const looks = await looksAt(changed);
  await takenOver(changed, 'HOUSEHOLD_REGISTER');
  const note = page.getByRole('alert').filter({ hasText: '您打开以后，这一份变了' });
  await note.waitFor();
  // Nobody has looked yet.
  expect(await looksAt(changed)).toEqual(looks);
  await item.getByText('先看新的，再决定').waitFor();
  expect(await item.getByRole('button', { name: /退回这一项/ }).isDisabled()).toBe(true);
  expect(await page.locator('.pass button:enabled').count()).toBe(0);
  expect(await reason.inputValue()).toBe('填写的是 502，居住证上是 602。');
  await visitor.look('office-record-changed');
  await note.getByRole('button', { name: '看新的' }).click();
  await note.waitFor({ state: 'detached' });
  const told = page.getByRole('status').filter({ hasText: '您打开以后，这一份变了' });
  await told.getByText(/东\*理/).waitFor();
  await told.getByText(/全家户口簿/).waitFor();
  await visitor.look('office-record-changed-seen');
  expect(await looksAt(changed)).toHaveLength(looks.length + 1);
  await item.getByText('先看新的，再决定').waitFor({ state: 'detached' });
  expect(await reason.inputValue()).toBe('填写的是 502，居住证上是 602。');
  await visitor.close();
});

test('a colleague’s last decision keeps the officer where she is, with what she has written', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open(`/office/queue?province=${OVERTAKEN}`, /东审核/);
  await new GuardianPages(page).awake();
  const [first, second] = await page
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map(({ id }) => id.replace('row-', '')));
  const shown = (number: string) =>
    page.locator('header .line').getByText(groupCollectionNumber(number)).waitFor();
  const employment = page.locator('li.item').filter({ hasText: '在京务工就业材料' });
  const reason = employment.getByLabel('原因', { exact: true });
  const passOne = async () => {
    await page.getByRole('button', { name: /^通过\s*：在京实际住所居住材料/ }).click();
    await new OfficePages(page).told('已通过').waitFor();
    await employment.locator('summary').click();
    await reason.fill('劳动合同没有盖章。');
  };

  await page.locator(`#row-${first}`).getByRole('link').click();
  await shown(first!);
  await passOne();
  const looks = await looksAt(first!);
  await takenOver(first!, 'EMPLOYMENT');
  const note = page.getByRole('alert').filter({ hasText: '您打开以后，这一份变了' });
  await note.waitFor();
  expect(await looksAt(first!)).toEqual(looks);
  await note.getByRole('button', { name: '看新的' }).click();
  await note.waitFor({ state: 'detached' });
  await employment.getByText('通过', { exact: true }).first().waitFor();
  await shown(first!);
  expect(await reason.inputValue()).toBe('劳动合同没有盖章。');
  await visitor.look('office-record-overtaken');

  // Where the page has not been told, her decision is refused, and she stays as well.
  await page.route('**/state', (route) => route.abort());
  await page.keyboard.press('Escape');
  await page.waitForURL(/\/office\/queue\?/);
  await page.locator(`#row-${second}`).getByRole('link').click();
  await shown(second!);
  await passOne();
  await takenOver(second!, 'EMPLOYMENT');
  await employment.getByRole('button', { name: /退回这一项/ }).click();
  await employment.getByRole('alert').waitFor();
  await shown(second!);
  expect(await reason.inputValue()).toBe('劳动合同没有盖章。');

  // Nor does the way back through the browser lead on.
  await page.getByRole('link', { name: '下一件' }).click();
  await page.waitForURL(/\/office\/queue\?.*empty=1/);
  await page.goBack();
  await page.waitForURL((url) => url.searchParams.get('done') === 'PASSED');
  await shown(second!);
  await visitor.close();
});

test('by keys alone rows are chosen, and records decided one after another with the queue beside them', async () => {
  const visitor = await visit(browser, { width: 1600, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open(`/office/queue?province=${IN_A_ROW}`, /东审核/);
  await new GuardianPages(page).awake();
  const chosen = page.locator('tbody input:checked');
  for (const key of ['j', 'x', 'j', 'j', 'Shift+X']) await page.keyboard.press(key);
  expect(await chosen.count()).toBe(3);
  await page.keyboard.press('Escape');
  expect(await chosen.count()).toBe(0);

  const [first, second, third] = await page
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map(({ id }) => id.replace('row-', '')));
  const at = (number: string) => page.waitForURL((url) => url.pathname.endsWith(`/${number}`));
  for (const key of ['k', 'k', 'Enter']) await page.keyboard.press(key);
  await at(first!);
  const line = page.getByRole('navigation', { name: '待办列表' });
  const passLast = async () => {
    const item = page.locator('li.item').filter({ hasText: '在京务工就业材料' });
    await page.keyboard.press((await item.getAttribute('data-place'))!);
    await page.keyboard.press('p');
  };
  await line.getByText('1 / 3').waitFor();
  await page.keyboard.press('j');
  await at(second!);
  await line.getByText('2 / 3').waitFor();
  await page.keyboard.press('k');
  await at(first!);
  await visitor.look('office-record-line');
  // The last item decided, the next record opens by itself.
  await passLast();
  await at(second!);
  const done = page.getByRole('status').filter({ hasText: `${groupCollectionNumber(first!)} 都决定了` });
  await done.waitFor();
  await line.getByRole('link', { name: /已决定/ }).waitFor();
  await page.getByText(/您在办，/).waitFor();
  await visitor.look('office-record-next');
  await passLast();
  await at(third!);
  // Esc leads back, and the last of all decided says so.
  await page.keyboard.press('Escape');
  await page.waitForURL(/\/office\/queue\?/);
  await page
    .getByRole('row')
    .filter({ hasText: groupCollectionNumber(third!) })
    .getByRole('link')
    .click();
  await at(third!);
  await passLast();
  await page.getByText('这一批都办完了。').waitFor();
  await visitor.close();
});
