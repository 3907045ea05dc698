import { redirect } from '@sveltejs/kit';
import { CancelSimulationDocument } from '@enrolment/schema/client';
import { totalOf } from '#lib/office/simulator/sheets.ts';
import { loadSimulation } from '#lib/office/simulator/load.ts';
import { act } from '#lib/server/act.ts';
import { requireAction } from '#lib/server/office.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { simulation, results, sheets } = await loadSimulation(event);
  return { simulation, sheets, total: results && totalOf(results) };
};

export const actions: Actions = {
  default: async (event) => {
    requireAction(event, 'SIMULATE');
    const cancelled = await act(event, CancelSimulationDocument, { id: event.params.id });
    if (!cancelled.ok) return cancelled.failure;
    redirect(303, event.url.pathname + event.url.search);
  },
};
