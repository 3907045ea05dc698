import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { readSettingsOf } from '@enrolment/settings/read.ts';
import type { ProcessName } from '@enrolment/settings/settings.ts';
import { ROOT } from './command.ts';

type Environment = Record<string, string>;

const aKey = () => randomBytes(32).toString('base64');

/** Settings such as a real deployment could have. */
const REAL: Environment = {
  DATABASE_PASSWORD: 'x',
  SERVICE_PASSWORD: 'y',
  DATA_KEYS: `index=${aKey()},signing=${aKey()},one=${aKey()}`,
  SESSION_SECRET: 'x'.repeat(32),
  WEB_ORIGIN: 'https://enrolment.example',
  OIDC_ISSUER: 'https://identity.example',
  OIDC_CLIENT_ID: 'x',
  OIDC_CLIENT_SECRET: 'x',
  OIDC_AUDIENCE: 'x',
  SMS_GATEWAY_URL: 'https://sms.example',
  SMS_GATEWAY_TOKEN: 'x',
  VERIFY_GATEWAY_URL: 'https://verification.example',
  VERIFY_GATEWAY_TOKEN: 'x',
  VERIFY_CALLBACK_URL: 'https://enrolment.example/callbacks/verification',
};

/**
 * Says what is wrong with the settings in docker-compose.yml, or null. It starts no container. It checks that each process
 * would get settings that it can work with, in a real deployment and in the sandbox.
 */
export function checkCompose(): string | null {
  const sandbox = parseEnv(read('sandbox.env')) as Environment;
  const wrong = [
    ...complaints('for real', REAL, ['migrate', 'api', 'web']),
    ...complaints('with sandbox.env', sandbox, ['migrate', 'api', 'web', 'sandbox']),
  ];
  return wrong.length > 0 ? wrong.join('\n') : null;
}

function complaints(which: string, given: Environment, processes: readonly ProcessName[]): string[] {
  return processes.flatMap((name) => {
    try {
      readSettingsOf(name, settingsOf(name, given));
      return [];
    } catch (error) {
      return (error as Error).message
        .split('\n')
        .map((line) => `docker-compose.yml ${which}, ${name}: ${line}`);
    }
  });
}

function settingsOf(service: string, given: Environment): Environment {
  const { services } = parse(fillIn(read('docker-compose.yml'), given), { merge: true }) as {
    services: Record<string, { environment: Record<string, unknown> }>;
  };
  const settings = Object.entries(services[service]!.environment);
  return Object.fromEntries(settings.map(([name, value]) => [name, String(value ?? '')]));
}

/** Replaces `${NAME:-otherwise}` and `${NAME:?what is missing}` as Compose does. */
function fillIn(text: string, given: Environment): string {
  return text.replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
    const value = given[name];
    if (value) return value;
    if (kind === '?') throw new Error(rest);
    return rest;
  });
}

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
