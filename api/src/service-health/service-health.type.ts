import {
  HEALTH_ADVICE,
  HEALTH_GROUP_NAMES,
  HEALTH_NAMES,
  HEALTH_STATE_NAMES,
  countInWords,
} from '@enrolment/rulebook/service-health-names.js';
import {
  AHEAD_DAYS,
  HEALTH_GROUP_OF,
  type HealthGroup,
  type HealthKind,
  type HealthState,
} from '@enrolment/rulebook/service-health.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import type { PhaseKind, ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import type { Names } from '@enrolment/rulebook/words.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import type { District } from '../district/district.entity.js';
import { DistrictView } from '../district/district.type.js';
import { asEnum, PhaseKindEnum, ServiceKindEnum } from '../vocabulary.type.js';
import type { HealthLine, PhaseAhead, ServiceHealth } from './service-health.service.js';

const inWords = <Word extends string>(names: Names<Word>): Record<Word, string> =>
  Object.fromEntries(
    Object.entries<Names<Word>[Word]>(names).map(([word, { 'zh-CN': zh, en }]) => [word, `${zh}: ${en}.`]),
  ) as Record<Word, string>;

const HealthKindEnum = asEnum<HealthKind>(
  'ServiceHealthKind',
  'What of the service may be late or fail.',
  inWords(HEALTH_NAMES),
);
const HealthGroupEnum = asEnum<HealthGroup>(
  'ServiceHealthGroup',
  'Under which heading it is told.',
  inWords(HEALTH_GROUP_NAMES),
);
const HealthStateEnum = asEnum<HealthState>('ServiceHealthState', 'How something stands.', {
  OK: `${HEALTH_STATE_NAMES.OK['zh-CN']}: nothing is late.`,
  LATE: `${HEALTH_STATE_NAMES.LATE['zh-CN']}: later than promised; it may still come right by itself.`,
  FAILED: `${HEALTH_STATE_NAMES.FAILED['zh-CN']}: it failed or was given up, and somebody has to see to it.`,
});

type Districts = ReadonlyMap<string, District>;

@ObjectType('ServiceHealthPlace', { description: 'A district where something is late or has failed.' })
export class ServiceHealthPlaceView {
  constructor(
    private readonly place: HealthLine['places'][number],
    district: DistrictView,
  ) {
    this.district = district;
  }

  @Field(() => DistrictView, { description: 'The district.' })
  readonly district: DistrictView;

  @Field(() => HealthStateEnum, { description: 'How it stands there.' })
  get state(): HealthState {
    return this.place.state;
  }

  @Field(() => Int, { description: 'How many there, in the unit of the line.' })
  get count(): number {
    return this.place.count;
  }
}

@ObjectType('ServiceHealthLine', {
  description: 'One thing that may be late or fail: how it stands, since when, and what to do about it.',
})
export class ServiceHealthLineView {
  constructor(
    private readonly line: HealthLine,
    private readonly districts: Districts,
    private readonly language: Language,
  ) {}

  @Field(() => HealthKindEnum, { description: 'What it is about.' })
  get kind(): HealthKind {
    return this.line.kind;
  }

  @Field(() => HealthGroupEnum, { description: 'The heading that it stands under.' })
  get group(): HealthGroup {
    return HEALTH_GROUP_OF[this.line.kind];
  }

  @Field(() => String, { description: 'The heading in the reader’s language.' })
  get heading(): string {
    return HEALTH_GROUP_NAMES[this.group][this.language];
  }

  @Field(() => String, { description: 'What it is about, in the reader’s language.' })
  get title(): string {
    return HEALTH_NAMES[this.line.kind][this.language];
  }

  @Field(() => HealthStateEnum, { description: 'How it stands.' })
  get state(): HealthState {
    return this.line.state;
  }

  @Field(() => Int, {
    description:
      'How many: messages, checks, receivers, jobs, or failures in a row; 0 for what is not counted. Numbers are counted up to a bound.',
  })
  get count(): number {
    return this.line.count;
  }

  @Field(() => Boolean, { description: 'Whether there may be more than were counted.' })
  get more(): boolean {
    return this.line.more;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The number in words, in the reader’s language; null where there is nothing to count.',
  })
  get countText(): string | null {
    return countInWords(this.line.kind, this.line, this.language);
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'Since when: the oldest that waits, the first failure in a row, or the last time it went well.',
  })
  get since(): Date | null {
    return this.line.since;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When it last went well: the last message taken, request taken, answer, or run; null where that is not kept, and before the first.',
  })
  get succeededAt(): Date | null {
    return this.line.succeededAt;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it last failed; null where that is not kept, and when it never did.',
  })
  get failedAt(): Date | null {
    return this.line.failedAt;
  }

  @Field(() => [ServiceHealthPlaceView], {
    description:
      'Of several districts, those where it is late or has failed, by code; empty for one district.',
  })
  get places(): ServiceHealthPlaceView[] {
    return this.line.places.flatMap((place) => {
      const district = this.districts.get(place.district);
      return district ? [new ServiceHealthPlaceView(place, new DistrictView(district, this.language))] : [];
    });
  }

  @Field(() => String, {
    nullable: true,
    description: 'What to do about it, in the reader’s language; null while it is well.',
  })
  get advice(): string | null {
    return this.line.state === 'OK' ? null : HEALTH_ADVICE[this.line.kind][this.language];
  }
}

@ObjectType('ServiceHealth', {
  description:
    'Whether anything of the service is late or has failed: where, since when, and what to do. It holds numbers alone, and nothing about anybody.',
})
export class ServiceHealthView {
  constructor(
    private readonly health: ServiceHealth,
    private readonly districts: Districts,
    private readonly language: Language,
  ) {}

  @Field(() => GraphQLDateTime, {
    description: 'The moment of which it tells, which lies less than a minute back.',
  })
  get at(): Date {
    return this.health.at;
  }

  @Field(() => [ServiceHealthLineView], {
    description: 'Every line, heading by heading. A district is told what is its own.',
  })
  get lines(): ServiceHealthLineView[] {
    return this.health.lines.map((line) => new ServiceHealthLineView(line, this.districts, this.language));
  }
}

@ObjectType('PhaseAhead', {
  description: `A phase of the calendar that begins or ends within ${AHEAD_DAYS} days, in the districts where it does so at the same moment.`,
})
export class PhaseAheadView {
  constructor(
    private readonly ahead: PhaseAhead,
    private readonly known: Districts,
    private readonly language: Language,
  ) {}

  @Field(() => Int, { description: 'Year of the season.' })
  get season(): number {
    return this.ahead.season;
  }

  @Field(() => ServiceKindEnum, { description: 'Its service.' })
  get service(): ServiceKind {
    return this.ahead.service;
  }

  @Field(() => PhaseKindEnum, { description: 'The phase.' })
  get phase(): PhaseKind {
    return this.ahead.phase;
  }

  @Field(() => Boolean, { description: 'true: it begins then; false: it ends.' })
  get begins(): boolean {
    return this.ahead.begins;
  }

  @Field(() => GraphQLDateTime, { description: 'The moment.' })
  get at(): Date {
    return this.ahead.at;
  }

  @Field(() => [DistrictView], { description: 'Where, by code.' })
  get districts(): DistrictView[] {
    return this.ahead.districts.flatMap((code) => {
      const district = this.known.get(code);
      return district ? [new DistrictView(district, this.language)] : [];
    });
  }
}
