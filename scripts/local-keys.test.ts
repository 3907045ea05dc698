import { expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localKeys } from './local-keys.ts';

const inFolder = (work: (folder: string) => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test('the keys of a data folder are made once', () =>
  inFolder((folder) => expect(localKeys(folder)).toEqual(localKeys(folder))));

test('a data folder of before there were keys that sign gets one, and it stays the same', () =>
  inFolder((folder) => {
    const kept = { dataKeys: 'index=AA==,local-1=AA==', sessionSecret: 's', oidcClientSecret: 'o' };
    writeFileSync(join(folder, 'local-keys.json'), JSON.stringify({ ...kept, smsGatewayToken: 'g' }));
    const { dataKeys } = localKeys(folder);
    expect(dataKeys).toMatch(/^index=AA==,local-1=AA==,signing-1=[\w+/]{43}=$/);
    expect(localKeys(folder).dataKeys).toBe(dataKeys);
  }));
