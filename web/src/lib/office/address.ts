/** Where a page of the office is, as every link within the office keeps it. What is the default is null and is not named. */
export type Here = { readonly place: string | null; readonly season: string | null };

/** An address within the office. */
export function officeAddress(path: string, query: Query = {}): string {
  const search = searchOf(query);
  return search ? `${path}?${search}` : path;
}

/** Where a record stands in a list, for the way back to it. */
export const rowOf = (number: string): string => `row-${number}`;

type Query = Record<string, string | null | undefined>;

function searchOf(query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  return search.toString();
}

/** An address of the page itself, to which a form is sent: its action, and what stood in the address. */
export function actionAddress(action: string, query: Query = {}): string {
  const search = searchOf(query);
  return search ? `?/${action}&${search}` : `?/${action}`;
}
