import type { RequestEvent } from '@sveltejs/kit';
import {
  DetailsFormDocument,
  DistrictPhonesDocument,
  RecordDetailsDocument,
  type DetailBlock,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import type { Needs } from '#lib/details/form.ts';
import { valuesOf } from '#lib/details/values.ts';
import { loadRecord } from '#lib/record/load.ts';

/** The details form of a record with what was saved last, for the pages that show it. */
export async function loadDetails(event: RequestEvent<{ number: string }>, title: string) {
  const { number } = event.params;
  const { record, childName, crumbs, back, now } = await loadRecord(event, number, title);
  const { district, service, ground } = record;
  const [{ collectionRecord: typed }, { district: form }, { districts }] = await Promise.all([
    request(event, RecordDetailsDocument, { number }),
    request(event, DetailsFormDocument, { district: district.code, service, ground }),
    request(event, DistrictPhonesDocument, {}),
  ]);
  const { detailsForm, questions } = form!;
  return {
    ...{ record, childName, crumbs, back, now, number, version: typed?.version ?? record.version },
    editing: typed?.detailsEditing ?? null,
    draft: typed?.detailsDraft ?? null,
    granted: typed?.authorization?.active ?? false,
    returned: typed?.reviewItems.filter(({ status }) => status === 'RETURNED') ?? [],
    values: valuesOf(typed?.detailsDraft ?? null),
    needs: Object.fromEntries(detailsForm.map(({ kind, need }) => [kind, need])) as unknown as Needs,
    blockNames: Object.fromEntries(detailsForm.map(({ kind, label }) => [kind, label])) as Partial<
      Record<DetailBlock, string>
    >,
    questions,
    districts: districts.map(({ code, name }) => ({ value: code, label: name })),
  };
}
