import { redirect, type RequestEvent } from '@sveltejs/kit';

/** Back to where a form was sent from, with all that its address kept, and a word of what was done. */
export const backHere = (event: RequestEvent, done: string): never => backTo(event, event.url.pathname, done);

export function backTo({ url }: RequestEvent, path: string, done: string): never {
  const search = new URLSearchParams(
    [...url.searchParams].filter(([name]) => !name.startsWith('/') && !['done', 'last'].includes(name)),
  );
  search.set('done', done);
  redirect(303, `${path}?${search}`);
}

/** What an address says was done, if the page knows it. */
export const doneIn = <Done extends string>({ searchParams }: URL, known: readonly Done[]): Done | null =>
  known.find((one) => one === searchParams.get('done')) ?? null;
