import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { PlaygroundPages } from '../pages/playground.js';
import { launchBrowser } from '../support/browser.js';
import { advanceClock } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What the page asked another host for, and what it complained about. */
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

const JOBS: [job: string, steps: string[]][] = [
  ['开发者查规则', ['读规则', '读各区日程', '问该走哪项服务']],
  ['监护人注册', ['读监护人须知', '读个人信息保护政策', '取人机验证', '发短信验证码', '注册孩子']],
  ['监护人看记录', ['看我的记录', '看一条记录']],
  ['审核人员看记录', ['看登录的身份', '看一条记录']],
  ['监护人撤销', ['看我的记录', '发撤销验证码', '撤销']],
];

test('the playground opens from here alone, and every step of every job runs as it is', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const heard = listen(page);
  const playground = new PlaygroundPages(page);
  await page.goto(`${process.env.E2E_API!}/graphql`);
  await playground.step('开发者查规则', '读规则').waitFor();
  for (const [job, steps] of JOBS) {
    for (const step of steps) {
      // The notice takes ten seconds to read, and a second code 180.
      if (step === '注册孩子') await advanceClock(11);
      if (step === '发撤销验证码') await advanceClock(181);
      const answer = await playground.run(job, step);
      expect({ job, step, errors: answer.errors ?? null }).toEqual({ job, step, errors: null });
      for (const [field, value] of Object.entries(answer.data!)) {
        const refused = (value as { __typename?: string } | null)?.__typename === 'Refused';
        expect({ job, step, field, value, refused, absent: value === null }).toEqual({
          ...{ job, step, field, value },
          refused: false,
          absent: false,
        });
      }
    }
  }
  await page.screenshot({ path: '.cache/screenshots/playground.png' });
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
  // One of each role.
  const everyRole = [...new Map(people.map((person) => [person.role, person])).values()];
  expect(everyRole.length).toBe(5);
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
