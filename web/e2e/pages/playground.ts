import type { Page } from 'playwright-core';

export interface Answer {
  data?: Record<string, unknown>;
  errors?: unknown;
  extensions?: { cost?: { requested: number } };
}

/** GraphiQL at GET /graphql, with its steps and its menu. */
export class PlaygroundPages {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  step(job: string, step: string) {
    return this.page
      .locator('.examples section')
      .filter({ has: this.page.getByRole('heading', { name: job, exact: true }) })
      .getByRole('button', { name: step, exact: true });
  }

  /** Returns the cost of the last run. */
  get cost() {
    return this.page.locator('.run .cost');
  }

  /** Returns what the copy button puts on the clipboard. */
  async copy(kind: string): Promise<string> {
    await this.page.getByRole('group', { name: '复制为' }).getByRole('button', { name: kind }).click();
    await this.page
      .getByRole('status')
      .filter({ hasText: `已复制 · ${kind}` })
      .waitFor();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Opens the step in the editor and runs it unchanged. */
  async run(job: string, step: string): Promise<Answer> {
    await this.step(job, step).click();
    const operation = (await this.step(job, step).getAttribute('title'))!;
    // Variables may come from the sandbox, and the editor gets the operation only after them.
    await this.page.locator('.graphiql-query-editor', { hasText: operation }).waitFor();
    return this.execute(operation);
  }

  /** Presses the button and returns the answer that is shown. */
  async execute(operation: string): Promise<Answer> {
    const asked = this.page.waitForResponse((response) =>
      Boolean(response.request().postData()?.includes(`"operationName":"${operation}"`)),
    );
    await this.page.getByRole('button', { name: /^Execute query/ }).click();
    const answer = (await (await asked).json()) as Answer;
    const [field = 'errors'] = Object.keys(answer.data ?? {});
    await this.page.locator('.graphiql-response', { hasText: field }).waitFor();
    return answer;
  }

  /** Chooses a person of the sandbox by id, or nobody. */
  async signInAs(id: string): Promise<void> {
    const token = id
      ? this.page.waitForResponse((response) => response.url().endsWith(`/identities/${id}/token`))
      : null;
    await this.page.getByRole('combobox', { name: '当前身份' }).selectOption(id);
    await token;
  }
}
