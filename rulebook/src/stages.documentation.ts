import { STAGE_PLAN } from './stage-plan.js';
import { STAGES } from './vocabulary.js';
import { FINAL_STAGES, STAGE_ACTIONS, TRANSITIONS, type Transition } from './stages.js';

const WHO = {
  GUARDIAN: 'guardian',
  DISTRICT: 'district',
  SUBDISTRICT: 'subdistrict',
  DEPARTMENT: 'department',
  SCHOOL: 'school',
  SYSTEM: 'by itself',
} as const;
const by = ({ by: actors }: Transition) => actors.map((actor) => WHO[actor]).join(', ');

const yes = (holds: boolean) => (holds ? 'yes' : '');
const REVIEW = {
  UNSUBMITTED: '',
  WAITING: 'waits',
  WITH_FAMILY: 'waits for the family',
  DECIDED: 'decided',
  ERASED: '',
} as const;
const ITEMS = { NONE: '', HELD: 'may be undecided', OPEN: 'can be decided', PASSED: 'all passed' } as const;
const EDITING = { FREELY: 'in the window', RETURNED: 'what was returned', CLOSED: '' } as const;

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
  const meanings = STAGES.map((stage) => {
    const { name, hidden, told, review, items, school, editing, reminder } = STAGE_PLAN[stage];
    const shown = hidden ? `${hidden.until}; before it \`${hidden.as}\`` : 'at once';
    const reminded = reminder ? `${reminder.days.join(', ')} days before ${reminder.endsWith} ends` : '';
    return `| \`${stage}\` | ${name['zh-CN']} | ${name.en} | ${shown} | ${yes(told)} | ${REVIEW[review]} | ${ITEMS[items]} | ${yes(school === 'AHEAD')} | ${yes(items === 'PASSED')} | ${EDITING[editing]} | ${reminded} |`;
  });
  return [
    '# The stages of a record',
    '',
    'Printed from `rulebook/src/stages.ts` by `npm run codegen`; do not edit it by hand.',
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
    'What else is said of each stage (`rulebook/src/stage-plan.ts`):',
    '',
    '| stage | 中文 | English | the family is told | SMS | review | review items | withdrawal and correction | form | details can be edited | reminders |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...meanings,
    '',
  ].join('\n');
}
