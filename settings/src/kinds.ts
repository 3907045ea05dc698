import { accessSync, constants } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import { DATA_KEYS_FORM, parseDataKeys } from './data-keys.ts';

// The kinds of values that a setting can have. `title` is what docs/settings.md calls each.

const port = (error: string) => z.coerce.number({ error }).int(error).min(1, error).max(65_535, error);
export const aPort = port('must be a port between 1 and 65535').meta({ title: 'port' });

const count = (error: string) => z.coerce.number({ error }).int(error).min(0, error).max(5_000, error);
export const aCount = count('must be a whole number up to 5000').meta({ title: 'whole number' });

export const aText = z.string().meta({ title: 'text' });

export const aWebAddress = z
  .url({ protocol: /^https?$/, error: 'must be an http: or https: address' })
  .meta({ title: 'http or https address' });

export const aDatabase = z
  .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres: address' })
  .meta({ title: 'postgres address' });

export const oneOf = <const Choice extends string>(...choices: Choice[]) =>
  z
    .enum(choices, { error: `must be one of ${choices.join(', ')}` })
    .meta({ title: choices.map((choice) => `\`${choice}\``).join(', ') });

export const aSecretOf = (length: number) =>
  z
    .string()
    .min(length, `must have at least ${length} characters`)
    .meta({ title: `text of ${length} characters or more` });

export const dataKeys = z
  .string()
  .refine((text) => parseDataKeys(text) !== null, DATA_KEYS_FORM)
  .meta({ title: '`id=base64` pairs of 32 bytes, separated by commas' });

const PROXY_RANGES = ['loopback', 'linklocal', 'uniquelocal'];

function isProxy(entry: string): boolean {
  if (PROXY_RANGES.includes(entry)) return true;
  const [address = '', length = '0', ...more] = entry.split('/');
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)]!;
  return /^\d{1,3}$/.test(length) && Number(length) <= longest && more.length === 0;
}

export const proxies = z
  .string()
  .refine(
    (text) => text.split(',').every((entry) => isProxy(entry.trim())),
    `must be addresses, networks such as 10.0.0.0/8, or ${PROXY_RANGES.join(', ')}`,
  )
  .meta({ title: 'addresses, networks, names of ranges, separated by commas' });

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

export const files = z
  .string()
  .transform((text) => text.split(',').map((path) => path.trim()))
  .transform((paths) => paths.filter((path) => path !== ''))
  .superRefine((paths, context) => {
    for (const path of paths) {
      if (!isReadable(path)) context.addIssue(`names ${path}, which cannot be read`);
    }
  })
  .meta({ title: 'paths of files, separated by commas' });
