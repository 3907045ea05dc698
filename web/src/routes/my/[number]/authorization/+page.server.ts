import { fail, redirect } from '@sveltejs/kit';
import {
  AuthorizationDocument,
  GrantAuthorizationDocument,
  RevokeAuthorizationDocument,
} from '@enrolment/schema/client';
import { maskName } from '@enrolment/api/masking.ts';
import { request, submit } from '#lib/api/client.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { loadRecord } from '#lib/record/load.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { number } = event.params;
  const { childName, crumbs, back } = await loadRecord(event, number, m.authorization_title());
  const { collectionRecord } = await request(event, AuthorizationDocument, { number });
  const record = collectionRecord!;
  const second = record.guardians.find(({ role }) => role === 'SECOND');
  return {
    ...{ childName, crumbs, back, number },
    registrant: record.viewerRelation === 'REGISTRANT',
    second: second ? { ...second, name: maskName(second.name) } : null,
    grantedAt: record.authorization?.grantedAt ?? null,
  };
};

export const actions: Actions = {
  grant: async (event) => {
    const { number } = event.params;
    const sent = await submit(event, GrantAuthorizationDocument, { number });
    if (!sent.ok) return fail(sent.status, { trouble: sent.trouble, incident: sent.incident });
    const result = sent.data.grantAuthorization;
    if (result.__typename === 'Refused') return fail(422, { refusals: result.refusals });
    redirect(303, `/my/${number}/authorization`);
  },
  revoke: async (event) => {
    const { number } = event.params;
    const sent = await submit(event, RevokeAuthorizationDocument, { number });
    if (!sent.ok) return fail(sent.status, { trouble: sent.trouble, incident: sent.incident });
    const result = sent.data.revokeAuthorization;
    if (result.__typename === 'Refused') return fail(422, { refusals: result.refusals });
    redirect(303, `/my/${number}/authorization`);
  },
};
