import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DistrictDeskDocument, SetDistrictDeskDocument } from '@enrolment/schema/client';
import type { Browser } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { Keyboard } from '../pages/keyboard.js';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { aPhone, askAs } from '../support/sandbox.js';
import { untilReads } from '../support/until-reads.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
  await new Family('guardian-14', aPhone()).register();
});
afterAll(() => browser.close());

const DAY_MS = 86_400_000;
const later = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

test('an administrator changes the calendar, sees first what families will see, and is told of a colleague', async () => {
  const [visitor, colleague] = await Promise.all([
    visit(browser, { width: 1280, language: 'zh-CN' }),
    visit(browser, { width: 1280, language: 'zh-CN' }),
  ]);
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office', /东管理/);
  await office.openSection(/^日程$/);
  await page.getByRole('heading', { level: 1, name: '东城区日程' }).waitFor();
  await new OfficePages(colleague.page).open('/office/calendar', /东管理/);
  await colleague.page.getByRole('heading', { level: 1, name: '东城区日程' }).waitFor();
  for (const one of [page, colleague.page]) await new GuardianPages(one).awake();

  const ends = page.getByLabel('录入详细信息，截止日期').first();
  const before = await ends.inputValue();
  const result = page.getByLabel('公布入学结果，截止日期').first();
  const published = await result.inputValue();
  const keyboard = new Keyboard(page);
  await keyboard.toPart(result, 'day');
  // What one digit changes is answered, and the field keeps the focus for the other.
  await page.keyboard.press('2');
  await page.getByText('改了 1 处，还没有保存').waitFor();
  expect(await result.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.press('9');
  expect(await result.inputValue()).toBe(`${published.slice(0, 8)}29`);
  // A date of which a part is missing is not tried; what is pressed next is answered where the focus is.
  await page.keyboard.press('Backspace');
  await page.waitForTimeout(700);
  await result.fill(published);
  await ends.fill('2020-01-01');
  await page.getByRole('button', { name: '检查并预览' }).click();
  await keyboard.refused('“录入详细信息”的截止时间要晚于开始时间');
  expect(await ends.inputValue()).toBe('2020-01-01');
  await ends.fill(later(before, 2));
  await ends.press('Tab');
  await page.getByText(/\d+ 个家庭看到的日子会变/).waitFor();
  await page.getByText('按没有保存的修改预览').waitFor();
  const [, month, day] = later(before, 2).split('-').map(Number);
  await page.getByRole('region', { name: '预览' }).getByText(`${month} 月 ${day} 日 24:00`).first().waitFor();
  await visitor.look('office-calendar-changed');

  const other = colleague.page.getByLabel('公布入学结果，截止日期').first();
  const closes = await other.inputValue();
  await other.fill(later(closes, 3));
  await other.press('Tab');
  await colleague.page.getByRole('button', { name: '保存修改' }).click();
  await colleague.page.getByText('已保存').waitFor();
  await colleague.page.getByText('第 1 版').waitFor();

  await page.getByRole('button', { name: '保存修改' }).click();
  await page
    .getByRole('alert')
    .getByText(/您打开以后，.+改过/)
    .waitFor();
  await untilReads(ends, later(before, 2));
  await page.getByText('第 1 版').waitFor();
  await untilReads(page.getByLabel('公布入学结果，截止日期').first(), later(closes, 3));
  await page.getByRole('button', { name: '检查并预览' }).click();
  await page.getByRole('button', { name: '保存修改' }).click();
  await page.getByText('已保存').waitFor();
  await page.getByText('第 2 版').waitFor();
  await untilReads(ends, later(before, 2));
  await visitor.close();
  await colleague.close();
});

test('the calendar on a phone, in English, and of all districts', async () => {
  const visitor = await visit(browser, { width: 390, language: 'en', colorScheme: 'dark' });
  const { page } = visitor;
  await new OfficePages(page).open('/office/calendar', /东管理/);
  await page.getByRole('heading', { level: 1, name: /^Calendar of/ }).waitFor();
  await visitor.look('office-calendar');
  await page.getByLabel('Compare').selectOption('CORRECTION');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('heading', { name: /^Corrections, / }).waitFor();
  await visitor.look('office-calendar-districts');
  await visitor.close();
});

test('an administrator writes a text for returning an item, reads it as a family would, changes it and switches it off', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office', /东管理/);
  await office.openSection(/^模板$/);
  await page.getByRole('heading', { level: 1, name: '退回理由模板' }).waitFor();
  await page.getByRole('cell', { name: '租赁合同的租期已到。' }).waitFor();

  await page.getByRole('button', { name: '新建' }).click();
  await page.getByRole('alert').getByRole('link', { name: /名称/ }).waitFor();
  const reads = page.getByRole('region', { name: '家长会看到' });
  await page.getByLabel(/^名称/).fill('缺产权页');
  await page.getByLabel(/^理由/).fill('房产证没有产权页。');
  await page.getByLabel(/^怎么办/).fill('请补充产权页，再重新提交。');
  await reads.getByText('房产证没有产权页。').first().waitFor();
  await reads.getByText('没有：英文名称、英文理由、英文的怎么办').waitFor();
  await page.getByRole('button', { name: '新建' }).click();
  await office.told('已保存').waitFor();
  const row = page.getByRole('row', { name: /^缺产权页/ });
  await row.getByText('看英文的家长看到中文').waitFor();
  await visitor.look('office-texts');

  await row.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: '缺产权页' }).waitFor();
  await page.getByLabel(/^英文理由/).fill('The page of the owners is missing.');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('第 2 版').waitFor();
  await visitor.look('office-text');
  await page.getByRole('button', { name: '停用' }).click();
  await page.getByText('第 3 版').waitFor();
  await page.getByRole('button', { name: '启用' }).waitFor();
  await visitor.close();
});

