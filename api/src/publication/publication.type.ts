import { maskName } from '@enrolment/rulebook/masking.js';
import type { ResultCounts } from '@enrolment/rulebook/publication.js';
import { explain, type Language } from '@enrolment/rulebook/refusal.js';
import type { AdmissionOutcome, ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Reader } from '../actor.js';
import { cutPage, PageInfoView } from '../paging.type.js';
import type { DataKey, KeyRing } from '../platform/keys.js';
import { openChild } from '../record/people.js';
import { RefusalView } from '../refusal.type.js';
import { CollectionNumber } from '../scalars.js';
import { AdmissionOutcomeEnum, asEnum, ServiceKindEnum } from '../vocabulary.type.js';
import { publicationStateOf, type Publication, type PublicationState } from './publication.entity.js';
import type { PlannedSchoolRow, Preview } from './publication.service.js';
import type { MessageCounts, ResultRow } from './publication.statements.js';

const PublicationStateEnum = asEnum<PublicationState>('PublicationState', 'The states of a publication.', {
  PROPOSED: 'It waits until another administrator of the district confirms it.',
  CONFIRMED: 'Two have confirmed it. It waits for its time, and none of its results changes until then.',
  PUBLISHED: 'Everybody concerned sees the results.',
  CANCELLED: 'An administrator cancelled it. Nothing was published.',
  EXPIRED: 'Nobody confirmed it before its time. Nothing was published.',
  FAILED: 'It was not published at its time, for the reason in `failure`.',
});

@ObjectType('PublicationCounts', {
  description: 'Preregistered children, counted by what is decided about them.',
})
export class PublicationCountsView {
  @Field(() => Int, { description: '录取: admitted.' })
  readonly admitted: number;

  @Field(() => Int, { description: '未录取: not admitted.' })
  readonly notAdmitted: number;

  @Field(() => Int, { description: '还没定: without a decision, and so not published.' })
  readonly undecided: number;

  constructor({ admitted, notAdmitted, undecided }: ResultCounts) {
    this.admitted = admitted;
    this.notAdmitted = notAdmitted;
    this.undecided = undecided;
  }
}

@ObjectType('PublicationSchool', {
  description: 'What one school has preregistered, and how that is decided.',
})
export class PublicationSchoolView {
  constructor(readonly row: PlannedSchoolRow) {}

  @Field(() => Int, { description: 'Children whom it has preregistered, published or not.' })
  get preregistered(): number {
    return this.row.preregistered;
  }

  @Field(() => PublicationCountsView, { description: 'Those whose result is not published yet.' })
  get counts(): PublicationCountsView {
    return new PublicationCountsView(this.row);
  }

  @Field(() => Int, { description: 'Those whose result is published.' })
  get published(): number {
    return this.row.published;
  }

  @Field(() => Int, {
    nullable: true,
    description:
      '招生计划: how many children of all services the school can take in the season; null where that is not planned.',
  })
  get quota(): number | null {
    return this.row.quota;
  }

  @Field(() => Int, {
    description:
      'How many children of all services it has: preregistered by it or assigned to it, and not refused. More than `quota` is a warning, and holds nothing up.',
  })
  get taken(): number {
    return this.row.taken;
  }
}

@ObjectType('PublicationResult', {
  description: 'One result that would be published, as its family would read it.',
})
export class PublicationResultView {
  private readonly key: DataKey;

  constructor(
    readonly row: ResultRow,
    keys: KeyRing,
  ) {
    const { record: id, keyId, wrappedKey } = row;
    this.key = keys.keyOf({ id, keyId, wrappedKey });
  }

  @Field(() => CollectionNumber, { description: '信息采集编号.' })
  get number(): string {
    return this.row.number;
  }

  @Field(() => String, { description: 'The child’s name, masked.' })
  get childName(): string {
    return maskName(openChild('name', this.row, this.key));
  }

  @Field(() => AdmissionOutcomeEnum, { description: 'The district’s decision.' })
  get outcome(): AdmissionOutcome {
    return this.row.outcome;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The reason, or what to bring and when; null when the district wrote nothing.',
  })
  get note(): string | null {
    return this.row.note && this.key.open('admission.note', this.row.note);
  }
}

