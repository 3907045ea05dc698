import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.ts';
import {
  CorrectRegistrationDocument,
  PreregisterDocument,
  RecordStateDocument,
  UndoPreregistrationDocument,
} from '@enrolment/schema/client';
import type { Browser } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { signInAs } from '../pages/provider.js';
import { SchoolPages } from '../pages/school.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { aChild, aPhone, askAs, setVerification, type MadeUpChild } from '../support/sandbox.js';
import { visit, type Visitor } from '../support/visitor.js';

const MOTHER = 'guardian-16';
const REGISTRAR = 'registrar-0101';
const SCHOOL = '0101';

interface Approved {
  number: string;
  child: MadeUpChild;
}

let browser: Browser;
const ready: Approved[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
  for (let count = 0; count < 9; count += 1) {
    const child = await aChild();
    ready.push({ child, number: await new Family(MOTHER, aPhone()).approved({ child }) });
  }
}, 300_000);
afterAll(() => browser.close());

const stageOf = async (number: string) =>
  (await askAs(MOTHER, RecordStateDocument, { number })).collectionRecord?.stage;

async function atTheDesk(language: 'zh-CN' | 'en' = 'zh-CN'): Promise<Visitor & { desk: SchoolPages }> {
  const visitor = await visit(browser, { width: 390, language });
  const desk = new SchoolPages(visitor.page);
  await desk.enter();
  await new GuardianPages(visitor.page).awake();
  return { ...visitor, desk };
}

/** The sealed notes, as anybody who opens the browser’s storage sees them; null where there is no storage. */
const stored = (visitor: Visitor) =>
  visitor.page.evaluate(async () => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === 'school-desk')) return null;
    const open = indexedDB.open('school-desk');
    const database = await new Promise<IDBDatabase>((done) => (open.onsuccess = () => done(open.result)));
    const read = (store: string) =>
      new Promise<unknown[]>((done) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => done(request.result as unknown[]);
      });
    const [keys, notes] = await Promise.all([read('keys'), read('notes')]);
    database.close();
    const readable = await Promise.all(
      (keys as CryptoKey[]).map((key) =>
        crypto.subtle.exportKey('raw', key).then(
          () => true,
          () => false,
        ),
      ),
    );
    const text = (notes as { text: ArrayBuffer }[]).map(({ text }) => new TextDecoder().decode(text)).join();
    return { notes: notes.length, text, keyCanBeRead: readable.includes(true) };
  });

test('without a connection a child that was looked up and one that was not are noted, survive the page, and are sent once', async () => {
  const [seen, unseen] = ready.splice(0, 2) as [Approved, Approved];
  const visitor = await atTheDesk();
  const { page, desk } = visitor;
  await desk.scan(seen.number);
  await desk.preregister.waitFor();
  await page.context().setOffline(true);
  await desk.preregister.click();
  await page.getByText(`${groupCollectionNumber(seen.number)} 已记在这台设备上`).waitFor();
  await page.getByText('1 条等着发出').waitFor();
  // What the number alone tells is told at once.
  await desk.scan(unseen.number.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)));
  await desk.unseen.getByText('编号不对').waitFor();
  await desk.scan(unseen.number);
  await desk.unseen.getByText('没有网络，现在查不到这张表').waitFor();
  await visitor.look('school-offline-unseen');
  await page.getByLabel('采集表上孩子的出生日期').fill(unseen.child.birthDate);
  await page.getByRole('button', { name: '先记下' }).click();
  await page.getByText('2 条等着发出').waitFor();
  await desk.scan(unseen.number);
  await desk.unseen.getByText('这一个已经记下').waitFor();
  await visitor.look('school-offline-waiting');
  const kept = (await stored(visitor))!;
  expect(kept).toMatchObject({ notes: 2, keyCanBeRead: false });
  for (const { number, child } of [seen, unseen])
    for (const plain of [number, child.name, child.documentNumber, child.birthDate])
      expect(kept.text).not.toContain(plain);
  // The page is killed; two tabs come back with the connection.
  await page.close();
  const [first, second] = [await visitor.page.context().newPage(), await visitor.page.context().newPage()];
  await first.context().setOffline(false);
  await Promise.all([first.goto('/school'), second.goto('/school')]);
  for (const { number } of [seen, unseen])
    for (let wait = 0; (await stageOf(number)) !== 'PREREGISTERED'; wait += 1) {
      if (wait > 100) throw new Error('it was not sent');
      await first.waitForTimeout(200);
    }
  for (const tab of [first, second]) {
    await tab.goto('/school/list');
    for (const { number } of [seen, unseen])
      expect(
        await tab
          .getByRole('listitem')
          .filter({ hasText: groupCollectionNumber(number) })
          .count(),
      ).toBe(1);
    await tab.getByText('条等着发出').waitFor({ state: 'detached' });
  }
  await visitor.close();
});

