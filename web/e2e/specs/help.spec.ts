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

/** Complaints in families' own words, each with the question that answers it. */
const ASKED: [question: string, zh: string, en: string][] = [
  ['slow', '开放当天进不去', 'cannot get in on opening day'],
  ['timeout', '填了一半超时，填的全没了', 'timeout, everything lost'],
  ['nobody-answers', '电话打不通', 'nobody answers the phone'],
  ['rejected', '没说原因就被拒了', 'rejected without a reason'],
  ['stale', '居住证信息对不上', 'the data do not match'],
  ['districts-differ', '各区规定不一样', 'districts have different rules'],
  ['traps', '参保区要和居住地一个区吗', 'which district of social insurance'],
  ['wrong-district', '选错区了', 'wrong district'],
  ['wrong-data', '姓名填错了', 'wrong name'],
  ['originals', '要带复印件排队吗', 'originals and copies'],
  ['waiting', '待验证好几天没消息', 'waiting for days'],
  ['rare-characters', '名字有生僻字', 'rare character in the name'],
  ['single', '离婚怎么填', 'single mother'],
  ['collective', '集体户口', 'collective hukou'],
  ['hukou-elsewhere', '孩子户籍和父母不在一起', 'the child’s hukou is elsewhere'],
  ['early', '登记晚了会不会吃亏', 'is it worse to register late'],
  ['home', '没通过，来得及回老家吗', 'too late to enrol at home'],
  ['device', '一定要用谷歌浏览器吗', 'which browser'],
  ['sign-in', '京通', 'Jingtong'],
  ['print', '采集表', 'print the collection form'],
  // These are synonyms.
  ['permit', '暂住证快过期', 'residence card expires'],
  ['authorise', '爸爸也想看', 'the father wants to see it'],
  ['returned', '被打回了', 'sent back to me'],
];

const answers = (page: Page) => page.locator('main details');

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  test('every complaint finds its question first, without scripts, and each has its next step', async () => {
    const visitor = await visit(browser, { width: 390, language, javaScriptEnabled: false });
    const { page } = visitor;
    for (const [id, zh, en] of ASKED) {
      const query = language === 'en' ? en : zh;
      await page.goto(`/help?${new URLSearchParams({ q: query })}`);
      const first = await answers(page).first().locator('div').getAttribute('id', { timeout: 2000 });
      expect({ query, first }).toEqual({ query, first: id });
      expect(await answers(page).first().locator('p').first().isVisible()).toBe(true);
    }
    await page.goto('/help');
    const all = await answers(page).count();
    expect(all).toBeGreaterThan(35);
    expect(await page.locator('main details .next a').count()).toBe(all);
    const steps = await page
      .locator('main details .next a')
      .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')!))]);
    for (const step of steps) {
      const answer = await page.request.get(new URL(step, page.url()).href, { maxRedirects: 0 });
      expect({ step, status: answer.status() < 400 }).toEqual({ step, status: true });
    }
    await visitor.close();
  });

  test('the manual is found by its name, and its sections by what they are about', async () => {
    const visitor = await visit(browser, { width: 390, language, javaScriptEnabled: false });
    const { page } = visitor;
    const asked =
      language === 'en'
        ? { manual: 'user manual', '1-1': 'Jingtong', '4-1': 'collection form', '6-2': 'withdraw the record' }
        : { manual: '操作手册', '1-1': '京通', '4-1': '采集表', '6-2': '撤销信息' };
    for (const [place, query] of Object.entries(asked)) {
      await page.goto(`/help?${new URLSearchParams({ q: query })}`);
      const links = page.getByRole('region', { name: /操作手册里的|In the user manual/ }).getByRole('link');
      const found = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect({ query, found }).toEqual({
        query,
        found: expect.arrayContaining([place === 'manual' ? '/manual' : `/manual#${place}`]),
      });
    }
    await visitor.close();
  });

  test('it is found while typing, and nothing found says whom to call', async () => {
    for (const width of [390, 1280]) {
      const visitor = await visit(browser, { width, language });
      const { page } = visitor;
      await page.goto('/help');
      await new GuardianPages(page).awake();
      const all = await answers(page).count();
      await visitor.look('help-all');
      await page.getByRole('searchbox').fill(language === 'en' ? 'divorced' : '离婚');
      await page.getByRole('status').getByRole('link').waitFor();
      expect(await answers(page).first().locator('div').getAttribute('id')).toBe('single');
      expect(await answers(page).count()).toBeLessThan(all);
      await visitor.look('help-found');
      await page.getByRole('searchbox').fill(language === 'en' ? 'swimming pool' : '游泳馆');
      await page.getByRole('heading', { name: /没有找到相关的问题|No question matches/ }).waitFor();
      expect(await page.locator('main a[href="tel:01000000000"]').count()).toBe(2);
      await visitor.look('help-none');
      await page.getByRole('searchbox').fill('');
      await answers(page)
        .nth(all - 1)
        .waitFor();
      await visitor.close();
    }
  });

  test('an address with a question opens its answer; paper has every answer', async () => {
    const visitor = await visit(browser, { width: 390, language });
    const { page } = visitor;
    await page.goto('/help#returned');
    await page.locator('details[open] #returned').waitFor();
    await page.setViewportSize({ width: 703, height: 1047 });
    await page.emulateMedia({ media: 'print' });
    await picture(page, `help-printed-${language}`);
    for (const id of ['slow', 'print', 'privacy'])
      expect(await page.locator(`#${id} p`).first().isVisible()).toBe(true);
    await visitor.close();
  });
});
