import type { Language } from '@enrolment/rulebook/refusal.js';
import type { SeasonState } from '@enrolment/rulebook/vocabulary.js';
import { Field, Int, ObjectType } from 'type-graphql';
import { PolicyView } from '../district/district.type.js';
import { CalendarDate } from '../scalars.js';
import { SeasonStateEnum } from '../vocabulary.type.js';
import type { Season, Site } from './season.entity.js';

@ObjectType('Season', { description: 'A season of admission: its year, and the children it is for.' })
export class SeasonView {
  constructor(private readonly season: Season) {}

  @Field(() => Int, { description: 'Year of admission.' })
  get year(): number {
    return this.season.year;
  }

  @Field(() => CalendarDate, { description: 'Earliest birth date, included.' })
  get bornFrom(): string {
    return this.season.bornFrom;
  }

  @Field(() => CalendarDate, { description: 'Latest birth date, included.' })
  get bornTo(): string {
    return this.season.bornTo;
  }

  @Field(() => SeasonStateEnum, { description: 'Its state.' })
  get state(): SeasonState {
    return this.season.state;
  }
}

@ObjectType('Site', { description: 'What the city says about itself on every page.' })
export class SiteView {
  constructor(
    private readonly site: Site,
    private readonly language: Language,
  ) {}

  @Field(() => String, { description: '服务热线: the city’s phone number for help.' })
  get hotline(): string {
    return this.site.hotline;
  }

  @Field(() => String, { description: 'When the hotline is answered, in Asia/Shanghai.' })
  get serviceHours(): string {
    return this.language === 'en' ? this.site.serviceHoursEn : this.site.serviceHours;
  }

  @Field(() => String, { description: 'ICP 备案号 of the site.' })
  get icpFiling(): string {
    return this.site.icpFiling;
  }

  @Field(() => String, { description: '公安备案号 of the site.' })
  get policeFiling(): string {
    return this.site.policeFiling;
  }

  @Field(() => [PolicyView], { description: 'The city’s own policies.' })
  readonly policies!: PolicyView[];
}
