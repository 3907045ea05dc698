import { readSettingsOf } from '@enrolment/settings/read.js';
import { SettingError } from '@enrolment/settings/setting-error.js';
import type { Environment } from '@enrolment/settings/settings.js';

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

export function readSandboxSettings(env: Environment): SandboxSettings {
  if (env.NODE_ENV === 'production') {
    throw new SettingError(
      'NODE_ENV=production: the sandbox signs anyone in and does not start in production',
    );
  }
  const settings = readSettingsOf('sandbox', env);
  return {
    host: settings.SANDBOX_HOST,
    port: settings.SANDBOX_PORT,
    url: settings.SANDBOX_URL.replace(/\/$/, ''),
    folder: `${settings.DATA_DIR}/sandbox`,
    databaseUrl: settings.DATABASE_URL,
    webOrigin: settings.WEB_ORIGIN.replace(/\/$/, ''),
    client: {
      id: settings.OIDC_CLIENT_ID,
      secret: settings.OIDC_CLIENT_SECRET,
      audience: settings.OIDC_AUDIENCE,
    },
    smsToken: settings.SMS_GATEWAY_TOKEN,
    verifyToken: settings.VERIFY_GATEWAY_TOKEN,
    verifyCallbackSecret: settings.VERIFY_CALLBACK_SECRET,
  };
}