@ObjectType('PublicationResultConnection', {
  description: 'A page of the results that would be published, by collection number.',
})
export class PublicationResultConnectionView {
  @Field(() => [PublicationResultView], { description: 'The results of the page.' })
  readonly nodes: PublicationResultView[];

  @Field(() => PageInfoView, { description: 'The position of the page within the list.' })
  readonly pageInfo: PageInfoView;

  constructor(
    rows: readonly ResultRow[],
    page: { readonly first: number; readonly goesOn: boolean },
    keys: KeyRing,
  ) {
    const { shown, pageInfo } = cutPage(rows, page, ({ number }) => number);
    this.nodes = shown.map((row) => new PublicationResultView(row, keys));
    this.pageInfo = pageInfo;
  }
}

@ObjectType('PublicationPreview', {
  description: 'What a publication of one service of a district would publish now, and what is missing.',
})
export class PublicationPreviewView {
  constructor(readonly preview: Preview) {}

  @Field(() => Int, { description: 'Year of the season.' })
  get season(): number {
    return this.preview.place.season;
  }

  @Field(() => PublicationCountsView, { description: 'The children whose result is not published yet.' })
  get counts(): PublicationCountsView {
    return new PublicationCountsView(this.preview.counts);
  }

  @Field(() => String, {
    description:
      'Eight letters and digits, such as K7QF-92MX, that are the same only for exactly these results. proposePublication takes it.',
  })
  get checkCode(): string {
    return this.preview.checkCode;
  }

  @Field(() => [PublicationSchoolView], {
    description: 'The schools that have preregistered somebody, by code.',
  })
  get schools(): PublicationSchoolView[] {
    return this.preview.schools.map((row) => new PublicationSchoolView(row));
  }

  @Field(() => Int, {
    description:
      'Approved children whom no school has preregistered: they have no result, and their families read how to go on.',
  })
  get notPreregistered(): number {
    return this.preview.notPreregistered;
  }

  @Field(() => Int, {
    description:
      'Families of the place whom the newest SMS did not reach; the list of records finds them by `unreached`. They read the result on the site all the same.',
  })
  get unreached(): number {
    return this.preview.unreached;
  }

  @Field(() => Int, {
    description: 'Admitted children for whom the district has written nothing about what to bring and when.',
  })
  get withoutNote(): number {
    return this.preview.schools.reduce((sum, { withoutNote }) => sum + withoutNote, 0);
  }

  @Field(() => Int, { description: 'Children whose result is published already.' })
  get published(): number {
    return this.preview.schools.reduce((sum, { published }) => sum + published, 0);
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'From when on the calendar lets results be published; null when it has no RESULT phase.',
  })
  get opensAt(): Date | null {
    return this.preview.window?.opensAt ?? null;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when the calendar lets results be published; null when it has no RESULT phase.',
  })
  get closesAt(): Date | null {
    return this.preview.window?.closesAt ?? null;
  }

  @Field(() => Boolean, {
    description: 'Whether the district has every publication take two, so that publishResults is refused.',
  })
  get takesTwo(): boolean {
    return this.preview.takesTwo;
  }
}

@ObjectType('PublicationPerson', { description: 'An administrator who did something about a publication.' })
export class PublicationPersonView {
  @Field(() => String, { description: 'The name, masked.' })
  readonly name: string;

  @Field(() => GraphQLDateTime, { description: 'When it was done.' })
  readonly at: Date;

  constructor(name: string | null | undefined, at: Date) {
    this.name = name ?? '';
    this.at = at;
  }
}

@ObjectType('PublicationMessages', {
  description: 'How far the families of a publication have been told by SMS, at the rate of the gateway.',
})
export class PublicationMessagesView {
  @Field(() => Int, { description: 'The number of families, each of whom gets one SMS.' })
  readonly total: number;

  @Field(() => Int, { description: 'Taken by the gateway.' })
  readonly sent: number;

