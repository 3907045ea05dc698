import {
  CreateApiTokenDocument,
  type ApiTokenInput,
  type CreateApiTokenMutation,
} from '@enrolment/schema/client';
import type { Person, TestApi } from './api.js';

export type Created = CreateApiTokenMutation['createApiToken'];

/** A token of district 01 for dashboards, for thirty days. */
export const aToken = (api: TestApi, overrides: Partial<ApiTokenInput> = {}): ApiTokenInput => ({
  name: '测试业务系统',
  district: '01',
  expiresAt: new Date(api.clock.now().getTime() + 30 * 86_400_000).toISOString(),
  ...overrides,
});

/** The system that somebody lets in. */
export async function aSystem(
  api: TestApi,
  administrator: Person,
  overrides: Partial<ApiTokenInput> = {},
): Promise<Person & { readonly created: Created }> {
  const { data, errors } = await administrator.request(CreateApiTokenDocument, {
    input: aToken(api, overrides),
  });
  if (!data) throw new Error(JSON.stringify(errors));
  const created = data.createApiToken;
  return { ...bearing(api, created.secret), created };
}

/** Whoever has this secret. */
export const bearing = (api: TestApi, token: string): Person => ({
  token,
  subject: 'system',
  request: (document, variables, headers = {}) =>
    api.raw(document, variables, { authorization: `Bearer ${token}`, ...headers }),
});
