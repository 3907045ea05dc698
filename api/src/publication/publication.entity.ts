import { maskName } from '@enrolment/rulebook/masking.js';
import type { ResultCounts } from '@enrolment/rulebook/publication.js';
import type { Refusal } from '@enrolment/rulebook/refusal.js';
import { SERVICE_KINDS, type ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p } from '@mikro-orm/core';
import { v7 as uuid } from 'uuid';
import { District } from '../district/district.entity.js';
import type { Viewer } from '../platform/identity.js';

export const PUBLICATION_STATES = [
  'PROPOSED',
  'CONFIRMED',
  'PUBLISHED',
  'CANCELLED',
  'EXPIRED',
  'FAILED',
] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** One service of a district in a season: its results are published together. */
export interface PublicationPlace {
  readonly season: number;
  readonly district: string;
  readonly service: ServiceKind;
}

export const PublicationSchema = defineEntity({
  name: 'Publication',
  tableName: 'publication',
  properties: {
    id: p.uuid().primary(),
    season: p.smallint(),
    district: () =>
      p.manyToOne(District).mapToPk().fieldName('district_code').index(false).deleteRule('no action'),
    service: p.enum(() => [...SERVICE_KINDS]).$type<ServiceKind>(),
    state: p.enum(() => [...PUBLICATION_STATES]).$type<PublicationState>(),
    /** The embargo: until then nobody of the families learns of anything. */
    publishAt: p.datetime(),
    /** By what two people know that they mean the very same results. */
    checkCode: p.string().length(9).nullable(),
    admitted: p.integer(),
    notAdmitted: p.integer(),
    /** Left for a later publication. */
    undecided: p.integer(),
    proposedBy: p.string().length(255),
    /** Masked, as all names here: colleagues see who it was, and no more. */
    proposedName: p.string().length(120).nullable(),
    proposedAt: p.datetime(),
    secondBy: p.string().length(255).nullable(),
    secondName: p.string().length(120).nullable(),
    secondAt: p.datetime().nullable(),
    /** Whoever cancelled it. */
    endedBy: p.string().length(255).nullable(),
    endedName: p.string().length(120).nullable(),
    endedAt: p.datetime().nullable(),
    /** Why it was not published at its time. */
    failure: p.json().$type<Refusal>().nullable(),
    publishedAt: p.datetime().nullable(),
  },
  indexes: [
    {
      name: 'publication_open',
      expression:
        "create unique index publication_open on publication (season, district_code, service) where state in ('PROPOSED', 'CONFIRMED')",
    },
    {
      name: 'publication_of_place',
      expression:
        'create index publication_of_place on publication (season, district_code, service, proposed_at)',
    },
    {
      name: 'publication_due',
      expression: "create index publication_due on publication (publish_at) where state = 'CONFIRMED'",
    },
  ],
  checks: [
    {
      name: 'publication_second_is_another',
      expression: '(second_by)::text <> (proposed_by)::text',
    },
    {
      name: 'publication_confirmed_by_second',
      expression: `(state <> 'CONFIRMED'::text) or (second_by is not null)`,
    },
    {
      name: 'publication_published_at',
      expression: `(state = 'PUBLISHED'::text) = (published_at is not null)`,
    },
  ],
});
/** 公布入学结果 of one service of a district: proposed for a time, confirmed by somebody else, published at that time. */
export class Publication extends PublicationSchema.class {
  constructor(place: PublicationPlace, checkCode: string, counts: ResultCounts, by: By) {
    super();
    this.id = uuid();
    this.season = place.season;
    this.district = place.district;
    this.service = place.service;
    this.checkCode = checkCode;
    this.admitted = counts.admitted;
    this.notAdmitted = counts.notAdmitted;
    this.undecided = counts.undecided;
    this.proposedBy = by.viewer.subject;
    this.proposedName = maskName(by.viewer.name) || null;
    this.proposedAt = by.now;
  }

  static propose(
    place: PublicationPlace,
    { checkCode, counts, publishAt }: { checkCode: string; counts: ResultCounts; publishAt: Date },
    by: By,
  ): Publication {
    const publication = new Publication(place, checkCode, counts, by);
    publication.state = 'PROPOSED';
    publication.publishAt = publishAt;
    return publication;
  }

  /** By one administrator, at once. */
  static atOnce(
    place: PublicationPlace,
    { checkCode, counts }: { checkCode: string; counts: ResultCounts },
    by: By,
  ): Publication {
    const publication = new Publication(place, checkCode, counts, by);
    publication.publishAt = by.now;
    publication.publish(by.now);
    return publication;
  }

  confirm({ viewer, now }: By): void {
    this.state = 'CONFIRMED';
    this.secondBy = viewer.subject;
    this.secondName = maskName(viewer.name) || null;
    this.secondAt = now;
  }

  publish(at: Date): void {
    this.state = 'PUBLISHED';
    this.publishedAt = at;
  }

  cancel({ viewer, now }: By): void {
    this.state = 'CANCELLED';
    this.endedBy = viewer.subject;
    this.endedName = maskName(viewer.name) || null;
    this.endedAt = now;
  }

  /** It was not published at its time, and is not published later by itself. */
  fail(why: Refusal, at: Date): void {
    this.state = 'FAILED';
    this.failure = why;
    this.endedAt = at;
  }

  get place(): PublicationPlace {
    const { season, district, service } = this;
    return { season, district, service };
  }

  get counts(): ResultCounts {
    const { admitted, notAdmitted, undecided } = this;
    return { admitted, notAdmitted, undecided };
  }
}
PublicationSchema.setClass(Publication);

interface By {
  readonly viewer: Pick<Viewer, 'subject' | 'name'>;
  readonly now: Date;
}

/** How it stands for its readers: nobody can confirm any more what nobody has confirmed in time. */
export const publicationStateOf = (
  { state, publishAt }: Pick<Publication, 'state' | 'publishAt'>,
  now: Date,
): PublicationState => (state === 'PROPOSED' && publishAt <= now ? 'EXPIRED' : state);
