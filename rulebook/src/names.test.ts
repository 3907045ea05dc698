import { expect, test } from '@jest/globals';
import { EVENTS } from './events.js';
import * as called from './names.js';
import * as vocabulary from './vocabulary.js';
import { STEP_KINDS, STEP_NAMES, TURN_HOLDERS } from './way.js';

const tables = [...Object.values(called), STEP_NAMES, EVENTS].map((table) =>
  Object.keys(table).sort().join(),
);

test.each(Object.entries({ ...vocabulary, STEP_KINDS, TURN_HOLDERS }))(
  'every word of %s has its name in both languages',
  (_, words) => {
    expect(tables).toContain([...words].sort().join());
  },
);
