/** Why the API gave no answer that a page can show. A refusal by a rule is no fault: it is data, `Refused`. */

/** No connection, no answer in time, or an answer that says the API is failing. */
export class ApiAway extends Error {
  override name = 'ApiAway';
}

/** No season is open yet: the service has still to be set up. */
export class NotOpenYet extends ApiAway {
  override name = 'NotOpenYet';
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
