import { describe, expect, test } from '@jest/globals';
import { choicesFor, readTokenValues, refusalsOf, tokenOf, type TokenValues } from './input.ts';

const NOW = '2026-05-06T01:00:00Z';
const VALUES: TokenValues = {
  name: '数据平台',
  scopes: ['DASHBOARDS'],
  expiresAt: '2026-06-01',
  addressRanges: '',
};
const brokenBy = (changed: Partial<TokenValues>) => {
  const values = { ...VALUES, ...changed };
  return refusalsOf(values, tokenOf(values, '01'), { now: NOW, language: 'en' }).map(({ field }) => field);
};

describe('a token as a form asks for it', () => {
  test('is valid to the end of its last day in Beijing', () => {
    expect(tokenOf(VALUES, '01')!.expiresAt.toISOString()).toBe('2026-06-01T16:00:00.000Z');
  });

  test('may be valid for a year, to the last day that the page offers', () => {
    const { from, until } = choicesFor('01', NOW);
    expect([from, until]).toEqual(['2026-05-06', '2027-05-06']);
    expect(brokenBy({ expiresAt: from })).toEqual([]);
    expect(brokenBy({ expiresAt: until })).toEqual([]);
    expect(brokenBy({ expiresAt: '2027-05-07' })).toEqual(['expiresAt']);
    expect(brokenBy({ expiresAt: '2026-05-05' })).toEqual(['expiresAt']);
  });

  test('has its addresses one a line, however they are parted', () => {
    const facts = tokenOf(
      { ...VALUES, addressRanges: '192.0.2.0/24\r\n\r\n 2001:db8::/32，203.0.113.7 ' },
      '01',
    );
    expect(facts!.addressRanges).toEqual(['192.0.2.0/24', '2001:db8::/32', '203.0.113.7']);
  });

  test('is told every rule that it breaks', () => {
    expect(brokenBy({ name: '', scopes: [], addressRanges: 'here' })).toEqual([
      'name',
      'scopes',
      'addressRanges',
    ]);
    expect(brokenBy({ expiresAt: 'tomorrow' })).toEqual(['expiresAt']);
  });

  test('takes no scope that there is not', () => {
    const form = new FormData();
    for (const scope of ['LISTS', 'EVERYTHING']) form.append('scopes', scope);
    expect(readTokenValues(form).scopes).toEqual(['LISTS']);
    expect(choicesFor('01', NOW).scopes).not.toContain('IMPORTS');
    expect(choicesFor(null, NOW).scopes).toContain('IMPORTS');
  });
});
