import { FormVerificationDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { m } from '#lib/i18n/messages/messages.js';
import type { PageServerLoad } from './$types.js';

/** What the QR code on a form leads to; for the school's desk, without sign-in. */
export const load: PageServerLoad = async (event) => {
  const { formVerification } = await request(event, FormVerificationDocument, { code: event.params.code });
  return { verification: formVerification, crumbs: [{ label: m.verify_title() }] };
};
