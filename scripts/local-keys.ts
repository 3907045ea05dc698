import { createHmac, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainFailure } from './command.ts';

/** The secrets of a local stack. They are made once: with other ones, the sealed data could not be read again. */
export interface LocalKeys {
  dataKeys: string;
  sessionSecret: string;
  oidcClientSecret: string;
  smsGatewayToken: string;
  verifyGatewayToken: string;
  /** The password of the login by which the API uses the embedded database. */
  databasePassword: string;
}

/** The contents of the file. */
type KeptKeys = Omit<LocalKeys, 'verifyGatewayToken' | 'databasePassword'>;

/** Reads the keys of this data folder; the first start generates them. */
export function localKeys(dataDir: string): LocalKeys {
  const file = join(dataDir, 'local-keys.json');
  const kept = read(file) ?? create(dataDir, file);
  // They are derived and not kept, because older data folders do not have them.
  const derive = (from: string, purpose: string) =>
    createHmac('sha256', from).update(purpose).digest('base64url');
  const signing = createHmac('sha256', kept.sessionSecret).update('signing key').digest('base64');
  return {
    ...kept,
    dataKeys: /(^|,)signing/.test(kept.dataKeys) ? kept.dataKeys : `${kept.dataKeys},signing-1=${signing}`,
    verifyGatewayToken: derive(kept.smsGatewayToken, 'verification gateway'),
    databasePassword: derive(kept.sessionSecret, 'database login'),
  };
}

/** The login by which the API uses the embedded database. */
export const serviceLogin = (dataDir: string) => ({
  name: 'enrolment_service',
  password: localKeys(dataDir).databasePassword,
});

function read(file: string): KeptKeys | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new PlainFailure(
      `DATA_DIR: ${file} cannot be read (${(error as NodeJS.ErrnoException).code}): give this user access to it, or set another`,
    );
  }
  try {
    return JSON.parse(text) as KeptKeys;
  } catch {
    throw new PlainFailure(
      `${file} is damaged: restore it, or remove it together with the data folder's database`,
    );
  }
}

function create(dataDir: string, file: string): KeptKeys {
  const secret = (encoding: 'base64' | 'base64url') => randomBytes(32).toString(encoding);
  const keys: KeptKeys = {
    dataKeys: `index=${secret('base64')},signing-1=${secret('base64')},local-1=${secret('base64')}`,
    sessionSecret: secret('base64url'),
    oidcClientSecret: secret('base64url'),
    smsGatewayToken: secret('base64url'),
  };
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
    // The file is written completely or not at all, and never over the keys of another start.
    linkSync(draft, file);
    return keys;
  } catch (error) {
    const existing = read(file);
    if (existing) return existing;
    throw new PlainFailure(
      `DATA_DIR ${dataDir} cannot be written (${(error as NodeJS.ErrnoException).code}): set DATA_DIR to a folder of yours`,
    );
  } finally {
    rmSync(draft, { force: true });
  }
}
