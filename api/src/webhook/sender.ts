import { lookup, type LookupAddress } from 'node:dns';
import { lookup as resolveName } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { hostOf, isLoopback, isOutside } from './addresses.js';
import { waitAskedIn } from './retry-after.js';

export const WEBHOOK_FAILURES = [
  'STATUS',
  'INSIDE_ADDRESS',
  'NAME_UNKNOWN',
  'CERTIFICATE',
  'TIMEOUT',
  'NO_CONNECTION',
  'NO_ANSWER',
] as const;
export type WebhookFailure = (typeof WEBHOOK_FAILURES)[number];

/** What became of one try; `failure` is null where the receiver has taken it. */
export interface SendOutcome {
  readonly status: number | null;
  readonly failure: WebhookFailure | null;
  /** How long the receiver asks to be left alone, in milliseconds; 0 for as long as we like. */
  readonly waitMs: number;
}

/** Looks a name up, as the system does. */
type Resolve = (name: string) => Promise<LookupAddress[]>;

interface SenderSettings {
  /** Whether receivers on this machine are allowed, also by plain http. */
  readonly loopback: boolean;
  readonly timeoutMs?: number;
  readonly resolve?: Resolve;
}

const LONGEST_HEADERS = 8_192;

/**
 * Sends to addresses that others have given. The name is looked up once, each of its addresses is checked, and the
 * connection goes to one of these; redirects are not followed. Of the answer only the status and Retry-After are read,
 * never its body.
 */
export class WebhookSender {
  private readonly loopback: boolean;
  private readonly timeoutMs: number;
  private readonly resolve: Resolve;

  constructor({ loopback, timeoutMs = 10_000, resolve }: SenderSettings) {
    this.loopback = loopback;
    this.timeoutMs = timeoutMs;
    this.resolve = resolve ?? ((name) => resolveName(name, { all: true }));
  }

  get allowsLoopback(): boolean {
    return this.loopback;
  }

  async send(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<SendOutcome> {
    const signal = AbortSignal.timeout(this.timeoutMs);
    try {
      const target = new URL(url);
      const addresses = await within(signal, this.addressesOf(target));
      const { status, waitMs } = await post(target, addresses, { headers, body, signal });
      return { status, failure: status >= 200 && status < 300 ? null : 'STATUS', waitMs };
    } catch (error) {
      return { status: null, failure: signal.aborted ? 'TIMEOUT' : failureOf(error), waitMs: 0 };
    }
  }

  /** All addresses of a host, if nothing may be said against any of them. */
  private async addressesOf(target: URL): Promise<LookupAddress[]> {
    const host = hostOf(target);
    const family = isIP(host);
    const addresses = family === 0 ? await this.resolve(host) : [{ address: host, family }];
    const plain = target.protocol === 'http:';
    const allowed = ({ address }: LookupAddress) =>
      (this.loopback && isLoopback(address)) || (!plain && isOutside(address));
    if (addresses.length === 0 || !addresses.every(allowed)) throw new InsideAddress();
    return addresses;
  }
}

class InsideAddress extends Error {}

interface Post {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

type Answer = Pick<SendOutcome, 'waitMs'> & { readonly status: number };

function post(target: URL, addresses: LookupAddress[], { headers, body, signal }: Post): Promise<Answer> {
  const checked: LookupFunction = (_name, { all }, done) => {
    if (all) done(null, addresses);
    else done(null, addresses[0]!.address, addresses[0]!.family);
  };
  return new Promise((done, failed) => {
    const request = (target.protocol === 'https:' ? https : http).request(target, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: false,
      lookup: checked as typeof lookup,
      maxHeaderSize: LONGEST_HEADERS,
      signal,
    });
    request.on('error', failed);
    request.on('response', ({ statusCode, headers: answered }) => {
      done({ status: statusCode!, waitMs: waitAskedIn(answered) });
      request.destroy();
    });
    request.end(body);
  });
}

/** A look-up cannot be called off; whoever waits for it can. */
const within = <Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> =>
  Promise.race([
    work,
    new Promise<never>((_, late) => signal.addEventListener('abort', () => late(new Error('too late')))),
  ]);

function failureOf(error: unknown): WebhookFailure {
  if (error instanceof InsideAddress) return 'INSIDE_ADDRESS';
  const { code = '' } = error as { code?: string };
  if (/^(ENOTFOUND|EAI_)/.test(code)) return 'NAME_UNKNOWN';
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO/.test(code)) return 'CERTIFICATE';
  return /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/.test(code) ? 'NO_CONNECTION' : 'NO_ANSWER';
}
