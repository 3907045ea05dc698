import { defineEntity, p } from '@mikro-orm/core';

export const RateWindowSchema = defineEntity({
  name: 'RateWindow',
  tableName: 'rate_window',
  properties: {
    keyIndex: p.blob().$type<Buffer>().primary(),
    windowStart: p.datetime(),
    count: p.smallint(),
  },
});
/** How often something happened in its present window; what is counted is a blind index. Shared by all processes. */
export class RateWindow extends RateWindowSchema.class {}
RateWindowSchema.setClass(RateWindow);
