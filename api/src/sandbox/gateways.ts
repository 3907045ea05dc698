import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

export type GatewayMode = 'OK' | 'FAIL' | 'SLOW' | 'SILENT';
const MODES: readonly string[] = ['OK', 'FAIL', 'SLOW', 'SILENT'];

/** How a gateway behaves just now: as it should, failing, slow, or taking a request and never answering. */
export class GatewaySwitch {
  mode: GatewayMode = 'OK';
  delayMs = 3_000;

  set(rule: { mode?: unknown; delayMs?: unknown }): boolean {
    if (typeof rule.mode !== 'string' || !MODES.includes(rule.mode)) return false;
    this.mode = rule.mode as GatewayMode;
    if (Number.isInteger(rule.delayMs)) this.delayMs = Math.min(60_000, Math.max(0, rule.delayMs as number));
    return true;
  }

  /** false when the gateway fails; a silent one takes a minute, longer than any client waits. */
  async behave(): Promise<boolean> {
    if (this.mode === 'SLOW') await sleep(this.delayMs);
    if (this.mode === 'SILENT') await sleep(60_000, undefined, { ref: false });
    return this.mode !== 'FAIL';
  }
}

export type Outcome = 'PASSED' | 'FAILED' | 'SILENT';
const CALLBACK_AFTER_MS = 1_000;

/** 身份证及户籍信息核验 as the sandbox plays it: takes a request and calls back, signed, about a second later. */
export class VerificationGateway {
  private readonly rules = new Map<string, Outcome>();

  constructor(private readonly token: string) {}

  setRule(documentNumber: string, outcome: Outcome): void {
    this.rules.set(documentNumber, outcome);
  }

  request({
    requestId,
    documents,
    callbackUrl,
  }: {
    requestId: string;
    documents: string[];
    callbackUrl: string;
  }): void {
    const outcomes = documents.map((number) => this.rules.get(number) ?? 'PASSED');
    if (outcomes.includes('SILENT')) return;
    const body = JSON.stringify({ requestId, outcome: outcomes.includes('FAILED') ? 'FAILED' : 'PASSED' });
    const signature = createHmac('sha256', this.token).update(body).digest('hex');
    setTimeout(() => {
      fetch(callbackUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-signature': signature },
        body,
        signal: AbortSignal.timeout(5_000),
      }).catch(() => {});
    }, CALLBACK_AFTER_MS).unref();
  }
}
