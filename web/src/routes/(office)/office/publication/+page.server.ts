import { error } from '@sveltejs/kit';
import {
  CancelPublicationDocument,
  ConfirmPublicationDocument,
  OfficePublicationDocument,
  ProposePublicationDocument,
  PublicationDocument,
  PublicationResultsDocument,
  SetSecondPersonDocument,
  type OfficePublicationQuery,
} from '@enrolment/schema/client';
import { request, submit } from '#lib/api/client.ts';
import { malformed } from '#lib/api/refusals.ts';
import { textIn } from '#lib/form-text.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { instantOf } from '#lib/office/calendar/values.ts';
import { isOpen, serviceIn } from '#lib/office/publication/words.ts';
import { cursorIn } from '#lib/office/records/filters.ts';
import { act, notSent, notTaken } from '#lib/server/act.ts';
import { redirectWithin, requireAction } from '#lib/server/office.ts';
import { districtOf } from '#lib/server/place.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

const PATH = '/office/publication';

/** In the instant of a publication its results may be read before it, and itself after it. */
const isOfItsInstant = ({ now, publications: [newest] }: OfficePublicationQuery): boolean =>
  newest?.state === 'PUBLISHED' && Date.parse(now) - Date.parse(newest.publishAt) < INSTANT_MS;
const INSTANT_MS = 120_000;

export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'PUBLISH_RESULTS');
  const { searchParams } = event.url;
  const place = {
    district: districtOf(office.place)!,
    service: serviceIn(searchParams.get('service')),
    season: office.season,
  };
  const outcome = (['ADMITTED', 'NOT_ADMITTED'] as const).find((one) => one === searchParams.get('outcome'));
  const after = cursorIn(searchParams.get('after'));
  const read = () => request(event, OfficePublicationDocument, place);
  const first = await read();
  const found = isOfItsInstant(first) ? await read() : first;
  const { publicationPreview: preview, publications, now } = found;
  const nothingNew = preview.counts.admitted + preview.counts.notAdmitted === 0;
  const [newest] = publications;
  const shown = newest && (isOpen(newest) || newest.state === 'FAILED' || nothingNew) ? newest : null;
  // The results are read where somebody decides about them, and not each time the page looks how far it is.
  const decides = !nothingNew && shown?.state !== 'CONFIRMED';
  const sample = { ...place, ...(outcome ? { outcome } : {}), ...(after ? { after } : {}) };
  const [current, results] = await Promise.all([
    shown && request(event, PublicationDocument, { id: shown.id }),
    decides ? request(event, PublicationResultsDocument, sample) : null,
  ]);
  return {
    now,
    service: place.service,
    outcome: outcome ?? null,
    turned: Boolean(after),
    preview,
    results: results?.publicationPreview.results ?? null,
    publications,
    corrections: found.resultCorrections,
    current: current?.publication ?? null,
    done: searchParams.get('done'),
  };
};

const back = (event: RequestEvent, service: string, done: string): never =>
  redirectWithin(event, PATH, { service: serviceIn(service), done });

export const actions: Actions = {
  propose: async (event) => {
    const office = requireAction(event, 'PUBLISH_RESULTS');
    const form = await event.request.formData();
    const [service, day, time] = [textIn(form, 'service'), textIn(form, 'day'), textIn(form, 'time')];
    const kept = { day, time };
    const publishAt = instantOf(day, time);
    if (publishAt === null) return notTaken([malformed('publishAt', m.office_pub_no_moment())], kept);
    const proposal = {
      district: districtOf(office.place)!,
      service: serviceIn(service),
      season: office.season,
      checkCode: textIn(form, 'checkCode'),
      publishAt,
      leavingUndecided: form.has('leavingUndecided'),
    };
    const proposed = await act(event, ProposePublicationDocument, proposal, kept);
    return proposed.ok ? back(event, service, 'proposed') : proposed.failure;
  },
  confirm: async (event) => {
    requireAction(event, 'PUBLISH_RESULTS');
    const form = await event.request.formData();
    if (!form.has('seen')) return notTaken([malformed('seen', m.office_pub_see_first())], {});
    const [publication, checkCode] = [textIn(form, 'publication'), textIn(form, 'checkCode')];
    const confirmed = await act(event, ConfirmPublicationDocument, { publication, checkCode });
    return confirmed.ok ? back(event, textIn(form, 'service'), 'confirmed') : confirmed.failure;
  },
  cancel: async (event) => {
    requireAction(event, 'PUBLISH_RESULTS');
    const form = await event.request.formData();
    const cancelled = await act(event, CancelPublicationDocument, {
      publication: textIn(form, 'publication'),
    });
    return cancelled.ok ? back(event, textIn(form, 'service'), 'cancelled') : cancelled.failure;
  },
  second: async (event) => {
    const { place } = requireAction(event, 'ADMINISTER_DISTRICT');
    const form = await event.request.formData();
    const wanted = textIn(form, 'needed');
    if (wanted !== 'yes' && wanted !== 'no') error(400, 'Bad Request');
    const change = { district: districtOf(place)!, publications: wanted === 'yes' };
    const sent = await submit(event, SetSecondPersonDocument, change);
    return sent.ok ? back(event, textIn(form, 'service'), 'second') : notSent(sent, {});
  },
};
