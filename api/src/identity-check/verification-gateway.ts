import type { DocumentType, GuardianRole } from '@enrolment/rulebook/vocabulary.js';

/** Somebody whose document is to be looked up. */
interface DocumentHolder {
  readonly holder: 'CHILD' | GuardianRole;
  readonly name: string;
  readonly type: DocumentType;
  readonly number: string;
  /** The child's sex and birth date, which not every document states. */
  readonly birthDate: string | null;
}

export interface VerificationRequest {
  /** The same id again is the same request: the gateway looks it up once and may call back again. */
  readonly requestId: string;
  readonly documents: readonly DocumentHolder[];
  /** 户籍所在地 of the child: province (GB/T 2260), and the entry code when it is in Beijing. */
  readonly hukou: { readonly province: string | null; readonly district: string | null };
}

export interface VerificationGateway {
  /** Resolves once the gateway has taken the request; its answer comes later, by callback. */
  request(request: VerificationRequest): Promise<void>;
}

const TIMEOUT_MS = 5_000;

/** A gateway that takes JSON over HTTP with a bearer token and calls back, signed (docs/operations.md). */
export class HttpVerificationGateway implements VerificationGateway {
  constructor(private readonly settings: { url: string; token: string; callbackUrl: string }) {}

  async request(request: VerificationRequest): Promise<void> {
    const { url, token, callbackUrl } = this.settings;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ ...request, callbackUrl }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    });
    const answer = await readAnswer(response);
    if (!response.ok) throw new Error(`the verification gateway answered ${response.status}`);
    // A proxy's error page can be 200 too. Only the returned id proves that the gateway has taken the request.
    if (answer?.requestId !== request.requestId)
      throw new Error('the verification gateway answered something else');
  }
}

const LONGEST_ANSWER = 10_000;

async function readAnswer(response: Response): Promise<{ requestId?: unknown } | null> {
  const text = await response.text();
  try {
    const answer: unknown = text.length > LONGEST_ANSWER ? null : JSON.parse(text);
    return typeof answer === 'object' ? answer : null;
  } catch {
    return null;
  }
}
