import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { PHASE_KINDS } from '@enrolment/rulebook/vocabulary.js';
import {
  DistrictEntranceDocument,
  SetPhaseDocument,
  type PhaseKind,
  type ServiceKind,
} from '@enrolment/schema/client';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { aPhone, askAs, now } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

const DAY = 86_400_000;
const SERVICES = ['NON_LOCAL_HUKOU', 'TREATED_AS_LOCAL', 'LOCAL_HUKOU'] as const;

let browser: Browser;
let today: number;
/** The calendars of 东城区 and 西城区 before the tests. They are restored, whatever day the specs before have reached. */
const calendars = {} as Record<District, Record<ServiceKind, Phase[]>>;
beforeAll(async () => {
  today = (await now()).getTime();
  for (const code of ['01', '02'] as const) {
    const { district } = await askAs(`admin-${code}`, DistrictEntranceDocument, { code });
    calendars[code] = {
      NON_LOCAL_HUKOU: district!.nonLocalHukou,
      TREATED_AS_LOCAL: district!.treatedAsLocal,
      LOCAL_HUKOU: district!.localHukou,
    };
  }
  browser = await launchBrowser();
});
afterAll(() => browser.close());

type District = '01' | '02';
type Phase = { kind: PhaseKind; opensAt: string; closesAt: string };

const inDays = (days: number) => new Date(today + days * DAY).toISOString();

async function setPhase(
  district: District,
  service: ServiceKind,
  { kind, opensAt, closesAt }: Phase,
): Promise<void> {
  const phase = { district, service, kind, opensAt, closesAt };
  expect(await askAs(`admin-${district}`, SetPhaseDocument, phase)).toMatchObject({
    setPhase: { __typename: 'Phase' },
  });
}

/** Keeps the beginning of a phase and ends it in the given number of days. */
async function endRegistration(district: District, service: ServiceKind, days: number): Promise<void> {
  const phase = calendars[district][service].find(({ kind }) => kind === 'REGISTRATION')!;
  await setPhase(district, service, { ...phase, closesAt: inDays(days) });
}

/** Sets the first phases first, since none may begin before the registration. */
async function putBack(district: District, service: ServiceKind): Promise<void> {
  for (const kind of PHASE_KINDS) {
    const phase = calendars[district][service].find((one) => one.kind === kind);
    if (phase) await setPhase(district, service, phase);
  }
}

