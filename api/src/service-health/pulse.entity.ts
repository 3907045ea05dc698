import { defineEntity, p } from '@mikro-orm/core';

/** What goes on for ever besides the tasks of the timetable: gateways that we call, and the one that calls back. */
export const GATEWAYS = ['sms_gateway', 'verification_gateway', 'verification_answer'] as const;
export type Gateway = (typeof GATEWAYS)[number];

export const PulseSchema = defineEntity({
  name: 'Pulse',
  tableName: 'pulse',
  properties: {
    /** A gateway, or a task of the timetable. */
    name: p.string().length(40).primary(),
    watchedSince: p.datetime(),
    succeededAt: p.datetime().nullable(),
    failedAt: p.datetime().nullable(),
    failingSince: p.datetime().nullable(),
    /** In a row. */
    failures: p.integer().default(0),
    /** What the last success found that is not right. */
    found: p.integer().default(0),
  },
});
/** When something that goes on for ever last went well, whichever process did it. */
export class Pulse extends PulseSchema.class {}
PulseSchema.setClass(Pulse);
