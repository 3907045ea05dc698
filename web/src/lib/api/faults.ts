/** Why the API gave no answer that a page can show. What a rule refuses is not here: that is data, `Refused`. */

/** No connection, no answer in time, or a failing one. */
export class ApiAway extends Error {
  override name = 'ApiAway';
}

/** The API no longer takes this access token. */
export class SessionExpired extends Error {
  override name = 'SessionExpired';
}

/** A GraphQL error with its code: FORBIDDEN, RATE_LIMITED, BAD_USER_INPUT, INTERNAL_SERVER_ERROR … */
export class ApiFault extends Error {
  override name = 'ApiFault';

  constructor(
    readonly code: string,
    readonly incident: string | null,
    readonly retryAfterSeconds: number | null,
  ) {
    super(code);
  }
}
