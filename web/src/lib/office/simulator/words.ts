import type { SimulationShownFragment, SimulationState } from '@enrolment/schema/client';
import { groundName, itemName, serviceName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import type { Mark } from '../words.ts';

const STATES: Record<SimulationState, { word: () => string; mark: Mark }> = {
  QUEUED: { word: m.office_sim_queued, mark: 'wait' },
  RUNNING: { word: m.office_sim_running, mark: 'wait' },
  DONE: { word: m.office_sim_done, mark: 'done' },
  FAILED: { word: m.office_sim_failed, mark: 'wrong' },
  CANCELLED: { word: m.office_sim_cancelled, mark: 'off' },
};
export const stateName = (state: SimulationState): string => STATES[state].word();
export const stateMark = (state: SimulationState): Mark => STATES[state].mark;

type Change = Pick<SimulationShownFragment, 'bornFrom' | 'bornTo' | 'residenceSince' | 'document'>;

/** The simulated change in one line: born on or after …; residence since …. */
export function changeInWords({ bornFrom, bornTo, residenceSince, document }: Change): string {
  return [
    bornFrom && m.office_sim_if_from({ day: bornFrom }),
    bornTo && m.office_sim_if_to({ day: bornTo }),
    residenceSince && m.office_sim_if_since({ day: residenceSince }),
    document && documentInWords(document),
  ]
    .filter(Boolean)
    .join(m.office_sim_and());
}

function documentInWords({ item, service, ground }: NonNullable<Change['document']>): string {
  const whose = (ground && groundName(ground)) ?? (service && serviceName(service));
  const named = { item: itemName(item) };
  return whose ? m.office_sim_if_paper_of({ ...named, whose }) : m.office_sim_if_paper(named);
}
