import { createHmac, randomBytes } from 'node:crypto';

// https://www.standardwebhooks.com: id, timestamp and body, signed with HMAC-SHA256.

const PREFIX = 'whsec_';

/** 32 random bytes, in the form that libraries of the standard take. */
export const newSecret = (): string => PREFIX + randomBytes(32).toString('base64');

interface Signed {
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

/** The three headers of a message, with a signature by each secret that is valid now. */
export function signedHeaders({ id, at, body }: Signed, secrets: readonly string[]): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
