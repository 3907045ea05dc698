import { expect, test } from '@jest/globals';
import { comparableName, nameParts } from './name-parts.js';

test.each([
  ['欧阳小明', ['欧阳小明', '欧阳', '阳小', '小明']],
  ['张三', ['张三']],
  ['张 三', ['张三']],
  ['阿不都·热合曼', ['阿不都热合曼', '阿不', '不都', '热合', '合曼']],
  ['Mary-Ann O’Neil', ['maryannoneil', 'mary', 'ann', 'neil']],
  ['Ｍａｒｙ', ['mary']],
  ['𠮷田', ['𠮷田']],
  ['张', ['张']],
])('%s is found by %j', (name, parts) => {
  expect(nameParts(name)).toEqual(parts);
});

test('a name is the same however its parts are set apart', () => {
  expect(comparableName('阿不都・热合曼')).toBe(comparableName('阿不都·热合曼'));
});
