import { describe, expect, test } from '@jest/globals';
import { safeReturnPath, signInPath } from './return-path.ts';

describe('after signing in, the way leads to a path of this site only', () => {
  test.each([
    ['/my', '/my'],
    ['/help?q=短信', '/help?q=%E7%9F%AD%E4%BF%A1'],
    ['/d/01/apply/NON_LOCAL_HUKOU/notice', '/d/01/apply/NON_LOCAL_HUKOU/notice'],
    ['/my#part', '/my'],
  ])('%s is kept', (wanted, path) => {
    expect(safeReturnPath(wanted)).toBe(path);
  });

  test.each([
    ['another host', 'https://evil.example/'],
    ['another host without scheme', '//evil.example/'],
    ['a backslash for a slash', '/\\evil.example/'],
    ['a tab between two slashes', '/\t/evil.example/'],
    ['a path that becomes another host', '/.//evil.example/'],
    ['a script', 'javascript:alert(1)'],
    ['a relative path', 'my'],
    ['a line break', '/my\r\nset-cookie: a=b'],
    ['the sign-in itself', '/sign-in?return=/sign-in'],
    ['nothing', ''],
  ])('%s is not', (_, wanted) => {
    expect(safeReturnPath(wanted)).toBe('/my');
  });

  test('an expired session says so, and where to come back', () => {
    expect(signInPath('/my/1?a=b', 'expired')).toBe('/sign-in?return=%2Fmy%2F1%3Fa%3Db&reason=expired');
  });
});
