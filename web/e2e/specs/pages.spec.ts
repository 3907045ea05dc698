import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { faultsOf, outlineOf } from '../support/outline.js';
import { without } from '../support/product.js';
import { PUBLIC_PAGES, pagesOf, type SitePage } from '../support/site-pages.js';
import { recordsAtEveryStage } from '../support/stages.js';
import { picture, visit, type Visitor } from '../support/visitor.js';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

let browser: Browser;
let pages: SitePage[];
const cookies: { mother: Cookies; father: Cookies } = { mother: [], father: [] };
beforeAll(async () => {
  browser = await launchBrowser();
  const [stages] = await Promise.all([
    recordsAtEveryStage(),
    signIn('mother', /郑试妈/),
    signIn('father', /郑试爸/),
  ]);
  pages = [...PUBLIC_PAGES, ...pagesOf(stages)];
});
afterAll(() => browser.close());

async function signIn(who: keyof typeof cookies, name: RegExp): Promise<void> {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  await visitor.page.goto('/my');
  await new GuardianPages(visitor.page).signIn(name);
  const all = await visitor.page.context().cookies();
  cookies[who] = all.filter((cookie) => cookie.name !== 'PARAGLIDE_LOCALE');
  await visitor.close();
}

/** Opens every page; a fault on one page does not stop the others. */
async function onEveryPage(
  visitor: Visitor,
  work: (page: SitePage, wrong: (what: string) => void) => Promise<void>,
): Promise<void> {
  const problems: string[] = [];
  for (const one of pages) {
    const wrong = (what: string) => void problems.push(`${one.name}: ${what}`);
    await visitor.page.context().clearCookies();
    if (one.as) await visitor.page.context().addCookies(cookies[one.as]);
    const answer = await visitor.page.goto(one.path);
    const expected = one.status ?? 200;
    if (answer!.status() !== expected) wrong(`status ${answer!.status()}`);
    const { pathname } = new URL(visitor.page.url());
    if (pathname !== new URL(one.path, visitor.page.url()).pathname) wrong(`leads to ${pathname}`);
    await new GuardianPages(visitor.page).awake();
    await work(one, wrong);
  }
  expect(problems).toEqual([]);
}

test.each([
  { width: 390, language: 'zh-CN', colorScheme: 'light' },
  { width: 768, language: 'en', colorScheme: 'dark', reducedMotion: 'reduce' },
] as const)('every page at $width px in $language, $colorScheme', async (reader) => {
  const visitor = await visit(browser, reader);
  const titles = new Map<string, string>();
  await onEveryPage(visitor, async ({ name, again }, wrong) => {
    await visitor.look(`page-${name}`).catch((error: Error) => wrong(error.message));
    const outline = await outlineOf(visitor.page);
    const { title, moving } = outline;
    faultsOf(outline, reader.language).forEach(wrong);
    if ('reducedMotion' in reader && moving > 0) wrong(`${moving} things move`);
    if (!again && titles.has(title)) wrong(`has the title of ${titles.get(title)}`);
    titles.set(title, name);
  });
  await visitor.close();
});

const sidewaysOn = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= window.innerWidth) return null;
    const right = (one: Element) => one.getBoundingClientRect().right;
    const widest = [...document.querySelectorAll('body *')].reduce((one, other) =>
      right(other) > right(one) ? other : one,
    );
    return `${scrollWidth} px: ${widest.outerHTML.slice(0, 160)}`;
  });

test('no page scrolls sideways: wide, narrow, with large text, with text of twice the size, on paper', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  await onEveryPage(visitor, async ({ name }, wrong) => {
    const fits = async (how: string) => {
      const sideways = await sidewaysOn(page);
      if (sideways) wrong(`${how}, ${sideways}`);
    };
    await fits('1280');
    await picture(page, `page-${name}-1280`);
    await page.setViewportSize({ width: 320, height: 700 });
    await fits('320');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.evaluate(() => document.documentElement.setAttribute('data-text', 'large'));
    await fits('large');
    await picture(page, `page-${name}-large`);
    await page.evaluate(() => document.documentElement.removeAttribute('data-text'));
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await fits('twice');
    await page.evaluate(() => (document.documentElement.style.fontSize = ''));
    // This is A4 within its margins.
    await page.setViewportSize({ width: 718, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    await fits('print');
    await picture(page, `page-${name}-print`);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1280, height: 900 });
  });
  await visitor.close();
});

test('while the API does not answer each kind of page says so, with a way on', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const context = visitor.page.context();
  await context.addCookies(cookies.mother);
  // Asks for a page of the site first, so that it has reference data to stand in.
  await visitor.page.goto('/my');
  const kinds = pages.filter(({ as, again, name }) => as === 'mother' && !again && name !== 'sign-out');
  const needy = ['portal', 'district', 'notice', 'verify-unknown'];
  await without('api', async () => {
    await Promise.all(
      [...pages.filter(({ name }) => needy.includes(name)), ...kinds].map(async ({ name, path }) => {
        // It opens no tabs, because a browser sends at most six requests to one host at once.
        const answer = await context.request.get(path);
        const [main] = /<main[^]*<\/main>/.exec(await answer.text())!;
        const links = [...main.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
        expect({ name, status: answer.status() }).toEqual({ name, status: 503 });
        expect(links).toEqual(expect.arrayContaining([path, '/', '/help']));
        expect(main).toContain('系统暂时连不上');
      }),
    );
    await visitor.page.goto('/my');
    await visitor.look('page-my-api-away');
  });
  await visitor.page.getByRole('link', { name: '再试一次' }).click();
  await visitor.page.getByRole('heading', { name: '个人中心' }).waitFor();
  await visitor.close();
});

test('whoever waits for a page is told that it is on its way', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  await page.goto('/d/01');
  await new GuardianPages(page).awake();
  await without('api', async () => {
    await page.getByRole('link', { name: '立即办理' }).click();
    await page.getByRole('status').getByText('正在打开页面').waitFor();
  });
  await page.waitForURL(/\/apply$/);
  await page.getByText('正在打开页面').waitFor({ state: 'detached' });
  // The new page's title is announced, and reading begins at the top.
  expect(await page.locator('#svelte-announcer').innerText()).toContain('选择服务');
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await visitor.close();
});