test('the city enters the holidays of a year, tries a due date by them, and a district reads them', async () => {
  const city = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = city;
  const office = new OfficePages(page);
  await office.open('/office', /市管理/);
  await office.openSection(/^基础数据$/);
  await page.getByRole('heading', { level: 1, name: '基础数据' }).waitFor();
  await page.getByRole('main').getByRole('link', { name: '节假日' }).click();
  await page.getByRole('heading', { level: 1, name: '节假日' }).waitFor();
  await city.look('office-holidays');
  await page.goto('/office/own-data/holidays?year=2041');
  await page.getByText('2041 年还没有填写节假日').waitFor();
  await new GuardianPages(page).awake();
  const row = page.getByRole('group', { name: '新的节假日' }).first();
  await row.getByLabel(/^名称/).fill('劳动节');
  await row.getByLabel(/^英文名称/).fill('Labour Day');
  await row.getByLabel(/^放假第一天/).fill('2041-05-01');
  await row.getByLabel(/^放假最后一天/).fill('2041-04-30');
  await page.getByRole('button', { name: '保存' }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /放假最后一天/ })
    .waitFor();
  await city.look('office-holidays-refused');
  await row.getByLabel(/^放假最后一天/).fill('2041-05-05');
  await row.getByLabel(/^调休上班/).fill('2041-05-11');
  await page.getByLabel('审核结果公布的日期').fill('2041-04-30');
  await page.getByRole('button', { name: '试算复核期限' }).click();
  await page.getByText(/可以申请复核到.*16.*24:00/).waitFor();
  await city.look('office-holidays-tried');
  await page.getByRole('button', { name: '保存' }).click();
  await office.told('已保存').waitFor();
  await page.getByText('第 1 版').waitFor();
  await page.getByText('2041 年 5 月 11 日上班').waitFor();
  await city.look('office-holidays-saved');
  await city.close();

  const district = await visit(browser, { width: 390, language: 'en', colorScheme: 'dark' });
  await new OfficePages(district.page).open('/office/own-data/holidays?year=2041', /东管理/);
  await district.page.getByText('Holidays are entered by administrators of the city.').waitFor();
  expect(await district.page.getByRole('button', { name: 'Save' }).count()).toBe(0);
  await district.look('office-holidays');
  await district.close();
});

