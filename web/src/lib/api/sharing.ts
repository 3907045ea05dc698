/**
 * One request serves everybody who asks the same while it is on its way. Nothing is kept afterwards, so nobody reads what
 * was true only before they asked.
 */
export class Sharing {
  readonly #running = new Map<string, Promise<unknown>>();

  ask<Answer>(question: string, send: () => Promise<Answer>): Promise<Answer> {
    const running = this.#running.get(question) as Promise<Answer> | undefined;
    if (running) return running;
    const sent = send().finally(() => this.#running.delete(question));
    this.#running.set(question, sent);
    return sent;
  }
}
