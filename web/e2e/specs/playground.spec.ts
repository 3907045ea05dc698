import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { PlaygroundPages, type Answer } from '../pages/playground.js';
import { launchBrowser } from '../support/browser.js';
import { advanceClock } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

jest.setTimeout(300_000);

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
  ['开发者查规则', ['读规则', '读各区日程', '问该走哪项服务', '读入学准备清单']],
  ['监护人注册', ['读监护人须知', '读个人信息保护政策', '取人机验证', '发短信验证码', '注册孩子']],
  ['监护人看记录', ['看我的记录', '看一条记录']],
  ['审核人员看记录', ['看登录的身份', '看一条记录']],
  ['监护人撤销', ['看我的记录', '发撤销验证码', '撤销']],
  // The whole way with another child: what is withdrawn does not go on.
  ['监护人注册', ['取人机验证', '发短信验证码', '读监护人须知', '注册孩子']],
  ['监护人录入详细信息', ['读要填什么', '看已填的和版本', '暂存', '提交', '看回执', '看身份核验']],
  ['监护人授权', ['授权', '看授权', '取消授权']],
  ['审核人员审核', ['看办理情况', '退回身份核验', '收回退回，身份通过', '退回住所材料']],
  ['监护人补充更正', ['看审核', '看已填的和版本', '改好再提交']],
  ['审核人员不予通过', ['不予通过']],
  ['监护人申请复核', ['申请复核']],
  ['审核人员复核并通过', ['同意复核', '户口簿通过', '居住证通过', '住所通过', '就业通过']],
  ['监护人取采集表', ['取采集表链接', '核验采集表']],
  ['学校预登记', ['看本区学校', '预登记']],
  ['区教委录取', ['录取']],
  ['区教委公布结果', ['公布']],
  ['监护人看结果', ['看入学结果', '看谁看过']],
  ['监护人取回全部数据', ['发取数验证码', '确认验证码', '取全部数据']],
];

/** The newest answer shows where the record stands by then. */
const SHOWS: Record<string, unknown> = {
  看身份核验: { collectionRecord: { stage: 'IDENTITY_VERIFIED', identityCheck: { status: 'PASSED' } } },
  改好再提交: { submitDetails: { stage: 'IDENTITY_VERIFIED' } },
  申请复核: { appeal: { stage: 'APPEALED' } },
  核验采集表: { formVerification: { status: 'VALID' } },
  看入学结果: { collectionRecord: { stage: 'ADMITTED', admissionResult: { outcome: 'ADMITTED' } } },
  取全部数据: { recordExport: { whole: true } },
};

const stageOf = ({ data }: Answer) => (data?.['collectionRecord'] as { stage?: string } | null)?.stage;

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
      if (['取人机验证', '发撤销验证码', '发取数验证码'].includes(step)) await advanceClock(181);
      let answer = await playground.run(job, step);
      // The verification gateway calls back about a second later.
      for (let wait = 0; step === '看身份核验' && wait < 20 && stageOf(answer) === 'SUBMITTED'; wait += 1) {
        await page.waitForTimeout(500);
        answer = await playground.run(job, step);
      }
      expect({ job, step, errors: answer.errors ?? null }).toEqual({ job, step, errors: null });
      for (const [field, value] of Object.entries(answer.data!)) {
        const told = value as { __typename?: string; refused?: unknown[] } | null;
        const refused = told?.__typename === 'Refused' || (told?.refused?.length ?? 0) > 0;
        expect({ job, step, field, value, refused, absent: value === null }).toEqual({
          ...{ job, step, field, value },
          refused: false,
          absent: false,
        });
      }
      if (SHOWS[step]) expect({ step, ...answer.data }).toMatchObject({ step, ...SHOWS[step] });
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