test('an administrator of a district changes its phones and desk, and families read them at once', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office', /西管理/);
  await office.openSection(/^基础数据$/);
  await page.getByRole('heading', { level: 1, name: '基础数据' }).waitFor();
  await visitor.look('office-own-data');
  await page.getByRole('main').getByRole('link', { name: '电话和窗口' }).click();
  await page.getByRole('heading', { level: 1, name: '电话和窗口' }).waitFor();
  await new GuardianPages(page).awake();
  const reads = page.getByRole('region', { name: '家长会看到' });
  const [phones, hours] = [page.getByLabel(/^招生电话/), page.getByLabel(/^办公时间/)];
  const before = { phones: await phones.inputValue(), hours: await hours.inputValue() };
  await phones.fill('');
  await page.getByRole('button', { name: '保存' }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /招生电话/ })
    .waitFor();
  await phones.fill(`${before.phones}\n010-6400 0222`);
  await hours.fill('周一至周六 9:00–16:00');
  await reads.getByText('周一至周六 9:00–16:00').waitFor();
  await visitor.look('office-desk');

  // A colleague has changed something meanwhile: what was typed stays, and hers stands beside it.
  const { districtDesk } = await askAs('admin-02', DistrictDeskDocument, { district: '02' });
  const { revision, editions: _, ...theirs } = districtDesk!;
  const input = { ...theirs, deskAddressEn: 'Another address' };
  await askAs('admin-02', SetDistrictDeskDocument, { district: '02', input, revision });
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('alert').getByText(/改过/).waitFor();
  expect(await hours.inputValue()).toBe('周一至周六 9:00–16:00');
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[name=deskAddressEn]')?.value === 'Another address',
  );
  await visitor.look('office-desk-meanwhile');
  await page.getByRole('button', { name: '保存' }).click();
  await office.told('已保存').waitFor();
  await page.getByText('第 2 版').waitFor();

  await page.goto('/d/02');
  const main = page.getByRole('main');
  await main.getByText('周一至周六 9:00–16:00').waitFor();
  await main.getByText('010-6400 0222').waitFor();
  await visitor.look('district-desk');
  await visitor.close();
  const now = (await askAs('admin-02', DistrictDeskDocument, { district: '02' })).districtDesk!;
  await askAs('admin-02', SetDistrictDeskDocument, { district: '02', input: theirs, revision: now.revision });
});

test('an administrator adds a school with its plan, and says that it takes no more', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office/own-data', /西管理/);
  await page.getByRole('main').getByRole('link', { name: '学校和招生计划' }).click();
  await page.getByRole('heading', { level: 1, name: '学校和招生计划' }).waitFor();
  await new GuardianPages(page).awake();
  await page.getByLabel(/^学校代码/).fill('0101');
  await page.getByLabel(/^学校名称/).fill('西城区新示例小学');
  await page.getByLabel(/^学校英文名称/).fill('New Example School, Xicheng');
  await page.getByLabel(/年招生计划/).fill('90');
  await page.getByRole('button', { name: '添加' }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /学校代码/ })
    .waitFor();
  await page.getByLabel(/^学校代码/).fill('02901');
  await page.getByRole('button', { name: '添加' }).click();
  await office.told('已保存').waitFor();
  const row = page.getByRole('row', { name: /西城区新示例小学/ });
  await row.getByText('接收新生').waitFor();
  await visitor.look('office-schools');
  await row.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: '西城区新示例小学' }).waitFor();
  await page.getByLabel(/不再接收新生$/).check();
  await page.getByRole('button', { name: '保存' }).click();
  await office.told('已保存').waitFor();
  await page.getByText('第 2 版').waitFor();
  await visitor.look('office-school');
  await visitor.close();

  const city = await visit(browser, { width: 390, language: 'en', colorScheme: 'dark' });
  await new OfficePages(city.page).open('/office/own-data/schools?place=02', /市管理/);
  await city.page
    .getByRole('row', { name: /New Example School, Xicheng/ })
    .getByText('Takes no more')
    .waitFor();
  expect(await city.page.getByRole('button', { name: 'Add' }).count()).toBe(0);
  await city.look('office-schools');
  await city.close();
});
