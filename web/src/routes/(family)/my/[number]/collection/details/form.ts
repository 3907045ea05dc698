import type { RequestEvent } from '@sveltejs/kit';
import {
  DetailsFormDocument,
  DetailsPageDocument,
  DistrictPhonesDocument,
  SubdistrictsDocument,
  type DetailBlock,
  type SubdistrictsQuery,
} from '@enrolment/schema/client';
import { requestShared } from '#lib/api/client.ts';
import type { Needs } from '#lib/details/form.ts';
import { valuesOf } from '#lib/details/values.ts';
import type { Homes } from '#lib/details/words.ts';
import { loadRecordBy } from '#lib/record/load.ts';

type Home = NonNullable<SubdistrictsQuery['district']>;

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
  const [{ district: form }, { districts }, { district: home }] = await Promise.all([
    requestShared(event, DetailsFormDocument, { district: district.code, season, service, ground }),
    requestShared(event, DistrictPhonesDocument, {}),
    requestShared(event, SubdistrictsDocument, { district: record.child.residenceDistrict }),
  ]);
  const { detailsForm, questions } = form!;
  const values = valuesOf(record.detailsDraft);
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
    values,
    needs: Object.fromEntries(detailsForm.map(({ kind, need }) => [kind, need])) as unknown as Needs,
    blockNames: Object.fromEntries(detailsForm.map(({ kind, label }) => [kind, label])) as Partial<
      Record<DetailBlock, string>
    >,
    questions,
    districts: districts.map(({ code, name }) => ({ value: code, label: name })),
    homes: homesOf(home!, values['residence.subdistrict']),
  };
}

/** What the list of the home's district offers. Where nothing else can be given, what was written before is kept among it. */
function homesOf({ subdistricts, subdistrictsComplete }: Home, written = ''): Homes {
  const options = subdistricts.map(({ name, label }) => ({ value: name, label }));
  const lacks = written !== '' && !options.some(({ value }) => value === written);
  if (!subdistrictsComplete || !lacks) return { options, alone: subdistrictsComplete };
  return { options: [...options, { value: written, label: written }], alone: true };
}
