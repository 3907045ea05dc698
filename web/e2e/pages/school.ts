import type { Page } from 'playwright-core';
import { signInAs } from './provider.js';

/** The school's desk, by what a registrar sees: roles and labels in either language. */
export class SchoolPages {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From the front page to the desk. */
  async enter(): Promise<void> {
    await this.page.goto('/');
    await this.page
      .getByRole('contentinfo')
      .getByRole('link', { name: /^(学校预登记入口|For schools: preregistration)$/ })
      .click();
    await signInAs(this.page, /校登记/);
    await this.page.waitForURL(/\/school$/);
  }

  get number() {
    return this.page.getByLabel(/^(采集表上的编号|Number on the form)$/);
  }

  get openCamera() {
    return this.page.getByRole('button', { name: /^(用摄像头扫码|Scan with the camera)$/ });
  }

  get closeCamera() {
    return this.page.getByRole('button', { name: /^(关闭摄像头|Close the camera)$/ });
  }

  get found() {
    return this.page.getByRole('region', { name: /^(查到的采集表|What was found)$/ });
  }

  /** What stands there while nothing can be looked up. */
  get unseen() {
    return this.page.getByRole('region', { name: /^(没有查到的采集表|Not looked up)$/ });
  }

  /** As a scanner types it, the Enter at its end included. */
  async scan(brought: string): Promise<void> {
    await this.number.fill(brought);
    await this.number.press('Enter');
  }

  get preregister() {
    return this.found.getByRole('button', { name: /^(预登记|Preregister) / });
  }
}
