import type { RequestEvent } from '@sveltejs/kit';
import {
  DetailsFormDocument,
  DetailsPageDocument,
  DistrictPhonesDocument,
  type DetailBlock,
} from '@enrolment/schema/client';
import { requestShared } from '#lib/api/client.ts';
import type { Needs } from '#lib/details/form.ts';
import { valuesOf } from '#lib/details/values.ts';
import { loadRecordBy } from '#lib/record/load.ts';

/** The details form of a record with what was saved last, for every page that shows it. */
export async function loadDetails(event: RequestEvent<{ number: string }>, title: string) {
  const { number } = event.params;
  const { record, childName, crumbs, back, now } = await loadRecordBy(
    event,
    DetailsPageDocument,
    number,
    title,
  );
  const { district, season, service, ground } = record;
  const [{ district: form }, { districts }] = await Promise.all([
    requestShared(event, DetailsFormDocument, { district: district.code, season, service, ground }),
    requestShared(event, DistrictPhonesDocument, {}),
  ]);
  const { detailsForm, questions } = form!;
  return {
    record,
    ground,
    childName,
    crumbs,
    back,
    now,
    number,
    version: record.version,
    editing: record.detailsEditing,
    draft: record.detailsDraft,
    granted: record.authorization?.active ?? false,
    returned: record.reviewItems.filter(({ status }) => status === 'RETURNED'),
    values: valuesOf(record.detailsDraft),
    needs: Object.fromEntries(detailsForm.map(({ kind, need }) => [kind, need])) as unknown as Needs,
    blockNames: Object.fromEntries(detailsForm.map(({ kind, label }) => [kind, label])) as Partial<
      Record<DetailBlock, string>
    >,
    questions,
    districts: districts.map(({ code, name }) => ({ value: code, label: name })),
  };
}
