/** The typed documents of the packed client, in Apollo Client’s own hands. */
export const WITH_APOLLO = `
import {
  ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql,
  type OperationVariables, type TypedDocumentNode,
} from '@apollo/client';
import {
  CreateWebhookDocument, DashboardDocument, RecordListDocument, type Operation,
} from '@enrolment/client';

const typed = <Result, Variables extends OperationVariables>(
  operation: Operation<Result, Variables>,
): TypedDocumentNode<Result, Variables> => gql(operation.toString());

const cache = new InMemoryCache({ typePolicies: { CollectionRecord: { keyFields: ['number'] } } });
const enrolment = new ApolloClient({
  cache,
  link: new HttpLink({
    uri: process.env.ENROLMENT_URL!,
    headers: { authorization: \`Bearer \${process.env.ENROLMENT_TOKEN!}\` },
  }),
});

const board = await enrolment.query({ query: typed(DashboardDocument), variables: { district: '01' } });
const total: number = board.data!.dashboard.total;
const page = await enrolment.query({ query: typed(RecordListDocument), variables: { first: 2 } });
const numbers = page.data!.collectionRecords.edges.map(({ node }) => node.number);
const cached = Object.keys(cache.extract()).filter((key) => key.startsWith('CollectionRecord:'));

const create = async (url: string) => {
  const input = { name: '平台', url, district: '01' };
  const { data } = await enrolment.mutate({ mutation: typed(CreateWebhookDocument), variables: { input } });
  const answer = data!.createWebhook;
  return answer.__typename === 'Refused' ? answer.refusals.map(({ rule }) => rule) : answer.secret.slice(0, 6);
};
// @ts-expect-error A district is a text.
const wrong = () => enrolment.query({ query: typed(DashboardDocument), variables: { district: 1 } });
void wrong;

console.log(
  JSON.stringify({
    total,
    numbers,
    cached: cached.map((key) => numbers.some((number) => key.includes(number))),
    secret: await create('https://data.example/changes'),
    refused: await create('ftp://data.example'),
    forbidden: await enrolment
      .query({ query: typed(DashboardDocument), variables: { district: '02' } })
      .catch((error: unknown) =>
        CombinedGraphQLErrors.is(error) ? error.errors.map(({ extensions }) => extensions?.code) : String(error),
      ),
  }),
);
`;

/** A list in pages as Relay has them, with one field of each record. */
export const withRelay = (field: string) => `
import { graphql } from 'react-relay';

graphql\`
  fragment Records_list on Query
  @argumentDefinitions(first: { type: "Int", defaultValue: 2 }, after: { type: "String" })
  @refetchable(queryName: "RecordsNextPageQuery") {
    collectionRecords(first: $first, after: $after, filter: { district: "01" })
      @connection(key: "Records_collectionRecords") {
      edges { node { ${field} } }
    }
  }
\`;
graphql\`query RecordsQuery { ...Records_list }\`;
`;

/** Where its compiler finds the schema, and to where it writes the texts of the queries that it makes. */
export const RELAY_CONFIG = {
  src: './src',
  schema: '../node_modules/@enrolment/client/dist/schema.graphql',
  language: 'javascript',
  artifactDirectory: './src/made',
  persistConfig: { file: './texts.json', algorithm: 'SHA256' },
};
