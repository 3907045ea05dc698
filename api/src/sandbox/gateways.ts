import { setTimeout as sleep } from 'node:timers/promises';
import { signCallback } from '../identity-check/callback-signature.js';

const MODES = ['OK', 'FAIL', 'SLOW', 'SILENT', 'RUBBISH'] as const;
type GatewayMode = (typeof MODES)[number];

/** How a gateway behaves just now: it works, fails, is slow, never answers, or answers nonsense. */
export class GatewaySwitch {
  mode: GatewayMode = 'OK';
  delayMs = 3_000;

  set(rule: { mode?: unknown; delayMs?: unknown }): boolean {
    const mode = MODES.find((name) => name === rule.mode);
    if (!mode) return false;
    this.mode = mode;
    if (Number.isInteger(rule.delayMs)) this.delayMs = Math.min(60_000, Math.max(0, rule.delayMs as number));
    return true;
  }

  /** Waits as its mode says and returns how to answer; a silent one takes a minute, longer than any client waits. */
  async behave(): Promise<GatewayMode> {
    if (this.mode === 'SLOW') await sleep(this.delayMs);
    if (this.mode === 'SILENT') await sleep(60_000, undefined, { ref: false });
    return this.mode;
  }
}

export type Outcome = 'PASSED' | 'FAILED' | 'SILENT';

export interface VerificationRequest {
  readonly requestId: string;
  readonly documents: readonly { readonly holder?: string; readonly number?: string }[];
  readonly callbackUrl: string;
}

const CALLBACK_AFTER_MS = 1_000;
/** A callback that nobody took is sent again, and the pause doubles each time. */
const CALLBACK_TRIES = 5;
const REMEMBERED = 5_000;

/** 身份证及户籍信息核验 as the sandbox plays it: takes a request and calls back, signed, about a second later. */
export class VerificationGateway {
  private readonly rules = new Map<string, Outcome>();
  private readonly answered = new Map<string, object>();
  private readonly onTheWay = new Set<string>();

  constructor(private readonly secret: string) {}

  setRule(documentNumber: string, outcome: Outcome): void {
    this.rules.set(documentNumber, outcome);
  }

  /** The same id again is the same request: its answer stays the same and is sent once more. */
  request({ requestId, documents, callbackUrl }: VerificationRequest): void {
    if (this.onTheWay.has(requestId)) return;
    const answer = this.answered.get(requestId) ?? this.lookUp(documents);
    if (!answer) return;
    if (this.answered.size >= REMEMBERED) this.answered.delete(this.answered.keys().next().value!);
    this.answered.set(requestId, answer);
    this.onTheWay.add(requestId);
    void this.callBack(callbackUrl, JSON.stringify({ requestId, ...answer })).finally(() =>
      this.onTheWay.delete(requestId),
    );
  }

  /** The signature is right, but nobody could read the content. */
  callBackWithRubbish(callbackUrl: string): void {
    void this.callBack(callbackUrl, '{"outcome":["PASSED"],"requestId":7}', 1);
  }

  /** Null if it is to say nothing. Of a document that fails, the name is what the registers have otherwise. */
  private lookUp(documents: VerificationRequest['documents']): object | null {
    const ruled = (outcome: Outcome) =>
      documents.filter(({ number }) => this.rules.get(number ?? '') === outcome);
    if (ruled('SILENT').length > 0) return null;
    const failed = ruled('FAILED');
    if (failed.length === 0) return { outcome: 'PASSED' };
    return { outcome: 'FAILED', differences: failed.map(({ holder }) => ({ holder, field: 'name' })) };
  }

  private async callBack(url: string, body: string, tries = CALLBACK_TRIES): Promise<void> {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      await sleep(CALLBACK_AFTER_MS * 2 ** attempt, undefined, { ref: false });
      const timestamp = String(Math.floor(Date.now() / 1000));
      const headers = {
        'content-type': 'application/json',
        'x-timestamp': timestamp,
        'x-signature': signCallback(this.secret, timestamp, body),
      };
      const taken = await fetch(url, {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(5_000),
      }).then(
        async (response) => {
          await response.body?.cancel();
          return response.status < 500;
        },
        () => false,
      );
      if (taken) return;
    }
  }
}