test.each([
  { width: 390, language: 'zh-CN', colorScheme: 'light' },
  { width: 1280, language: 'en', colorScheme: 'dark' },
] as const)(
  'whoever comes after registration has closed reads so at once, and where it is open ($width, $language)',
  async (reader) => {
    const visitor = await visit(browser, reader);
    const { page } = visitor;
    /** Reloads until the page is new: it may be one second old and show the earlier state. */
    const untilShown = async (path: string, what: Locator) => {
      do await page.goto(path);
      while ((await what.count()) === 0);
    };
    const closed = page.getByRole('status').filter({ hasText: /注册已经结束|is closed/ });
    try {
      for (const service of SERVICES) await endRegistration('02', service, -1);
      await endRegistration('01', 'LOCAL_HUKOU', -1);
      for (const path of ['/d/02', '/d/02/apply', '/d/02/apply/non-local-hukou/notice']) {
        await untilShown(path, closed);
        // Nobody is sent to a form that will be refused, or has to read for ten seconds before it.
        expect(await page.getByRole('checkbox').count()).toBe(0);
        expect(await page.getByRole('link', { name: /立即办理|^Register now/ }).count()).toBe(0);
        const elsewhere = closed.getByRole('link', { name: /东城区|Dongcheng/ });
        expect(await elsewhere.getAttribute('href')).toBe('/d/01/apply');
        expect(await closed.getByRole('link', { name: /西城区|Xicheng/ }).count()).toBe(0);
        await visitor.look(`closed-${path.split('/').at(-1)!}`);
      }
      // A service that is closed in other districts too has a list of its own.
      await page.goto('/d/02');
      const services = await closed.locator('.services').allInnerTexts();
      const lists = await closed.getByRole('list').allInnerTexts();
      const isLocal = (name: string) => /^(本市户籍|Enrolment of children with Beijing)/.test(name);
      expect(services.map(isLocal).toSorted()).toEqual([false, true]);
      expect(lists.map((list) => /东城区|Dongcheng/.test(list))).toEqual(
        services.map((name) => !isLocal(name)),
      );
      await putBack('01', 'LOCAL_HUKOU');
      // Nothing may begin before the registration, so the last phase is moved first.
      for (const kind of PHASE_KINDS.toReversed())
        await setPhase('02', 'TREATED_AS_LOCAL', { kind, opensAt: inDays(3), closesAt: inDays(60) });
      await untilShown(
        '/d/02/apply/treated-as-local/notice',
        page.getByRole('heading', { name: /还没有开始注册|has not begun/ }),
      );
      // One service that is open opens the district.
      await endRegistration('02', 'LOCAL_HUKOU', 1);
      await untilShown('/d/02', page.getByRole('link', { name: /立即办理|^Register now/ }));
      await untilShown('/d/02/apply/local-hukou/notice', page.getByRole('checkbox'));
      await page.goto('/');
      const tile = (name: RegExp) => page.locator('#districts ~ ul').getByRole('link', { name });
      const xicheng = await tile(/西城区|Xicheng/).innerText();
      expect(xicheng).toMatch(/^(西城区|Xicheng)\n(本市户籍：注册中|Beijing hukou: Open)/);
      expect(xicheng).toMatch(/\n(按本市户籍对待|Treated as local).*(开始注册|Opens on)/);
      expect(xicheng).toMatch(/\n(非本市户籍：注册已结束|No Beijing hukou: Registration has closed)$/);
      // Where all three services stand alike, the page says it once.
      expect((await tile(/东城区|Dongcheng/).innerText()).split('\n')).toHaveLength(2);
      await visitor.look('portal-services');
    } finally {
      for (const service of SERVICES) await putBack('02', service);
      await putBack('01', 'LOCAL_HUKOU');
    }
    await visitor.close();
  },
);

test('whoever withdraws after registration has closed reads what it means, and says that they know', async () => {
  const phone = aPhone();
  const number = await new Family('guardian-11', phone, '02').register();
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  try {
    await endRegistration('02', 'NON_LOCAL_HUKOU', -1);
    const guardian = new GuardianPages(page);
    await page.goto(`/my/${number}/withdraw`);
    await guardian.signIn(/吴试妈/);
    const closed = page.getByText(/^注册已于 .+ 截止$/);
    // The page may be one second old and show the earlier state.
    while ((await closed.count()) === 0) await page.reload();
    await page.getByText(/孩子今年就不能再在西城区注册了/).waitFor();
    const main = page.getByRole('main');
    expect(await main.getByRole('link', { name: '东城区' }).getAttribute('href')).toBe('/d/01');
    expect(await main.getByRole('link', { name: '西城区' }).count()).toBe(0);
    await visitor.look('withdraw-closed');
    await guardian.askForCode();
    await page.getByRole('button', { name: '确认撤销' }).click();
    await page.getByText('请先勾选确认：现在撤销，今年不能在这个区重新注册。').first().waitFor();
    expect((await page.request.get(`/my/${number}`)).status()).toBe(200);
    await page.getByRole('checkbox', { name: /我知道注册已经截止/ }).check();
    await guardian.fillCode(phone, /撤销儿童/);
    await page.getByRole('button', { name: '确认撤销' }).click();
    await page.getByText('这个区现在不在注册时间内。').waitFor();
    expect((await page.request.get(`/my/${number}`)).status()).toBe(404);
  } finally {
    await putBack('02', 'NON_LOCAL_HUKOU');
  }
  await visitor.close();
});
