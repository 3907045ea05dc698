import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { STAGES, type Stage } from './vocabulary.js';
import { renderStages } from './stages.documentation.js';
import { allows, FINAL_STAGES, STAGE_ACTIONS, TRANSITIONS } from './stages.js';

describe('the transitions', () => {
  test('lead from every stage but the last ones somewhere, and to every stage from the first one', () => {
    const reached = new Set<Stage>(['REGISTERED']);
    for (let grown = true; grown;) {
      grown = false;
      for (const action of STAGE_ACTIONS) {
        const { from, to } = TRANSITIONS[action];
        if (from.some((stage) => reached.has(stage)) && !reached.has(to)) grown = Boolean(reached.add(to));
      }
    }
    expect([...reached].sort()).toEqual([...STAGES].sort());
    expect(FINAL_STAGES).toEqual(['WITHDRAWN']);
  });

  test('never lead from a stage to itself, and never out of a withdrawal', () => {
    for (const action of STAGE_ACTIONS) {
      const { from, to } = TRANSITIONS[action];
      expect(from).not.toContain(to);
      expect(from).not.toContain('WITHDRAWN');
    }
  });

  test('a walk of any steps passes a school only with everything approved before it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STAGE_ACTIONS), { maxLength: 60 }), (walk) => {
        let stage: Stage = 'REGISTERED';
        const passed: Stage[] = [stage];
        for (const action of walk) {
          if (!allows(action, stage)) continue;
          stage = TRANSITIONS[action].to;
          passed.push(stage);
        }
        for (const [later, earlier] of [
          ['SUBMITTED', 'REGISTERED'],
          ['IDENTITY_VERIFIED', 'SUBMITTED'],
          ['APPROVED', 'IDENTITY_VERIFIED'],
          ['PREREGISTERED', 'APPROVED'],
          ['ADMITTED', 'PREREGISTERED'],
        ] as const) {
          const at = passed.indexOf(later);
          if (at >= 0 && passed.lastIndexOf(earlier, at) < 0) return false;
        }
        return true;
      }),
      { numRuns: 5_000 },
    );
  });

  test('docs/stages.md is what they print today', () => {
    const page = new URL('../../docs/stages.md', import.meta.url);
    expect(readFileSync(page, 'utf8')).toBe(renderStages());
  });
});
