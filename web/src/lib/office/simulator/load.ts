import { error, type RequestEvent } from '@sveltejs/kit';
import { SimulationDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { requireAction } from '#lib/server/office.ts';
import { sheetsOf } from './sheets.ts';

/** What the page and its files show. */
export async function loadSimulation(event: RequestEvent) {
  requireAction(event, 'SIMULATE');
  const { simulation } = await request(event, SimulationDocument, { id: event.params.id! });
  if (!simulation) error(404, 'Not found');
  const { results, ...shown } = simulation;
  const cutOff = simulation.residenceSince !== null;
  return { simulation: shown, results, sheets: results && sheetsOf(results, { cutOff }) };
}
