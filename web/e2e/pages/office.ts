import type { Page } from 'playwright-core';
import { signInAs } from './provider.js';

/** The office's pages, found by what a person sees: roles and labels in either language. */
export class OfficePages {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  signIn(name: RegExp): Promise<void> {
    return signInAs(this.page, name);
  }

  /** Opens a page of the office, signing in at the provider as the given person. */
  async open(path: string, name: RegExp): Promise<void> {
    await this.page.goto(path);
    await this.signIn(name);
  }

  get header() {
    return this.page.getByRole('banner');
  }

  /** What was just done, told where the focus is. */
  told(text: string) {
    return this.page.getByRole('status').and(this.page.locator(':focus')).filter({ hasText: text });
  }

  private get sections() {
    return this.page.getByRole('navigation', { name: /^(办公|Office)$/ });
  }

  /** The link to a section, in sight or in the closed menu. */
  section(name: RegExp) {
    return this.sections.getByRole('link', { name, includeHidden: true });
  }

  async openSection(name: RegExp): Promise<void> {
    const link = this.section(name);
    await link.waitFor({ state: 'attached' });
    if (!(await link.isVisible())) await this.sections.locator('summary').click();
    await link.click();
  }

  /** How far down each section in the row stands, and the word of the menu. */
  sectionsInSight(): Promise<number[]> {
    return this.sections
      .locator('> a, > details')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
  }

  get seasons() {
    return this.header.getByRole('combobox', { name: /^(入学年度|Season)$/ });
  }

  async changeSeason(year: number): Promise<void> {
    await this.seasons.selectOption(String(year));
    await this.change();
    await this.page.waitForURL(({ searchParams }) => searchParams.get('season') === String(year));
  }

  async changePlace(name: RegExp): Promise<void> {
    const option = this.header.getByRole('option', { name });
    const places = this.header.getByRole('combobox', { name: /^(看哪里|Place)$/ });
    await places.selectOption((await option.getAttribute('value'))!);
    await this.change();
  }

  private change(): Promise<void> {
    return this.header.getByRole('button', { name: /^(切换|Change)$/ }).click();
  }

  panel(title: RegExp) {
    return this.page.getByRole('figure').filter({ has: this.page.getByRole('heading', { name: title }) });
  }

  /** Returns the rows of the table beneath a drawing, by their first column. */
  async numbersOf(title: RegExp): Promise<Record<string, string[]>> {
    const panel = this.panel(title);
    await panel.locator('summary').click();
    const rows = await panel.locator('tbody tr').all();
    const read = rows.map(async (row) => {
      const [first, ...cells] = await row.locator('th, td').allInnerTexts();
      return [first!.trim(), cells.map((cell) => cell.trim())] as const;
    });
    return Object.fromEntries(await Promise.all(read));
  }
}
