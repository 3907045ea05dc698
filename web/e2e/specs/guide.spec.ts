import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { picture, visit } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const YEAR = new Date().getFullYear() - 6;

interface Answers {
  nationality?: 'CN' | 'other';
  hukou: string;
  ground?: string;
  district?: string;
  scripts?: boolean;
}

async function answer(
  page: Page,
  { nationality = 'CN', hukou, ground, district, scripts = true }: Answers,
): Promise<void> {
  await page.goto('/guide');
  if (scripts) await new GuardianPages(page).awake();
  await page.locator(`input[name="nationality"][value="${nationality}"]`).check();
  await page.locator('select[name="hukou"]').selectOption(hukou);
  for (const [part, value] of [
    ['year', `${YEAR}`],
    ['month', '5'],
    ['day', '20'],
  ]) {
    await page.locator(`input[name="birthDate.${part}"]`).fill(value!);
  }
  if (ground) await page.locator(`input[name="ground"][value="${ground}"]`).check();
  if (district) await page.locator('select[name="district"]').selectOption(district);
  await page.getByRole('button', { name: /^(查看结果|Show the service)$/ }).click();
}

/** Returns the number of A4 sheets that the page takes. */
async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({
    format: 'A4',
    margin: { top: '10mm', bottom: '10mm', left: '12mm', right: '12mm' },
  });
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length;
}

/** Takes a picture of the page as it would be printed. */
async function printed(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()!;
  await page.setViewportSize({ width: 703, height: 1047 });
  await page.emulateMedia({ media: 'print' });
  await picture(page, name);
  await page.emulateMedia({ media: null });
  await page.setViewportSize(before);
}

describe.each([
  { width: 390, language: 'zh-CN' as const },
  { width: 1280, language: 'zh-CN' as const },
  { width: 390, language: 'en' as const },
  { width: 1280, language: 'en' as const },
])('at $width px in $language', ({ width, language }) => {
  test('four answers and a district lead to a list that fits on a sheet and can be sent to anybody', async () => {
    const visitor = await visit(browser, { width, language });
    const { page } = visitor;
    await answer(page, { hukou: '130000', district: '02' });
    await page.waitForURL(/\/guide\/non-local-hukou\?district=02$/);
    await page
      .getByRole('heading', { level: 1, name: /^西城区入学准备清单$|^Xicheng: what to have ready$/ })
      .waitFor();
    await visitor.look('checklist');
    const text = await page.locator('main').innerText();
    // The sheet has the desk, the dates and the papers. It says where each answer is printed, and has the district's own
    // questions.
    for (const part of language === 'en'
      ? ['20 Shili Avenue, Xicheng', '010-6400 0002', 'Monday to Friday', 'the social insurance statement']
      : ['西城区示例大街 20 号', '010-6400 0002', '周一至周五', '全家户口簿', '营业执照右上角的 18 位代码']) {
      expect(text).toContain(part);
    }
    expect(text).toContain(language === 'en' ? 'How shall the originals be checked' : '原件怎样核验');
    expect(await page.locator('main table tbody tr').count()).toBe(7);
    expect(
      await page
        .locator('main')
        .getByRole('link', { name: /立即办理|Register now/ })
        .getAttribute('href'),
    ).toBe('/d/02/apply/non-local-hukou/notice');
    await printed(page, `checklist-printed-${width}-${language}`);
    expect(await sheets(page)).toBe(1);
    // Another person opens the same address.
    const other = await visit(browser, { width, language });
    await other.page.goto(page.url());
    expect(await other.page.locator('main h1').innerText()).toBe(await page.locator('main h1').innerText());
    await other.close();
    await visitor.close();
  });
});

test('nothing of the answers is kept, neither in the browser nor in the address', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await answer(page, { hukou: '130000', district: '01' });
  await page.getByRole('heading', { level: 1, name: '东城区入学准备清单' }).waitFor();
  expect(await page.context().cookies()).toEqual([]);
  const stored = () => page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }]);
  expect(JSON.stringify(await stored())).not.toMatch(/130000|birthDate|hukou|nationality/);
  for (const url of asked)
    expect(url).not.toMatch(new RegExp(`130000|${YEAR}|birthDate|hukou=|nationality=`));
  await page.goto('/guide');
  expect(await page.locator('select[name="hukou"]').inputValue()).not.toBe('130000');
  expect(await page.locator('input[name="birthDate.year"]').inputValue()).toBe('');
  await visitor.close();
});

