import type { Page } from 'playwright-core';

/** 录入详细信息, by what a mother alone with her child fills in. */
export class DetailsPage {
  constructor(private readonly page: Page) {}

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

  /** Where what was typed is now, in the page's own words. */
  get standing() {
    return this.page.locator('form').locator('xpath=preceding::*[@role="status"]').last();
  }

  async saved(): Promise<void> {
    await this.standing.getByText(/已暂存|^Saved/).waitFor();
  }

  /** Submits what is filled in: looks once more, and confirms. */
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
    for (const [path, value] of [
      ['ethnicity', '01'],
      ['household.kind', 'FAMILY'],
      ['residence.kind', 'RENTED'],
      ['firstGuardianRelation', 'MOTHER'],
      ['secondGuardian', 'no'],
      ['employments.FIRST.kind', 'FLEXIBLE'],
    ] as const) {
      await this.field(path).selectOption(value);
    }
    for (const [path, value] of [
      ['household.address', '河北省示例县示例村 7 号'],
      ['household.headName', '测试户主'],
      ['household.headRelation', '孙子'],
      ['residence.subdistrict', '示例街道'],
      ['residence.address', '示例路 9 号'],
      ['residence.certificateNumber', '备案2026-0000123'],
      ['residence.leaseFrom', '2025-01-01'],
      ['residence.leaseTo', '2099-12-31'],
      ['noSecondGuardianReason', '单亲'],
      ['residencePermits.FIRST.number', '1101999900001'],
      ['residencePermits.FIRST.validUntil', '2099-01-31'],
      ['residencePermits.FIRST.address', '示例路 9 号'],
    ] as const) {
      await this.field(path).fill(value);
    }
  }
}
