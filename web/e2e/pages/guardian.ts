import type { Page } from 'playwright-core';
import { advanceClock, codeSentTo, type MadeUpChild } from '../support/sandbox.js';
import { signInAs } from './provider.js';

const READING_SECONDS = 11;

/** The guardian's way, found by what a person sees: roles and labels in either language. */
export class GuardianPages {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  signIn(name: RegExp): Promise<void> {
    return signInAs(this.page, name);
  }

  async chooseService(path: string): Promise<void> {
    await this.page.locator(`main a[href*="/${path}/"]`).click();
    await this.page.waitForURL(/\/notice$/);
  }

  get accept() {
    return this.page.getByRole('checkbox');
  }

  /** Waits until the page's scripts run; SvelteKit then adds its announcer of titles. */
  async awake(): Promise<void> {
    await this.page.locator('#svelte-announcer').waitFor({ state: 'attached' });
  }

  /** Has read the notice for long enough, ticks the box and confirms. */
  async acceptNotice(): Promise<void> {
    await this.hasRead();
    await this.readAndAccept();
  }

  /** The ten seconds pass at once, for the service by its clock and for the site by the moment at which the notice was opened. */
  async hasRead(): Promise<void> {
    await advanceClock(READING_SECONDS);
    const context = this.page.context();
    const [opened] = (await context.cookies(this.page.url())).filter(({ name }) => name === 'notice');
    const { openedAt, ...notice } = JSON.parse(decodeURIComponent(opened!.value)) as { openedAt: number };
    const value = JSON.stringify({ ...notice, openedAt: openedAt - READING_SECONDS * 1000 });
    await context.addCookies([{ ...opened!, value: encodeURIComponent(value) }]);
    await this.page.reload();
  }

  /** Reads for ten seconds, ticks the box and confirms. */
  async readAndAccept(): Promise<void> {
    await this.awake();
    await this.accept.and(this.page.locator(':enabled')).waitFor();
    await this.accept.check();
    await this.page.getByRole('button', { name: /^(确认|Confirm)$/ }).click();
  }

  async fillChild(child: MadeUpChild): Promise<void> {
    await this.page.getByLabel(/孩子的姓名|The child’s name/).fill(child.name);
    await this.page.getByLabel(/孩子的证件号码|The child’s document number/).fill(child.documentNumber);
    await this.page.getByLabel(/^户籍所在地|^Household registration/).selectOption('130000');
  }

  async fillGuardian({ documentNumber, phone }: { documentNumber: string; phone: string }): Promise<void> {
    await this.page.getByLabel(/您的证件号码|Your document number/).fill(documentNumber);
    await this.page.getByLabel(/^手机号|^Mobile phone/).fill(phone);
  }

  async askForCode(): Promise<void> {
    await this.page.getByRole('button', { name: /获取验证码|Get a code/ }).click();
    await this.page.getByRole('button', { name: /再发|Again/ }).waitFor();
  }

  get code() {
    return this.page.getByLabel(/短信验证码|SMS code/);
  }

  async fillCode(phone: string, containing: RegExp): Promise<void> {
    await this.code.fill(await codeSentTo(phone, containing));
  }

  get submit() {
    return this.page.getByRole('button', { name: /^(提交信息|Submit)$/ });
  }

  /** Returns the collection number from the address of the child's page. */
  async numberShown(): Promise<string> {
    await this.page.waitForURL(/\/my\/\d{14}/);
    return /\/my\/(\d{14})/.exec(this.page.url())![1]!;
  }

  /** Goes from the notice to a form that is complete but not yet sent. */
  async fillRegistration(
    who: RegExp,
    { child, phone, documentNumber }: { child: MadeUpChild; phone: string; documentNumber: string },
  ): Promise<void> {
    await this.page.goto('/d/01/apply/non-local-hukou/notice');
    await this.acceptNotice();
    await this.signIn(who);
    await this.page.waitForURL(/\/register$/);
    await this.fillChild(child);
    await this.fillGuardian({ documentNumber, phone });
    await this.askForCode();
    await this.fillCode(phone, /用于注册|to register/);
    await this.accept.check();
  }

  /** Does the same and sends the form; returns the collection number. */
  async register(who: RegExp, child: MadeUpChild, phone: string): Promise<string> {
    await this.fillRegistration(who, { child, phone, documentNumber: '119999199003150529' });
    await this.submit.click();
    return this.numberShown();
  }
}
