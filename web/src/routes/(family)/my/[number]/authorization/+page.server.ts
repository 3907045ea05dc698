import { redirect } from '@sveltejs/kit';
import {
  AuthorizationDocument,
  GrantAuthorizationDocument,
  RevokeAuthorizationDocument,
} from '@enrolment/schema/client';
import { maskName } from '@enrolment/rulebook/masking.ts';
import { request } from '#lib/api/client.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { loadRecord } from '#lib/record/load.ts';
import { act } from '#lib/server/act.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { number } = event.params;
  const { childName, crumbs, back } = await loadRecord(event, number, m.authorization_title());
  const { collectionRecord } = await request(event, AuthorizationDocument, { number });
  const record = collectionRecord!;
  const second = record.guardians.find(({ role }) => role === 'SECOND');
  return {
    childName,
    crumbs,
    back,
    number,
    registrant: record.viewerRelation === 'REGISTRANT',
    second: second ? { ...second, name: maskName(second.name) } : null,
    grantedAt: record.authorization?.grantedAt ?? null,
  };
};

export const actions: Actions = {
  grant: async (event) => {
    const { number } = event.params;
    const granted = await act(event, GrantAuthorizationDocument, { number });
    if (!granted.ok) return granted.failure;
    redirect(303, `/my/${number}/authorization`);
  },
  revoke: async (event) => {
    const { number } = event.params;
    const revoked = await act(event, RevokeAuthorizationDocument, { number });
    if (!revoked.ok) return revoked.failure;
    redirect(303, `/my/${number}/authorization`);
  },
};
