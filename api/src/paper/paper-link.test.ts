import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Viewer } from '../platform/identity.js';
import { KeyRing } from '../platform/keys.js';
import { LINK_SECONDS, PaperLinks } from './paper-link.js';

const ring = (byte: number) =>
  new KeyRing(
    ['index', 'signing-1', 'one'].map((id) => `${id}=${Buffer.alloc(32, byte).toString('base64')}`).join(','),
  );
const links = new PaperLinks(ring(1), 'form-link');
const number = '20260100001234';
const viewer = { subject: 'mother', name: '测试家长', phone: '19900001234', roles: [] } as unknown as Viewer;
const link = { number, viewer, siteSession: null };
const now = new Date('2026-06-02T02:32:05Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('a link to a paper', () => {
  test('holds for five minutes', () => {
    const token = links.sign(link, now);
    expect(links.read(token, now)).toMatchObject({ number, viewer: { subject: 'mother' } });
    expect(links.read(token, later(LINK_SECONDS - 1))).toMatchObject({ number });
    expect(links.read(token, later(LINK_SECONDS))).toBe('EXPIRED');
  });

  test('says nothing to whoever finds it, and fits a URL as it is', () => {
    const token = links.sign(link, now);
    expect(token).toMatch(/^[\w-]+$/);
    const bytes = Buffer.from(token, 'base64url').toString('latin1');
    for (const word of ['mother', number, '1990']) expect(bytes).not.toContain(word);
    expect(links.sign(link, now)).not.toBe(token);
  });

  test('is forged when any of its bytes is another, when another service made it, or when it leads to another paper', () => {
    const token = links.sign(link, now);
    const bytes = Buffer.from(token, 'base64url');
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const altered = Buffer.from(bytes);
        altered[place]! ^= change;
        expect(links.read(altered.toString('base64url'), now)).toBe('FORGED');
      }),
    );
    expect(new PaperLinks(ring(2), 'form-link').read(token, now)).toBe('FORGED');
    expect(new PaperLinks(ring(1), 'notice-link').read(token, now)).toBe('FORGED');
  });

  test.each([
    ['', 0],
    ['A', 0],
    ['..', 0],
    ['A'.repeat(5_000), 0],
    ['%00', 0],
  ])('%# is forged', (token) => expect(links.read(token, now)).toBe('FORGED'));
});
