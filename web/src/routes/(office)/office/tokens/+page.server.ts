import {
  CreateApiTokenDocument,
  OfficeClockDocument,
  OfficeTokensDocument,
  RevokeApiTokenDocument,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { choicesFor, readTokenValues, refusalsOf, tokenOf } from '#lib/office/tokens/input.ts';
import { act, notTaken } from '#lib/server/act.ts';
import { redirectWithin, requireAction } from '#lib/server/office.ts';
import { districtOf, worksIn } from '#lib/server/place.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'MANAGE_TOKENS');
  const district = districtOf(office.place);
  const after = event.url.searchParams.get('after');
  const { now, apiTokens } = await request(event, OfficeTokensDocument, { district, after });
  const { nodes: tokens, pageInfo } = apiTokens;
  return {
    now,
    tokens,
    after: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    later: after !== null,
    // The city oversees what is a district's, and creates none for it.
    choices: worksIn(office) ? choicesFor(district, now) : null,
  };
};

export const actions: Actions = {
  create: async (event) => {
    const district = districtOf(requireAction(event, 'MANAGE_TOKENS').place);
    const values = readTokenValues(await event.request.formData());
    const facts = tokenOf(values, district);
    const { now } = await request(event, OfficeClockDocument, {});
    const refusals = refusalsOf(values, facts, { now, language: getLocale() });
    if (!facts || refusals.length > 0) return notTaken(refusals, { values });
    const input = {
      ...facts,
      scopes: [...facts.scopes],
      addressRanges: [...facts.addressRanges],
      expiresAt: facts.expiresAt.toISOString(),
    };
    const created = await act(event, CreateApiTokenDocument, { input }, { values });
    if (!created.ok) return created.failure;
    const { name, secret } = created.result;
    return { created: { name, secret } };
  },
  revoke: async (event) => {
    requireAction(event, 'MANAGE_TOKENS');
    const id = textIn(await event.request.formData(), 'id');
    const revoked = await act(event, RevokeApiTokenDocument, { id });
    if (!revoked.ok) return revoked.failure;
    redirectWithin(event, '/office/tokens', { after: event.url.searchParams.get('after') });
  },
};
