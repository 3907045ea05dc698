import { describe, expect, test } from '@jest/globals';
import { checkViewName, checkViewOrder, checkViewRoom, normaliseViewName } from './saved-view.js';

describe('a view', () => {
  test.each([
    ['超期的', []],
    ['一'.repeat(30), []],
    ['', ['viewName']],
    ['一'.repeat(31), ['viewName']],
  ])('called %p is refused by %j', (name, rules) => {
    expect(checkViewName(name).map(({ rule }) => rule)).toEqual(rules);
  });

  test('has one way of writing its name', () => {
    expect(normaliseViewName('  和平里\n 居住 ')).toBe('和平里 居住');
  });

  test('has room beside 19, and none beside 20', () => {
    expect(checkViewRoom(19)).toEqual([]);
    expect(checkViewRoom(20).map(({ rule }) => rule)).toEqual(['viewsTooMany']);
  });

  test.each([
    [['b', 'a'], ['a', 'b'], []],
    [['a'], ['a', 'b'], ['viewsChanged']],
    [['a', 'a'], ['a', 'b'], ['viewsChanged']],
    [['a', 'b', 'c'], ['a', 'b'], ['viewsChanged']],
  ])('is put in order by all of them: %j of %j', (ids, kept, rules) => {
    expect(checkViewOrder(ids, kept).map(({ rule }) => rule)).toEqual(rules);
  });
});
