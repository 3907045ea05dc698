import type { Page } from 'playwright-core';

export interface Answer {
  data?: Record<string, unknown>;
  errors?: unknown;
}

/** GraphiQL at GET /graphql with its steps and its menu. */
export class PlaygroundPages {
  constructor(private readonly page: Page) {}

  step(job: string, step: string) {
    return this.page
      .locator('.examples section')
      .filter({ has: this.page.getByRole('heading', { name: job, exact: true }) })
      .getByRole('button', { name: step, exact: true });
  }

  /** Puts the step into the editor and runs it as it stands there. */
  async run(job: string, step: string): Promise<Answer> {
    await this.step(job, step).click();
    const operation = (await this.step(job, step).getAttribute('title'))!;
    // Variables may come from the sandbox: the editor has the operation only once they are there.
    await this.page.locator('.graphiql-query-editor', { hasText: operation }).waitFor();
    return this.execute(operation);
  }

  /** Presses the button, and gives the answer that is shown. */
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

  /** Somebody of the sandbox, by id, or nobody. */
  async signInAs(id: string): Promise<void> {
    const token = id
      ? this.page.waitForResponse((response) => response.url().endsWith(`/identities/${id}/token`))
      : null;
    await this.page.getByRole('combobox', { name: '当前身份' }).selectOption(id);
    await token;
  }
}
