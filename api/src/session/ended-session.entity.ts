import { defineEntity, p } from '@mikro-orm/core';

const EndedSessionSchema = defineEntity({
  name: 'EndedSession',
  tableName: 'ended_session',
  properties: {
    fingerprint: p.text().primary(),
    endedAt: p.datetime().index('ended_session_ended_at'),
    expiresAt: p.datetime(),
  },
});
/** What was signed out before its own time was over: an access token, a session of the site, or all of one person. */
export class EndedSession extends EndedSessionSchema.class {}
EndedSessionSchema.setClass(EndedSession);
