import type { Page } from 'playwright-core';

export interface Answer {
  data?: Record<string, unknown>;
  errors?: { extensions: { code: string } }[];
  extensions?: { cost?: { requested: number; limit: number } };
}

/** GraphiQL at GET /graphql, with its steps and its menu. */
export class PlaygroundPages {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** By their texts: the roles of all the steps take longer to work out than a step takes to run. */
  step(job: string, step: string) {
    return this.page.locator(
      `.examples section:has(h3:text-is(${JSON.stringify(job)})) button:text-is(${JSON.stringify(step)})`,
    );
  }

  /** Returns the steps of every job that the page offers. */
  async jobs(): Promise<Map<string, string[]>> {
    await this.page.locator('.examples section').first().waitFor();
    return new Map(
      await this.page.locator('.examples section').evaluateAll((sections) =>
        sections.map((section): [string, string[]] => {
          const steps = [...section.querySelectorAll('button')].map((button) => button.textContent);
          return [section.querySelector('h3')!.textContent, steps];
        }),
      ),
    );
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
    return this.execute(await this.open(job, step));
  }

  /** Returns the operation's name once it stands in the editor. Its variables may come from the sandbox first. */
  private async open(job: string, step: string): Promise<string> {
    const button = this.step(job, step);
    await button.click();
    const operation = (await button.getAttribute('title'))!;
    const problem = await this.page.waitForFunction((name) => {
      const told = document.querySelector('.examples [role=alert]')?.textContent;
      if (told) return { told };
      const shown = (editor: string) => document.querySelector(`${editor} .view-lines`)?.textContent;
      // The answer of the step before is taken away last.
      return shown('.graphiql-query-editor')?.includes(name) && shown('.graphiql-response') === ''
        ? { told: null }
        : null;
    }, operation);
    const { told } = (await problem.jsonValue())!;
    if (told !== null) throw new Error(`${job}, ${step}: ${told}`);
    return operation;
  }

  /** Presses the button and returns the answer that is shown. */
  async execute(operation: string): Promise<Answer> {
    const asked = this.page.waitForResponse((response) =>
      Boolean(response.request().postData()?.includes(`"operationName":"${operation}"`)),
    );
    await this.page.locator('.graphiql-execute-button').click();
    const answer = (await (await asked).json()) as Answer;
    const [field = 'errors'] = Object.keys(answer.data ?? {});
    await this.page.waitForFunction(
      (name) => document.querySelector('.graphiql-response .view-lines')?.textContent.includes(name),
      field,
    );
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