test('without scripts: the answers first, then the district', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN', javaScriptEnabled: false });
  const { page } = visitor;
  await answer(page, { hukou: '110000', scripts: false });
  await page.waitForURL(/\/guide\/local-hukou$/);
  expect(await page.getByRole('heading', { name: '备好哪些材料' }).count()).toBe(0);
  await page.locator('select[name="district"]').selectOption('05');
  await page.getByRole('button', { name: '看清单' }).click();
  await page.waitForURL(/\/guide\/local-hukou\?district=05$/);
  const text = await page.locator('main').innerText();
  expect(text).toContain('丰台区');
  expect(text).toContain('全家户口簿');
  // Families of Beijing need neither residence permit nor proof of work.
  expect(text).not.toContain('居住证号码');
  expect(text).not.toContain('社会信用代码');
  expect(await page.getByRole('button', { name: '打印清单' }).count()).toBe(0);
  await visitor.close();
});

test('a ground goes with the list; whoever has to ask the district reads why first', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  await answer(page, { hukou: '130000', ground: 'POSTDOCTORAL', district: '01' });
  await page.waitForURL(/\/guide\/treated-as-local\?district=01&ground=POSTDOCTORAL$/);
  expect(await page.locator('main').innerText()).toContain('博士后在站证明');
  await visitor.look('checklist-ground');

  await answer(page, { nationality: 'other', hukou: 'none', district: '01' });
  const list = page.getByRole('link', { name: '查看要准备的清单' });
  await list.waitFor();
  expect(await page.getByRole('heading', { name: '请先咨询入学所在区教委' }).count()).toBe(1);
  await visitor.look('guide-consult');
  await list.click();
  await page.waitForURL(/ground=FOREIGN_NATIONAL/);
  await page.getByText('孩子的护照和居留许可').waitFor();
  expect(await page.locator('main').innerText()).not.toContain('户口簿首页的“户别”');

  // No service is online, so the page shows the phones and no list.
  await answer(page, { hukou: '810000' });
  await page.getByRole('heading', { name: '各区招生电话' }).waitFor();
  expect(await page.getByRole('link', { name: '查看要准备的清单' }).count()).toBe(0);
  expect(page.url()).toMatch(/\/guide$/);
  await visitor.close();
});

test('the list in the dark, and in large letters on the narrowest phone', async () => {
  for (const language of ['zh-CN', 'en'] as const) {
    const visitor = await visit(browser, { width: 320, language, colorScheme: 'dark' });
    const { page } = visitor;
    await page.goto('/display');
    await page
      .getByRole('contentinfo')
      .getByRole('button', { name: /^(大字|Large)$/ })
      .click();
    await page.locator('html[data-text="large"]').waitFor();
    await page.goto('/guide/non-local-hukou?district=04');
    await visitor.look('checklist-large-dark');
    await visitor.close();
  }
});

test('from a district’s page the district is chosen already', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  await page.goto('/d/07');
  await page.getByRole('link', { name: '不确定选哪项服务？' }).click();
  await page.waitForURL(/\/guide\?district=07$/);
  expect(await page.locator('select[name="district"]').inputValue()).toBe('07');
  await visitor.close();
});

test('a list that does not exist is not found, and a strange ground is none', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  for (const path of [
    '/guide/everybody',
    '/guide/local-hukou?district=99',
    '/guide/local-hukou?district=<b>',
  ]) {
    expect({ path, status: (await visitor.page.goto(path))!.status() }).toEqual({ path, status: 404 });
  }
  const address = '/guide/local-hukou?district=01&ground=BEAUTIFUL_EYES';
  expect((await visitor.page.goto(address))!.status()).toBe(200);
  await visitor.close();
});