  @Field(() => Int, { description: 'Not taken at the last try; they are tried again with growing pauses.' })
  readonly failing: number;

  @Field(() => Int, { description: 'Not tried yet.' })
  readonly waiting: number;

  constructor({ total, sent, failing }: MessageCounts) {
    this.total = total;
    this.sent = sent;
    this.failing = failing;
    this.waiting = total - sent - failing;
  }
}

@ObjectType('Publication', {
  description:
    '公布: the results of one service of a district, proposed by one administrator for a time, confirmed by another, and published at that time for everybody at once.',
})
export class PublicationView {
  constructor(
    readonly publication: Publication,
    private readonly reader: Reader,
  ) {}

  @Field(() => ID, { description: 'Id of the publication, for confirmPublication and cancelPublication.' })
  get id(): string {
    return this.publication.id;
  }

  @Field(() => Int, { description: 'Year of the season.' })
  get season(): number {
    return this.publication.season;
  }

  @Field(() => String, { description: 'Entry code of the district.' })
  get district(): string {
    return this.publication.district;
  }

  @Field(() => ServiceKindEnum, { description: 'The service.' })
  get service(): ServiceKind {
    return this.publication.service;
  }

  @Field(() => PublicationStateEnum, { description: 'Its state.' })
  get state(): PublicationState {
    return publicationStateOf(this.publication, this.reader.now);
  }

  @Field(() => GraphQLDateTime, {
    description: 'The time for which it is proposed. Until then neither families nor schools see any result.',
  })
  get publishAt(): Date {
    return this.publication.publishAt;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'The check code of its results, which both administrators have seen; null for what was published before there were any.',
  })
  get checkCode(): string | null {
    return this.publication.checkCode ?? null;
  }

  @Field(() => PublicationCountsView, {
    description: 'Its results; `undecided` were left for a later publication.',
  })
  get counts(): PublicationCountsView {
    return new PublicationCountsView(this.publication.counts);
  }

  @Field(() => PublicationPersonView, { description: 'Whoever proposed it, or published it at once.' })
  get proposed(): PublicationPersonView {
    return new PublicationPersonView(this.publication.proposedName, this.publication.proposedAt);
  }

  @Field(() => PublicationPersonView, {
    nullable: true,
    description: 'Whoever confirmed it; null before that, and for what one administrator published at once.',
  })
  get second(): PublicationPersonView | null {
    const { secondName, secondAt } = this.publication;
    return secondAt ? new PublicationPersonView(secondName, secondAt) : null;
  }

  @Field(() => PublicationPersonView, {
    nullable: true,
    description: 'Whoever cancelled it; null unless it is CANCELLED.',
  })
  get cancelled(): PublicationPersonView | null {
    const { state, endedName, endedAt } = this.publication;
    return state === 'CANCELLED' && endedAt ? new PublicationPersonView(endedName, endedAt) : null;
  }

  @Field(() => Boolean, { description: 'Whether the viewer proposed it, and so cannot confirm it.' })
  get own(): boolean {
    return this.publication.proposedBy === this.reader.viewer?.subject;
  }

  @Field(() => RefusalView, {
    nullable: true,
    description: 'Why it was not published at its time; null unless it is FAILED.',
  })
  get failure(): RefusalView | null {
    const { failure } = this.publication;
    return failure ? new RefusalView(explain(failure, this.language)) : null;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The instant from which everybody concerned sees the results; null before that.',
  })
  get publishedAt(): Date | null {
    return this.publication.publishedAt ?? null;
  }

  get language(): Language {
    return this.reader.language;
  }
}

@ObjectType('Published', { description: 'The results were published, all at the same instant.' })
export class PublishedView {
  @Field(() => Int, { description: 'How many results were published; 0 when there was nothing new.' })
  readonly count: number;

  @Field(() => GraphQLDateTime, { description: 'The instant from which everybody concerned sees them.' })
  readonly at: Date;

  constructor({ count, at }: { count: number; at: Date }) {
    this.count = count;
    this.at = at;
  }
}
