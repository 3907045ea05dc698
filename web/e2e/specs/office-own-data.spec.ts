import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { Keyboard } from '../pages/keyboard.js';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { untilReads } from '../support/until-reads.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const WHO = /西管理/;
const LIST = '/office/own-data/questions';
const group = (page: Page) => page.getByRole('region', { name: '本市户籍适龄儿童入学服务', exact: true });

test('by keyboard an administrator asks a question, is told what may not be asked and of a colleague, and takes it back', async () => {
  const visitor = await visit(browser, { width: 1600, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  const keyboard = new Keyboard(page);
  await office.open('/office', WHO);
  await office.openSection(/^基础数据$/);
  await page.getByRole('heading', { level: 1, name: '基础数据' }).waitFor();
  await visitor.look('own-data');
  await new GuardianPages(page).awake();
  await keyboard.press(page.getByRole('main').getByRole('link', { name: '区里的问题' }));
  await page.getByRole('heading', { level: 1, name: '区里的问题' }).waitFor();
  await keyboard.press(group(page).getByRole('link', { name: /^加一条/ }));
  await page.getByRole('heading', { level: 1, name: '加一条：区里的问题' }).waitFor();
  await new GuardianPages(page).awake();

  await keyboard.type(page.getByLabel(/^代号/), 'MONTHS_LIVED');
  await keyboard.type(page.getByLabel(/^问题/), '家庭月收入');
  await keyboard.type(page.getByLabel(/^英文问题/), 'Months in the district');
  // Enter in a field tries it, and never saves.
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('入学时不得要求提供“收入”').waitFor();
  await keyboard.type(page.getByLabel(/^问题/), '在本区居住几个月');
  await keyboard.choose(page.getByLabel(/^回答方式/), 'NUMBER');
  const seen = page.getByRole('complementary', { name: '家长会看到' });
  await seen.getByText('在本区居住几个月').waitFor();
  await seen.getByText('在本区居住几个月（选填）').waitFor();
  await seen.getByText('Months in the district (optional)').waitFor();
  await keyboard.press(page.getByRole('button', { name: '看看影响' }));
  await page.getByRole('heading', { name: '修改的影响' }).waitFor();
  await visitor.look('own-data-question');
  await keyboard.press(page.getByRole('button', { name: '保存', exact: true }));
  await office.told('已保存').waitFor();
  await group(page).getByRole('link', { name: '在本区居住几个月' }).waitFor();
  await page.getByText(/第 1 版/).waitFor();
  await visitor.look('own-data-questions');

  // Two of them on the same question.
  const colleague = await visit(browser, { width: 1280, language: 'zh-CN' });
  await new OfficePages(colleague.page).open(LIST, WHO);
  for (const one of [page, colleague.page]) {
    await group(one).getByRole('link', { name: '在本区居住几个月' }).click();
    await one.getByRole('heading', { level: 1, name: '在本区居住几个月' }).waitFor();
    await new GuardianPages(one).awake();
  }
  await colleague.page.getByLabel(/^说明/).fill('看居住证。');
  await colleague.page.getByLabel(/^英文说明/).fill('See the permit.');
  await colleague.page.getByRole('button', { name: '看看影响' }).click();
  await colleague.page.getByRole('button', { name: '保存', exact: true }).click();
  await new OfficePages(colleague.page).told('已保存').waitFor();
  await colleague.close();

  await page.getByLabel(/^问题/).fill('在本区住了几个月');
  await page.getByRole('button', { name: '看看影响' }).click();
  await page
    .getByRole('alert')
    .getByText(/您打开以后，.+改过/)
    .waitFor();
  await untilReads(page.getByLabel(/^问题/), '在本区住了几个月');
  await untilReads(page.getByLabel(/^说明/).first(), '看居住证。');
  await page.getByRole('button', { name: '看看影响' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await office.told('已保存').waitFor();

  await group(page).getByRole('link', { name: '在本区住了几个月' }).click();
  await page.getByRole('heading', { level: 1, name: '在本区住了几个月' }).waitFor();
  await new GuardianPages(page).awake();
  const second = await page.context().newPage();
  await second.goto(page.url());
  await new GuardianPages(second).awake();
  await second.getByRole('button', { name: '不再问' }).click();
  await second.getByRole('button', { name: '确定：不再问' }).click();
  await new OfficePages(second).told('已保存').waitFor();
  await second.getByText(/第 4 版/).waitFor();
  await second.close();
  // What was typed stays, and can be asked anew.
  await page.getByLabel(/^问题/).fill('在本区一共住了几个月');
  await page.getByRole('button', { name: '看看影响' }).click();
  await page.getByRole('alert').getByText('同事已经去掉了这一条').waitFor();
  await untilReads(page.getByLabel(/^问题/), '在本区一共住了几个月');
  await visitor.look('own-data-gone');
  await page.getByRole('button', { name: '看看影响' }).click();
  await page.getByRole('heading', { name: '修改的影响' }).waitFor();
  await page.goto(LIST);
  await page.getByText(/第 4 版/).waitFor();
  expect(await group(page).getByRole('link', { name: '在本区住了几个月' }).count()).toBe(0);
  await visitor.close();
});

test('a district lists its subdistricts, and renames one whose old name stays with it', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office/own-data', WHO);
  await page.getByRole('main').getByRole('link', { name: '街道（乡镇）' }).click();
  await page.getByRole('heading', { level: 1, name: '街道（乡镇）' }).waitFor();
  await visitor.look('own-data-subdistricts');
  await page.getByRole('link', { name: '陶然亭街道' }).click();
  await page.getByRole('heading', { level: 1, name: '陶然亭街道' }).waitFor();
  await new GuardianPages(page).awake();
  await page.getByLabel(/^统计用区划代码/).fill('12');
  await page.getByRole('button', { name: '看看影响' }).click();
  await page.getByRole('alert').getByText('9 位或者 12 位数字').waitFor();
  await page.getByLabel(/^统计用区划代码/).fill('110102010');
  await page.getByLabel(/^名称/).fill('新陶然亭街道');
  await page.getByRole('button', { name: '看看影响' }).click();
  await page.getByRole('heading', { name: '修改的影响' }).waitFor();
  await untilReads(page.getByLabel(/^曾用名/), '陶然亭街道');
  await visitor.look('own-data-subdistrict');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await office.told('已保存').waitFor();
  await page.getByText('曾用名：陶然亭街道').waitFor();

  await page.getByRole('button', { name: '改为只能从名单选' }).click();
  await office.told('已保存').waitFor();
  await page.getByText('住在本区的家长只能从名单里选').waitFor();
  await page.getByRole('button', { name: '改为可以自己写' }).click();
  await page.getByText('也可以自己写。').waitFor();
  await visitor.close();
});

test('without scripts a policy is tried, published, moved and taken away', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN', javaScriptEnabled: false });
  const { page } = visitor;
  await new OfficePages(page).open('/office/own-data/policies', WHO);
  await page.getByRole('link', { name: /^加一条/ }).click();
  await page.getByLabel(/^题目/).fill('西城区补充通知');
  await page.getByLabel(/^网址/).fill('http://example.edu.cn/1');
  await page.getByLabel(/^正文/).fill('第一条。');
  await page.getByRole('button', { name: '看看影响' }).click();
  await page.getByRole('alert').getByText('网址要以 https 开头').waitFor();
  await page.getByLabel(/^网址/).fill('');
  await page.getByRole('button', { name: '看看影响' }).click();
  await page.getByText('打开页面的人马上会看到。').waitFor();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('已保存').waitFor();
  await page.getByRole('link', { name: '西城区补充通知' }).click();
  // What is typed is saved first; the last is moved no further.
  await page.getByLabel(/^正文/).fill('第二条。');
  await page.getByRole('button', { name: '上移' }).click();
  await page.getByRole('alert').getByText('请先保存，再移动').waitFor();
  expect(await page.getByLabel(/^正文/).inputValue()).toBe('第二条。');
  await page.getByLabel(/^正文/).fill('第一条。');
  await page.getByRole('button', { name: '下移' }).click();
  await page.getByRole('alert').getByText('它已经在最后面，没有移动。').waitFor();
  // What somebody else has taken away meanwhile is added again.
  const second = await page.context().newPage();
  await second.goto('/office/own-data/policies/2');
  await second.getByRole('button', { name: '去掉' }).click();
  await second.getByRole('button', { name: '确定：去掉' }).click();
  await second.getByText('已保存').waitFor();
  await second.goto('/office/own-data/policies/2');
  await second.getByText('清单里已经没有这一条。').waitFor();
  await second.close();
  await page.getByRole('button', { name: '上移' }).click();
  await page.getByRole('alert').getByText('同事已经去掉了这一条').waitFor();
  expect(await page.getByLabel(/^正文/).inputValue()).toBe('第一条。');
  await page.getByRole('button', { name: '看看影响' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('已保存').waitFor();
  await page.getByRole('link', { name: '西城区补充通知' }).click();
  await page.getByRole('button', { name: '上移' }).click();
  await page.getByText('已保存').waitFor();
  const links = page.getByRole('region', { name: '招生政策' }).getByRole('listitem').getByRole('link');
  expect(await links.allInnerTexts()).toEqual(['西城区补充通知', '西城区小学入学工作安排']);
  await page.goto('/d/02');
  await page.getByText('西城区补充通知').waitFor();
  await page.goto('/office/own-data/policies/1');
  await page.getByRole('button', { name: '去掉' }).click();
  await page.getByRole('button', { name: '确定：去掉' }).click();
  await page.getByText('已保存').waitFor();
  expect(await links.allInnerTexts()).toEqual(['西城区小学入学工作安排']);
  await visitor.close();
});

test('a district begins its papers with the city’s', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office/own-data/papers', WHO);
  const papers = page.getByRole('region', { name: '在京实际住所居住材料', exact: true });
  await papers.getByText('本区没有自己的，用全市的').waitFor();
  const common = await papers.getByRole('listitem').count();
  await papers.getByRole('button', { name: /^从全市的开始改/ }).click();
  await office.told('已保存').waitFor();
  expect(await papers.getByRole('listitem').getByRole('link').count()).toBe(common);
  await visitor.look('own-data-papers');
  await visitor.close();
});

test('the city begins its papers with nobody’s: what asks for it all the same takes nothing away', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open('/office/own-data/papers', /市管理/);
  const papers = page.getByRole('region', { name: '在京实际住所居住材料', exact: true });
  const links = papers.getByRole('listitem').getByRole('link');
  const [count, first] = [await links.count(), await links.first().getAttribute('href')];
  await page.goto(first!);
  const revision = await page.locator('input[name="revision"]').first().inputValue();
  const status = await page.evaluate(async (revision) => {
    const body = new URLSearchParams({ revision, group: 'RESIDENCE' });
    const headers = { accept: 'text/html' };
    return (await fetch('/office/own-data/papers?/copy', { method: 'POST', body, headers })).status;
  }, revision);
  expect(status).toBe(400);
  await page.goto('/office/own-data/papers');
  expect(count).toBeGreaterThan(0);
  expect(await links.count()).toBe(count);
  await visitor.close();
});

test('the city publishes a notice as a new version, from a day on; districts read it', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office/own-data/notices', /市管理/);
  await new GuardianPages(page).awake();
  await page.getByRole('button', { name: '检查' }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /版本号/ })
    .waitFor();
  await page.getByLabel(/^版本号/).fill('2099-1');
  await page.getByLabel(/^生效日期/).fill('2099-01-01');
  await page.getByRole('button', { name: '检查' }).click();
  await page.getByText('可以发布。发布后不能更改。').waitFor();
  await visitor.look('own-data-notices');
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await office.told('已保存').waitFor();
  await page.getByText('还没有生效').waitFor();
  await visitor.close();
});

test('on a phone, in English', async () => {
  const visitor = await visit(browser, { width: 390, language: 'en', colorScheme: 'dark' });
  const { page } = visitor;
  await new OfficePages(page).open('/office/own-data', WHO);
  await page.getByRole('heading', { level: 1, name: 'Reference data' }).waitFor();
  await visitor.look('own-data');
  for (const [path, name] of [
    ['questions', 'The district’s questions'],
    ['items', 'Review items'],
    ['policies', 'Policies'],
    ['notices', 'Notices and privacy policy'],
    ['questions/1', ''],
    ['policies/1', ''],
    ['items/new', 'Add one: Review items'],
    ['papers/new', 'Add one: Papers'],
  ] as const) {
    await page.goto(`/office/own-data/${path}`);
    await page.getByRole('heading', { level: 1, ...(name ? { name } : {}) }).waitFor();
    await visitor.look(`own-data-${path.replace('/', '-')}`);
  }
  await visitor.close();
});
