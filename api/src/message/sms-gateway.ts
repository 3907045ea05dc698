export interface SmsGateway {
  /** Resolves once the gateway has taken the message; the same id again is never sent twice by it. */
  send(message: { id: string; phone: string; text: string }): Promise<void>;
}

const TIMEOUT_MS = 5_000;

/** A gateway that takes JSON over HTTP with a bearer token (docs/operations.md). */
export class HttpSmsGateway implements SmsGateway {
  constructor(private readonly settings: { url: string; token: string }) {}

  async send(message: { id: string; phone: string; text: string }): Promise<void> {
    const response = await fetch(this.settings.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.settings.token}` },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the SMS gateway answered ${response.status}`);
  }
}
