import { VIEW_PLACES, type ViewPlace } from '@enrolment/rulebook/saved-view.js';
import { defineEntity, p } from '@mikro-orm/core';
import { v7 as uuid } from 'uuid';

/**
 * A filter of the list, as the API takes it, without what is not kept; `dueInDays` stands for `dueUntil`, which views of before
 * may have. Whoever reads it judges it anew.
 */
export type KeptFilter = Readonly<Record<string, unknown>>;

export const SavedViewSchema = defineEntity({
  name: 'SavedView',
  tableName: 'saved_view',
  properties: {
    id: p.uuid().primary(),
    officer: p.string().length(255),
    place: p.enum(() => [...VIEW_PLACES]).$type<ViewPlace>(),
    name: p.string().length(30),
    filter: p.json().$type<KeptFilter>(),
    position: p.smallint(),
  },
  indexes: [
    {
      name: 'saved_view_name',
      expression: 'create unique index saved_view_name on saved_view (officer, place, name)',
    },
  ],
});
/** 视图: a set of filters that an officer has given a name. */
export class SavedView extends SavedViewSchema.class {
  constructor(
    officer: string,
    place: ViewPlace,
    given: { name: string; filter: KeptFilter; position: number },
  ) {
    super();
    this.id = uuid();
    this.officer = officer;
    this.place = place;
    this.name = given.name;
    this.filter = given.filter;
    this.position = given.position;
  }

  rename(name: string): void {
    this.name = name;
  }

  moveTo(position: number): void {
    this.position = position;
  }
}
SavedViewSchema.setClass(SavedView);
