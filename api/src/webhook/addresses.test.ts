import { describe, expect, test } from '@jest/globals';
import { isLoopback, isOutside, lookAt } from './addresses.js';

describe('an address', () => {
  test.each(['8.8.8.8', '1.1.1.1', '223.5.5.5', '2400:3200::1', '2606:4700::1111', '::ffff:8.8.8.8'])(
    '%s is outside',
    (address) => expect(isOutside(address)).toBe(true),
  );

  test.each([
    '127.0.0.1',
    '127.255.0.1',
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '100.100.100.200',
    '169.254.169.254',
    '192.0.0.8',
    '192.0.2.1',
    '198.18.0.1',
    '203.0.113.5',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '100::1',
    '4000::1',
    'no address',
    '',
  ])('%s is not', (address) => expect(isOutside(address)).toBe(false));

  test('of this machine is known in each way of writing it', () => {
    for (const address of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])
      expect(isLoopback(address)).toBe(true);
    expect(isLoopback('10.0.0.1')).toBe(false);
  });
});

describe('an address that somebody gives', () => {
  test.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://017700000001/',
    'https://127.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[fd00::1]:8443/',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://api.localhost/',
    'https://database.internal/',
    'https://printer.local/',
  ])('%s names the inside', (url) => expect(lookAt(url, false).inside).toBe(true));

  test.each(['https://example.com/', 'https://8.8.8.8/', 'https://[2400:3200::1]/', 'https://例子.中国/'])(
    '%s does not',
    (url) => expect(lookAt(url, false).inside).toBe(false),
  );

  test('shows credentials, fragment, length and protocol, and what is no address', () => {
    expect(lookAt('https://a:b@example.com/#c', false)).toMatchObject({
      protocol: 'https:',
      hasCredentials: true,
      hasFragment: true,
      length: 26,
    });
    for (const url of ['', 'https://', 'example.com', '//example.com'])
      expect(lookAt(url, false).protocol).toBeNull();
  });

  test('of this machine is allowed where it may be meant, and no other inside', () => {
    expect(lookAt('http://127.0.0.1:4100/x', true).inside).toBe(false);
    expect(lookAt('http://localhost:4100/x', true).inside).toBe(false);
    expect(lookAt('http://10.0.0.1/', true).inside).toBe(true);
  });
});
