import { STAGE_NAMES } from '../rulebook/way.js';
import { STAGES } from '../vocabulary.js';
import { FINAL_STAGES, STAGE_ACTIONS, TRANSITIONS, type Transition } from './stages.js';

const WHO = { GUARDIAN: 'guardian', DISTRICT: 'district', SCHOOL: 'school', SYSTEM: 'by itself' } as const;
const by = ({ by: actors }: Transition) => actors.map((actor) => WHO[actor]).join(', ');

/** docs/stages.md, printed from the transitions themselves. */
export function renderStages(): string {
  const transitions = STAGE_ACTIONS.map((action): [string, Transition] => [action, TRANSITIONS[action]]);
  const arrows = transitions.flatMap(([action, transition]) =>
    transition.from.map((from) => `  ${from} --> ${transition.to}: ${action}`),
  );
  const rows = transitions.map(
    ([action, transition]) =>
      `| \`${action}\` | ${transition.from.map((stage) => `\`${stage}\``).join(' ')} | \`${transition.to}\` | ${by(transition)} | \`${transition.event}\` | ${transition.guard ?? ''} |`,
  );
  const names = STAGES.map(
    (stage) => `| \`${stage}\` | ${STAGE_NAMES[stage]['zh-CN']} | ${STAGE_NAMES[stage].en} |`,
  );
  return [
    '# The stages of a record',
    '',
    'Printed from `api/src/record/stages.ts` by `npm run codegen`; do not edit it by hand.',
    '',
    'A step is written as “update where stage = expected” with its event in the same statement, so of many who take the same',
    'step at once exactly one does. The history of a record (`history`) holds the events, oldest first.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> REGISTERED: REGISTER',
    ...arrows,
    ...FINAL_STAGES.map((stage) => `  ${stage} --> [*]`),
    '```',
    '',
    '| step | from | to | who | event | what else has to be true |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    'What a family may know of the stage depends on the calendar: no verdict (`RETURNED` by the review, `REJECTED`,',
    '`APPROVED`) before the district’s REVIEW phase opens, and no `ADMITTED` before the result is published.',
    '',
    '| stage | 中文 | English |',
    '| --- | --- | --- |',
    ...names,
    '',
  ].join('\n');
}
