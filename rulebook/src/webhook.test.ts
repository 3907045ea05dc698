import { describe, expect, test } from '@jest/globals';
import { checkWebhook, type WebhookAddress } from './webhook.js';

const GOOD: WebhookAddress = {
  protocol: 'https:',
  length: 500,
  hasCredentials: false,
  hasFragment: false,
  inside: false,
};
const broken = (given: { name?: string; address?: WebhookAddress }, plain = false) =>
  checkWebhook(given, { plain }).map(({ rule }) => rule);

describe('a webhook', () => {
  test('leads to an https address without credentials and fragment', () => {
    expect(broken({ name: '大屏', address: GOOD })).toEqual([]);
    for (const wrong of [
      { protocol: null },
      { protocol: 'http:' },
      { protocol: 'ftp:' },
      { length: 501 },
      { hasCredentials: true },
      { hasFragment: true },
    ])
      expect([wrong, broken({ address: { ...GOOD, ...wrong } })]).toEqual([wrong, ['webhookAddress']]);
  });

  test('leads to nothing inside, and by plain http only where this machine may be meant', () => {
    expect(broken({ address: { ...GOOD, inside: true } })).toEqual(['webhookInside']);
    expect(broken({ address: { ...GOOD, protocol: 'http:' } }, true)).toEqual([]);
  });

  test('has a name of 1 to 60 characters, as people count them', () => {
    for (const name of ['', '  ', '\u200b', '屏'.repeat(61)])
      expect(broken({ name })).toEqual(['webhookName']);
    for (const name of ['屏', '𠮷'.repeat(60)]) expect(broken({ name })).toEqual([]);
  });
});
