import { readPort, SettingError } from '../config.js';

export interface SandboxSettings {
  /** Where it listens: 127.0.0.1, unless it runs in a container. */
  readonly host: string;
  readonly port: number;
  /** Where the sandbox is reached, without a slash at the end. */
  readonly url: string;
  readonly folder: string;
  readonly databaseUrl: string;
  readonly webOrigin: string;
  readonly client: { id: string; secret: string; audience: string };
  readonly smsToken: string;
  readonly verifyToken: string;
  readonly verifyCallbackSecret: string;
}

export function readSandboxSettings(env: Readonly<Record<string, string | undefined>>): SandboxSettings {
  if (env.NODE_ENV === 'production') {
    throw new SettingError(
      'NODE_ENV=production: the sandbox signs anyone in and does not start in production',
    );
  }
  const need = (name: string): string => {
    const value = env[name];
    if (!value) throw new SettingError(`${name} is not set`);
    return value;
  };
  const port = readPort(env, 'SANDBOX_PORT', 4100);
  return {
    host: env.SANDBOX_HOST || '127.0.0.1',
    port,
    url: (env.SANDBOX_URL ?? `http://localhost:${port}`).replace(/\/$/, ''),
    folder: `${env.DATA_DIR ?? '.data'}/sandbox`,
    databaseUrl: need('DATABASE_URL'),
    webOrigin: (env.WEB_ORIGIN ?? 'http://localhost:3000').replace(/\/$/, ''),
    client: {
      id: need('OIDC_CLIENT_ID'),
      secret: need('OIDC_CLIENT_SECRET'),
      audience: need('OIDC_AUDIENCE'),
    },
    smsToken: need('SMS_GATEWAY_TOKEN'),
    verifyToken: need('VERIFY_GATEWAY_TOKEN'),
    verifyCallbackSecret: env.VERIFY_CALLBACK_SECRET || need('VERIFY_GATEWAY_TOKEN'),
  };
}
