import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { findChanges, readDeclared, undatedDeprecations } from './schema-changes.ts';

const released = buildSchema('type Query { old: Int kept(a: Int): Kind } enum Kind { A }');
const changed = buildSchema('type Query { kept(a: Int, b: Int): Kind new: Int } enum Kind { A B }');
const REMOVED = 'FIELD_REMOVED: Query.old was removed.';
const ADDED = 'VALUE_ADDED_TO_ENUM: B was added to enum type Kind.';

describe('a change of the schema', () => {
  test('that clients may trip over has to be declared; what they need not know has not', () => {
    expect(findChanges(released, changed, []).undeclared).toEqual([REMOVED, ADDED]);
    expect(findChanges(released, changed, [REMOVED, ADDED])).toEqual({
      undeclared: [],
      vain: [],
      declared: [REMOVED, ADDED],
    });
    expect(findChanges(released, released, []).undeclared).toEqual([]);
  });

  test('that is declared and not there is told', () => {
    expect(findChanges(released, released, [REMOVED]).vain).toEqual([REMOVED]);
  });

  test('is declared by a line; remarks and empty lines are none', () => {
    expect(readDeclared(`# why\n\n${REMOVED}\n`)).toEqual([REMOVED]);
  });
});

test('a deprecation names its day, of whatever it is', () => {
  const reason = (text: string) => `@deprecated(reason: "${text}")`;
  const schema = buildSchema(`
    type Query { a: Int ${reason('Use b.')} b(c: Int ${reason('Goes.')}): E d: Int ${reason('Use b. Gone from 2027-03-01 on.')} }
    enum E { F G ${reason('Never used.')} }`);
  expect(undatedDeprecations(schema)).toEqual(['Query.a', 'Query.c', 'E.G']);
});
