import type { Page } from 'playwright-core';

/** 录入详细信息, as a single mother fills it in. */
export class DetailsPage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(number: string): Promise<void> {
    await this.page.goto(`/my/${number}/collection/details`);
    await this.page.locator('#svelte-announcer').waitFor({ state: 'attached' });
  }

  get save() {
    return this.page.getByRole('button', { name: /^(暂存信息|Save as draft)$/ });
  }

  get submit() {
    return this.page.getByRole('button', { name: /^(提交信息|Submit)$/ });
  }

  /** What the page says about whether the input is saved. */
  get standing() {
    return this.page.locator('form').locator('xpath=preceding::*[@role="status"]').last();
  }

  async saved(): Promise<void> {
    await this.standing.getByText(/已暂存|^Saved/).waitFor();
  }

  /** Submits the form: it opens the review and confirms it. */
  async send(): Promise<void> {
    await this.submit.click();
    await this.page.waitForURL(/\/details\/confirm/);
    await this.page.getByRole('button', { name: /^(确认提交|Submit now)$/ }).click();
    await this.page.waitForURL(/\/details\/receipt\?submitted$/);
  }

  field(path: string) {
    return this.page.locator(`[name="${path}"]`);
  }

  async fillAll(): Promise<void> {
    await this.fillCommon();
    await this.choose({ 'employments.FIRST.kind': 'FLEXIBLE' });
    await this.fill({
      'residencePermits.FIRST.number': '1101999900001',
      'residencePermits.FIRST.validUntil': '2099-01-31',
      'residencePermits.FIRST.address': '示例路 9 号',
    });
  }

  async choose(choices: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, value] of Object.entries(choices)) {
      const field = this.field(path);
      // A person who chooses has the field focused, and leaves it afterwards.
      await field.focus();
      await field.selectOption(value);
    }
  }

  async fill(texts: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, text] of Object.entries(texts)) await this.field(path).fill(text);
  }

  /** The fields that every service asks for. */
  async fillCommon(): Promise<void> {
    await this.choose({
      ethnicity: '01',
      'household.kind': 'FAMILY',
      'residence.kind': 'RENTED',
      firstGuardianRelation: 'MOTHER',
      secondGuardian: 'no',
    });
    await this.fill({
      'household.address': '河北省示例县示例村 7 号',
      'household.headName': '测试户主',
      'household.headRelation': '孙子',
      'residence.subdistrict': '示例街道',
      'residence.address': '示例路 9 号',
      'residence.certificateNumber': '备案2026-0000123',
      'residence.leaseFrom': '2025-01-01',
      'residence.leaseTo': '2099-12-31',
      noSecondGuardianReason: '单亲',
    });
  }
}
