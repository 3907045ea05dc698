import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { PlaygroundPages } from '../pages/playground.js';
import { launchBrowser } from '../support/browser.js';
import { advanceClock } from '../support/sandbox.js';
import { picture, visit } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Collects the page's requests to other hosts and its errors in the console. */
function listen(page: Page): { strange: string[]; complaints: string[] } {
  const strange: string[] = [];
  const complaints: string[] = [];
  const ours = [process.env.E2E_API!, process.env.E2E_SANDBOX!];
  page.on('request', (request) => {
    const address = request.url();
    if (/^https?:/.test(address) && !ours.includes(new URL(address).origin)) strange.push(address);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { strange, complaints };
}

/** Looks at our own parts of the page; faults of the editor are GraphiQL's to mend. */
async function look(page: Page, name: string, parts: string[]): Promise<void> {
  await picture(page, name);
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await parts.reduce((all, part) => all.include(part), axe).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  expect({ name, found }).toEqual({ name, found: [] });
}

/** The first step of each kind; api/test/playground runs every step of every job. */
const STEPS: [job: string, step: string][] = [
  ['开发者查规则', '读规则'],
  ['监护人注册', '读监护人须知'],
  ['监护人注册', '读个人信息保护政策'],
  ['监护人注册', '取人机验证'],
  ['监护人注册', '发短信验证码'],
  ['监护人注册', '注册孩子'],
  ['监护人看记录', '看一条记录'],
  ['审核人员看记录', '看一条记录'],
  ['业务系统用令牌', '发一个令牌'],
  ['业务系统用令牌', '凭令牌看概况'],
];

test('the playground opens from here alone, fills steps in, tells the cost, and shows SMS and clock', async () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN', permissions });
  const { page } = visitor;
  const heard = listen(page);
  const playground = new PlaygroundPages(page);
  await page.goto(`${process.env.E2E_API!}/graphql`);
  await playground.step('开发者查规则', '读规则').waitFor();
  for (const [job, step] of STEPS) {
    // The notice takes ten seconds to read.
    if (step === '注册孩子') await advanceClock(11);
    const { data, errors, extensions } = await playground.run(job, step);
    expect({ job, step, errors: errors ?? null }).toEqual({ job, step, errors: null });
    const [value] = Object.values(data!) as ({ __typename?: string } | null)[];
    expect({ step, absent: !value, refused: value?.__typename === 'Refused' }).toEqual({
      step,
      absent: false,
      refused: false,
    });
    await playground.cost.filter({ hasText: extensions!.cost!.requested.toLocaleString('zh-CN') }).waitFor();
  }
  // The system's token is in the tab's headers, and nothing of the signed-in person was sent.
  await playground.cost.filter({ hasText: '这一分钟还剩' }).waitFor();
  expect(await playground.copy('curl')).toContain('"authorization: Bearer $ACCESS_TOKEN"');
  expect(await playground.copy('Python')).toContain('urllib.request.urlopen(request)');
  expect(await playground.copy('TypeScript')).not.toMatch(/enrol_|Bearer ey/);
  await look(page, 'playground', ['.examples', '.run', '.session']);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(900);

  await page.getByRole('button', { name: /^Show 沙箱 Sandbox/ }).click();
  await page.getByText('用于注册').first().waitFor();
  const clock = page.locator('.sandbox .clock time');
  const before = Date.parse((await clock.getAttribute('datetime'))!);
  await page.getByRole('button', { name: '+3 分钟' }).click();
  await page.waitForFunction(
    ([from]) => Date.parse(document.querySelector('.sandbox .clock time')!.getAttribute('datetime')!) > from!,
    [before + 170_000],
  );
  await look(page, 'playground-sandbox', ['.sandbox']);
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, 'playground-phone', ['.sandbox', '.run', '.session']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(heard).toEqual({ strange: [], complaints: [] });
  await visitor.close();
});

test('the menu signs in as anybody of the sandbox, and out', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const heard = listen(page);
  const playground = new PlaygroundPages(page);
  await page.goto(`${process.env.E2E_API!}/graphql`);
  await playground.run('审核人员看记录', '看登录的身份');
  const people = (await (await fetch(`${process.env.E2E_SANDBOX!}/identities`)).json()) as {
    id: string;
    name: string;
    role: string;
  }[];
  // There is one example of each role.
  const everyRole = [...new Map(people.map((person) => [person.role, person])).values()];
  expect(everyRole.length).toBe(7);
  for (const { id, name } of everyRole) {
    await playground.signInAs(id);
    const { data } = await playground.execute('Viewer');
    expect(data!['viewer']).toMatchObject({ name });
  }
  await playground.signInAs('');
  expect((await playground.execute('Viewer')).data).toEqual({ viewer: null });
  expect(heard).toEqual({ strange: [], complaints: [] });
  await visitor.close();
});
