import { RecordListDocument, type RecordListQueryVariables } from '@enrolment/schema/client';
import type { Person } from './api.js';

/** A page of somebody's list, and the numbers on it. */
export async function listed(person: Person, variables: RecordListQueryVariables = {}) {
  const { data, errors } = await person.request(RecordListDocument, variables);
  if (errors) throw new Error(JSON.stringify(errors[0]));
  const page = data.collectionRecords;
  return { ...page, numbers: page.edges.map(({ node }) => node.number) };
}

export const numbersOf = async (person: Person, filter: RecordListQueryVariables['filter'] = {}) =>
  (await listed(person, { filter, first: 100 })).numbers.sort();
