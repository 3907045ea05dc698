import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.ts';
import { CollectionFormDocument } from '@enrolment/schema/client';
import type { Browser, Locator, Page } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { SchoolPages } from '../pages/school.js';
import { launchBrowser } from '../support/browser.js';
import { FakeCamera } from '../support/fake-camera.js';
import { Family } from '../support/family.js';
import { aPhone, askAs } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

const camera = new FakeCamera('form');
let withCamera: Browser;
let denying: Browser;
let without: Browser;
let number: string;
beforeAll(async () => {
  withCamera = await launchBrowser(camera.args());
  denying = await launchBrowser(camera.args('deny'));
  without = await launchBrowser();
  number = await new Family('guardian-15', aPhone()).approved();
});
afterAll(() => Promise.all([withCamera, denying, without].map((one) => one.close())));

async function printedForm(): Promise<Uint8Array> {
  const { collectionRecord } = await askAs('guardian-15', CollectionFormDocument, { number });
  const { pathname } = new URL(collectionRecord!.formUrl!);
  return new Uint8Array(await (await fetch(process.env.E2E_API! + pathname)).arrayBuffer());
}

/** Follows the cameras that the page opens, to see whether each is switched off. */
async function followed(page: Page): Promise<() => Promise<MediaStreamTrackState[]>> {
  await page.addInitScript(() => {
    const opened: MediaStreamTrack[] = [];
    Object.assign(window, { opened });
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      opened.push(...stream.getTracks());
      return stream;
    };
  });
  return () =>
    page.evaluate(() =>
      (window as unknown as { opened: MediaStreamTrack[] }).opened.map((track) => track.readyState),
    );
}

test('the code of a printed form is read by the camera, whose light is off afterwards; a strange code is told', async () => {
  const visitor = await visit(withCamera, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const states = await followed(page);
  const desk = new SchoolPages(page);
  await desk.enter();
  await new GuardianPages(page).awake();
  camera.holdCodeOf('https://example.org/menu');
  await desk.openCamera.click();
  await page.getByText('这不是采集表上的码').waitFor();
  expect(await states()).toEqual(['live']);
  await visitor.look('school-camera');
  await page.keyboard.press('Escape');
  await desk.openCamera.waitFor();
  expect(await states()).toEqual(['ended']);
  await camera.holdForm(await printedForm());
  await desk.openCamera.click();
  await desk.found.getByText('采集表有效').waitFor();
  await desk.found.getByText(groupCollectionNumber(number)).waitFor();
  expect(await desk.number.inputValue()).toBe(groupCollectionNumber(number));
  expect(await states()).toEqual(['ended', 'ended']);
  await visitor.close();
});

test('by keyboard the camera is opened and closed, and the focus stays with its button', async () => {
  const visitor = await visit(withCamera, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const desk = new SchoolPages(page);
  await desk.enter();
  const focused = (button: Locator) => button.and(page.locator(':focus')).waitFor();
  await desk.openCamera.press('Enter');
  await focused(desk.closeCamera);
  await page.keyboard.press('Enter');
  await focused(desk.openCamera);
  await page.keyboard.press('Enter');
  await focused(desk.closeCamera);
  await page.keyboard.press('Escape');
  await focused(desk.openCamera);
  await visitor.close();
});

test('whoever comes to the desk from another page of the office can open the camera there, and nowhere else', async () => {
  const visitor = await visit(withCamera, { width: 1280, language: 'en' });
  const { page } = visitor;
  const desk = new SchoolPages(page);
  await desk.enter();
  await page.goto('/office/dashboard');
  await new GuardianPages(page).awake();
  const refusal = () =>
    page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => null,
        (error: Error) => error.name,
      ),
    );
  expect(await refusal()).toBe('NotAllowedError');
  await page.getByRole('banner').getByRole('link', { name: 'Desk' }).click();
  await page.waitForURL(/\/school$/);
  await camera.holdForm(await printedForm());
  await desk.openCamera.click();
  await desk.found.getByText('The form is valid').waitFor();
  await visitor.close();
});

test('a camera that is not allowed, and a device without one, are told beside the way on', async () => {
  const denied = await visit(denying, { width: 390, language: 'en' });
  await new SchoolPages(denied.page).enter();
  await new SchoolPages(denied.page).openCamera.click();
  await denied.page.getByRole('alert').getByText('The camera is not allowed.').waitFor();
  await denied.look('school-camera-denied');
  await denied.close();
  const none = await visit(without, { width: 1280, language: 'zh-CN' });
  await new SchoolPages(none.page).enter();
  await new SchoolPages(none.page).openCamera.click();
  await none.page.getByRole('alert').getByText('这台设备上没有找到摄像头').waitFor();
  // Typing goes on as ever.
  await new SchoolPages(none.page).scan(number);
  await new SchoolPages(none.page).found.getByText('可以预登记').waitFor();
  await none.close();
});
