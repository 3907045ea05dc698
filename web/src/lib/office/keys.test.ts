import { afterAll, beforeEach, expect, jest, test } from '@jest/globals';
import { onKeys } from './keys.ts';

/** As much of a browser as the keys ask for. */
const browser = globalThis as unknown as { document?: object; localStorage?: object };
let helpShown: boolean;
let memory: string | null;
beforeEach(() => {
  helpShown = false;
  memory = null;
  browser.document = { querySelector: () => (helpShown ? {} : null) };
  browser.localStorage = { getItem: () => memory };
});
afterAll(() => {
  delete browser.document;
  delete browser.localStorage;
});

/** Where the focus is: in nothing, in a field, or on what Enter presses. */
type Focus = 'page' | 'field' | 'button';
function press(key: string, more: Partial<KeyboardEvent> = {}, focus: Focus = 'page') {
  const preventDefault = jest.fn();
  const target = {
    matches: () => focus === 'field',
    closest: () => (focus === 'button' ? {} : null),
  };
  return { key, repeat: false, ...more, target, preventDefault } as unknown as KeyboardEvent & {
    preventDefault: typeof preventDefault;
  };
}

const NAMES = ['j', 'k', 'x', 'c', 'p', 'r', '/', '?', 'Enter', 'Escape', '1', '5', '9'];
function pressed(event: KeyboardEvent): string[] {
  const did: string[] = [];
  const keys = onKeys(Object.fromEntries(NAMES.map((name) => [name, () => did.push(name)])));
  keys(event);
  return did;
}

test.each(NAMES)('%s does what it is for, and the browser does nothing else with it', (name) => {
  const event = press(name);
  expect(pressed(event)).toEqual([name]);
  expect(event.preventDefault).toHaveBeenCalledTimes(1);
});

test.each(['X', 'K', 'P', 'R', 'C', 'J'])('%s as a capital is the same key', (name) => {
  expect(pressed(press(name, { shiftKey: true }))).toEqual([name.toLowerCase()]);
});

test('a key is told with which others it was pressed', () => {
  const shifts: boolean[] = [];
  const keys = onKeys({ x: ({ shiftKey }) => shifts.push(shiftKey) });
  keys(press('x', { shiftKey: false }));
  keys(press('X', { shiftKey: true }));
  expect(shifts).toEqual([false, true]);
});

test.each([
  { ctrlKey: true },
  { metaKey: true },
  { altKey: true },
  { repeat: true },
  { defaultPrevented: true },
])('with %p a key does nothing', (more) => {
  for (const name of NAMES) expect(pressed(press(name, more))).toEqual([]);
});

test('in a field a key is a letter, while the help is open none does anything, and they can be switched off', () => {
  for (const name of NAMES) expect(pressed(press(name, {}, 'field'))).toEqual([]);
  helpShown = true;
  for (const name of NAMES) expect(pressed(press(name))).toEqual([]);
  helpShown = false;
  memory = 'off';
  for (const name of NAMES) expect(pressed(press(name))).toEqual([]);
});

test('Enter presses what has the focus, and another key does what it is for there, too', () => {
  expect(pressed(press('Enter', {}, 'button'))).toEqual([]);
  expect(pressed(press('c', {}, 'button'))).toEqual(['c']);
});

test('a key that is for nothing is left to the browser', () => {
  const event = press('z');
  expect(pressed(event)).toEqual([]);
  expect(event.preventDefault).not.toHaveBeenCalled();
});
