import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client, fetchExchange } from '@urql/core';
import { buildSchema, isObjectType, type GraphQLObjectType } from 'graphql';
import { ClientError, GraphQLClient } from 'graphql-request';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { aSystem } from '../support/api-tokens.js';
import { startApi, type TestApi } from '../support/api.js';
import { staff } from '../support/reviewable.js';

let api: TestApi;
let url: string;
let headers: Record<string, string>;
beforeAll(async () => {
  api = await startApi({ worker: false });
  const administrator = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  const system = await aSystem(api, administrator, { scopes: ['DASHBOARDS', 'LISTS', 'WEBHOOKS'] });
  headers = { authorization: `Bearer ${system.token}` };
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}/graphql`;
});
afterAll(() => api.stop());

const BOARD = 'query Board($district: String) { dashboard(district: $district) { total } }';
const CREATE = `mutation Create($input: WebhookInput!) {
  createWebhook(input: $input) { __typename ... on Refused { refusals { rule } } }
}`;
const input = { name: '平台', url: 'ftp://data.example', district: '01' };
const refused = { createWebhook: { __typename: 'Refused', refusals: [{ rule: 'webhookAddress' }] } };

describe('as it is, the API is asked by', () => {
  test('graphql-request', async () => {
    const client = new GraphQLClient(url, { headers });
    expect(await client.request(BOARD, { district: '01' })).toEqual({ dashboard: { total: 0 } });
    expect(await client.request(CREATE, { input })).toEqual(refused);
    const elsewhere = client.request(BOARD, { district: '02' });
    await expect(elsewhere).rejects.toBeInstanceOf(ClientError);
    await expect(elsewhere).rejects.toMatchObject({
      response: { errors: [{ extensions: { code: 'FORBIDDEN' } }] },
    });
  });

  test.each([
    { method: 'POST', more: {} },
    { method: 'GET', more: { 'apollo-require-preflight': 'true' } },
  ])('urql, by $method', async ({ method, more }) => {
    const client = new Client({
      url,
      exchanges: [fetchExchange],
      preferGetMethod: method === 'GET' && 'force',
      fetchOptions: { headers: { ...headers, ...more } },
    });
    const board = await client.query(BOARD, { district: '01' });
    expect([board.data, board.error]).toMatchObject([{ dashboard: { total: 0 } }, undefined]);
    expect((await client.mutation(CREATE, { input })).data).toMatchObject(refused);
    const { error } = await client.query(BOARD, { district: '02' });
    expect(error?.graphQLErrors[0]?.extensions).toEqual({ code: 'FORBIDDEN' });
  });
});

test('lists with edges are connections as Relay’s specification has them', async () => {
  const schema = buildSchema(
    await readFile(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'),
  );
  const shape = (type: GraphQLObjectType) =>
    Object.fromEntries(Object.entries(type.getFields()).map(([name, field]) => [name, String(field.type)]));
  const connections = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => name.endsWith('Connection'));
  const withEdges = connections.filter((type) => 'edges' in type.getFields());
  expect(withEdges.map(({ name }) => name)).toEqual(['AuditConnection', 'RecordConnection']);
  for (const type of withEdges) {
    const edge = type.name.replace('Connection', 'Edge');
    expect(shape(type)).toMatchObject({ edges: `[${edge}!]!`, pageInfo: 'PageInfo!' });
    expect(Object.keys(shape(schema.getType(edge) as GraphQLObjectType))).toEqual(['cursor', 'node']);
  }
  expect(shape(schema.getType('PageInfo') as GraphQLObjectType)).toEqual({
    endCursor: 'String',
    hasNextPage: 'Boolean!',
    hasPreviousPage: 'Boolean!',
    startCursor: 'String',
  });
  const pages = schema
    .getQueryType()!
    .getFields()
    ['collectionRecords']!.args.map(({ name }) => name);
  expect(pages).toEqual(expect.arrayContaining(['first', 'after', 'last', 'before']));
});
