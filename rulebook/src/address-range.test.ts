import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BlockList } from 'node:net';
import { isWithin, readRange } from './address-range.js';

test.each([
  ['192.0.2.7', '192.0.2.0/24', true],
  ['192.0.3.7', '192.0.2.0/24', false],
  ['192.0.2.7', '192.0.2.7', true],
  ['::ffff:192.0.2.7', '192.0.2.0/24', true],
  ['203.0.113.1', '0.0.0.0/0', true],
  ['2001:db8:0:7::1', '2001:db8::/32', true],
  ['2001:db9::1', '2001:db8::/32', false],
  ['fe80::1%eth0', 'fe80::/10', true],
  ['192.0.2.7', '::/0', false],
  ['no address', '0.0.0.0/0', false],
])('%s in %s: %s', (address, range, within) => {
  expect(isWithin(address, [range])).toBe(within);
});

test.each([
  '',
  '/',
  '192.0.2.0/33',
  '192.0.2/24',
  '192.0.2.256',
  '192.0.02.1',
  '::/129',
  ':::',
  '1::2::3',
  'g::',
  '1:2:3:4:5:6:7:8:9',
  '192.0.2.0/',
  '1:2:3:4:5:6:7::8/64/2',
])('“%s” is no range', (range) => {
  expect(readRange(range)).toBeNull();
});

test('it holds what Node’s own list of networks holds', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, network, prefix) => {
      const list = new BlockList();
      list.addSubnet(network, prefix, 'ipv4');
      expect(isWithin(address, [`${network}/${prefix}`])).toBe(list.check(address, 'ipv4'));
    }),
  );
  const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 });
  const near = fc.tuple(groups, fc.integer({ min: 0, max: 127 }), fc.integer({ min: 0, max: 128 }));
  fc.assert(
    fc.property(near, ([network, flipped, prefix]) => {
      const written = (parts: readonly number[]) => parts.map((part) => part.toString(16)).join(':');
      const other = network.map((part, at) =>
        at === flipped >> 4 ? part ^ (1 << (15 - (flipped & 15))) : part,
      );
      const list = new BlockList();
      list.addSubnet(written(network), prefix, 'ipv6');
      expect(isWithin(written(other), [`${written(network)}/${prefix}`])).toBe(
        list.check(written(other), 'ipv6'),
      );
    }),
  );
});