test('a desk that was offline for an hour while the district undid the record is told so by number', async () => {
  const [undone, mistyped] = ready.splice(0, 2) as [Approved, Approved];
  const visitor = await atTheDesk('en');
  const { page, desk } = visitor;
  await desk.scan(undone.number);
  await desk.preregister.waitFor();
  await page.clock.install();
  await page.context().setOffline(true);
  await desk.preregister.click();
  await page.getByText('1 waiting to be sent').waitFor();
  await desk.scan(mistyped.number);
  await page.getByLabel('The child’s birth date on the form').fill('2001-02-03');
  await page.getByRole('button', { name: 'Note on this device' }).click();
  await page.getByText('2 waiting to be sent').waitFor();
  await page.clock.fastForward('01:00:00');
  await setVerification(undone.child.documentNumber, 'SILENT');
  await askAs('officer-01', CorrectRegistrationDocument, {
    number: undone.number,
    input: { guardianName: '测试家' },
    reason: '户口簿上是这样',
  });
  expect(await stageOf(undone.number)).toBe('SUBMITTED');
  await page.context().setOffline(false);
  const told = page.getByRole('alert').filter({ hasText: 'Not preregistered' });
  await told.getByRole('heading', { name: 'Not preregistered: 2' }).waitFor();
  const of = (number: string) =>
    told.getByRole('listitem').filter({ hasText: groupCollectionNumber(number) });
  await of(mistyped.number).getByText('The birth date on the form is not that of the child').waitFor();
  await visitor.look('school-offline-undone');
  expect(await stageOf(mistyped.number)).toBe('APPROVED');
  expect(await stageOf(undone.number)).toBe('SUBMITTED');
  // The registrar says what happens.
  await of(mistyped.number).getByRole('button', { name: 'Remove' }).click();
  await page.getByText('Not preregistered: 1').waitFor();
  await of(undone.number).getByRole('link', { name: 'Look it up' }).click();
  await desk.found.getByText('No valid form was found').waitFor();
  // Signing out asks first, and leaves nothing.
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('1 on this device have not been preregistered').waitFor();
  await page.getByRole('button', { name: 'Erase and sign out' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/school'));
  await page.goto('/help');
  expect(await stored(visitor)).toBeNull();
  await visitor.close();
});

test('an answer that was lost does not preregister twice, and what a colleague undid meanwhile is not done anew', async () => {
  const [{ number }] = ready.splice(0, 1) as [Approved];
  const visitor = await atTheDesk();
  const { page, desk } = visitor;
  await desk.scan(number);
  await desk.preregister.waitFor();
  let answersLost = 1;
  await page.route('**/school/send*', async (route) => {
    if (answersLost === 0) return route.continue();
    answersLost -= 1;
    await route.fetch();
    await route.abort();
  });
  await desk.preregister.click();
  await page.getByText('1 条等着发出').waitFor();
  expect(await stageOf(number)).toBe('PREREGISTERED');
  await askAs(REGISTRAR, UndoPreregistrationDocument, { number, school: SCHOOL, reason: '登错了人' });
  await page.getByRole('button', { name: '现在试一次' }).click();
  const told = page.getByRole('alert').filter({ hasText: '1 条没有登记上' });
  await told.getByText(groupCollectionNumber(number)).waitFor();
  expect(await stageOf(number)).toBe('APPROVED');
  // Decided anew, it is done.
  await told.getByRole('button', { name: '再发一次' }).click();
  await page.getByRole('status').getByText('已发出并预登记 1 条').waitFor();
  expect(await stageOf(number)).toBe('PREREGISTERED');
  await visitor.close();
});

test('what a colleague noted at this device is not sent in the name of whoever signs in next', async () => {
  const [{ number }] = ready.splice(0, 1) as [Approved];
  const visitor = await atTheDesk();
  const { page, desk } = visitor;
  await desk.scan(number);
  await desk.preregister.waitFor();
  await page.context().setOffline(true);
  await desk.preregister.click();
  await page.getByText('1 条等着发出').waitFor();
  // The session goes without anybody signing out, as when it runs out.
  await page.close();
  const context = page.context();
  await context.clearCookies();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto('/school');
  await signInAs(next, /校同事/);
  const told = next.getByRole('alert').filter({ hasText: '1 条没有登记上' });
  await told.getByText('您登录以前，同事在这台设备上记下的').waitFor();
  expect(await stageOf(number)).toBe('APPROVED');
  await told.getByRole('button', { name: '以我的名义发出' }).click();
  await next.getByRole('status').getByText('已发出并预登记 1 条').waitFor();
  expect(await stageOf(number)).toBe('PREREGISTERED');
  const again = await askAs(REGISTRAR, PreregisterDocument, { numbers: [number], school: SCHOOL });
  expect(again.preregister.refused).toHaveLength(1);
  await visitor.close();
});

test.each([
  ['the header of a family’s page', '/help'],
  ['the page for it', '/sign-out'],
])('by %s too, signing out asks first and leaves nothing', async (_, path) => {
  const [{ number }] = ready.splice(0, 1) as [Approved];
  const visitor = await atTheDesk('en');
  const { page, desk } = visitor;
  await page.route('**/school/send*', (route) => route.abort());
  await desk.scan(number);
  await desk.preregister.click();
  await page.getByText('1 waiting to be sent').waitFor();
  await page.goto(path);
  await new GuardianPages(page).awake();
  const within = page.getByRole(path === '/help' ? 'banner' : 'main');
  await within.getByRole('button', { name: 'Sign out' }).click();
  await within.getByRole('alert').getByText('1 on this device have not been preregistered').waitFor();
  await visitor.look(`sign-out-waiting${path.replace('/', '-')}`);
  expect(await stored(visitor)).toMatchObject({ notes: 1 });
  await within.getByRole('button', { name: 'Erase and sign out' }).click();
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
  expect(await stored(visitor)).toBeNull();
  await visitor.close();
});

test('where this device fails after it has sent a decision, the form goes as it is, and it is done once', async () => {
  const [{ number }] = ready.splice(0, 1) as [Approved];
  const visitor = await atTheDesk();
  const { page, desk } = visitor;
  await desk.scan(number);
  await desk.preregister.waitFor();
  await page.evaluate(() => {
    IDBObjectStore.prototype.delete = () => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    };
  });
  await desk.preregister.click();
  await page
    .getByRole('status')
    .filter({ hasText: `${groupCollectionNumber(number)} 已预登记` })
    .waitFor();
  expect(await stageOf(number)).toBe('PREREGISTERED');
  await visitor.close();
});
