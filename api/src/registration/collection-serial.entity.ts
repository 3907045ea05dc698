import { defineEntity, p } from '@mikro-orm/core';
import { District } from '../district/district.entity.js';
import { Season } from '../season/season.entity.js';

export const CollectionSerialSchema = defineEntity({
  name: 'CollectionSerial',
  tableName: 'collection_serial',
  properties: {
    season: () =>
      p
        .manyToOne(Season)
        .mapToPk()
        .primary()
        .fieldName('season')
        .updateRule('no action')
        .deleteRule('no action'),
    district: () =>
      p
        .manyToOne(District)
        .mapToPk()
        .primary()
        .fieldName('district_code')
        .updateRule('no action')
        .deleteRule('no action'),
    last: p.integer(),
  },
  // 信息采集编号 has seven digits for it.
  checks: [{ name: 'collection_serial_digits', expression: '(last >= 1) and (last <= 9999999)' }],
});
/** How many collection numbers a season and district have given out. */
export class CollectionSerial extends CollectionSerialSchema.class {}
CollectionSerialSchema.setClass(CollectionSerial);
