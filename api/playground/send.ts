import { SERVICE } from './job';
import { results, type Results } from './results';
import { session, signIn } from './session';

export interface Operation {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: unknown;
}

/** What the API tells of a query that it has weighed. */
export interface Cost {
  readonly requested: number;
  readonly limit: number;
  readonly perMinute?: { readonly limit: number; readonly remaining: number; readonly resetSeconds: number };
}

export interface Answer {
  readonly data?: Results | null;
  readonly errors?: readonly { readonly message: string }[];
  readonly extensions?: { readonly cost?: Cost };
}

/** Sends as the person signed in, in the chosen language, and keeps what later steps need. */
export async function send(
  operation: Operation,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const post = (): Promise<Response> => {
    const { language, token } = session.get();
    return fetch(location.origin + location.pathname, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': language,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      body: JSON.stringify(operation),
    });
  };
  let response = await post();
  const { identity } = session.get();
  if (response.status === 401 && identity && !bringsToken(headers)) {
    // The sandbox's token has expired: a new one for the same person.
    await signIn(identity);
    response = await post();
  }
  const answer = (await response.json()) as Answer;
  if (answer.data) results.update({ ...answer.data, ...registeredBy(operation, answer.data) });
  return answer;
}

export const bringsToken = (headers: Readonly<Record<string, string>>): boolean =>
  Object.keys(headers).some((name) => name.toLowerCase() === 'authorization');

/** The newest registration of the service whose way is shown to its end. */
function registeredBy({ variables }: Operation, { registerChild }: Results): Pick<Results, 'registered'> {
  const { identity } = session.get();
  const { input } = (variables ?? {}) as { input?: { service?: string } };
  if (!identity || registerChild?.__typename !== 'CollectionRecord' || input?.service !== SERVICE) return {};
  return { registered: { number: registerChild.number, by: identity.id } };
}
