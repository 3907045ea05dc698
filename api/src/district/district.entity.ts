import type { Desk } from '@enrolment/rulebook/desk.js';
import {
  PHASE_KINDS,
  QUESTION_KINDS,
  REVIEW_ORDERS,
  SERVICE_KINDS,
  type PhaseKind,
  type QuestionKind,
  type ReviewOrder,
  type ServiceKind,
} from '@enrolment/rulebook/vocabulary.js';
import type { Window } from '@enrolment/rulebook/window.js';
import { defineEntity, p } from '@mikro-orm/core';
import { Season } from '../season/season.entity.js';

export const DistrictSchema = defineEntity({
  name: 'District',
  tableName: 'district',
  properties: {
    code: p.string().length(2).primary(),
    gb2260: p.string().length(6).nullable(),
    name: p.string().length(20),
    nameEn: p.string().length(60),
    hotline: p.array(),
    deskAddress: p.string().length(120).nullable(),
    deskAddressEn: p.string().length(200).nullable(),
    deskHours: p.string().length(80).nullable(),
    deskHoursEn: p.string().length(120).nullable(),
    position: p.smallint(),
    /** Whether rejecting several records at once takes a second person; taking over always does. */
    rejectionsNeedSecond: p.boolean().default(true),
    /** Whether a publication takes a second person even through `publishResults`. */
    publicationsNeedSecond: p.boolean().default(false),
    /** Whether the subdistricts decide before everybody else. */
    reviewOrder: p
      .enum(() => [...REVIEW_ORDERS])
      .$type<ReviewOrder>()
      .default('ONLINE_FIRST'),
    /** Whether a home is in one of the subdistricts of its list, and in no other. */
    subdistrictsComplete: p.boolean().default(false),
  },
  checks: [{ name: 'district_code_shape', expression: `(code)::text ~ '^[0-9]{2}$'::text` }],
});
/** One of the 18 entries of the portal. */
export class District extends DistrictSchema.class {
  setDesk({ hotline, deskAddress, deskAddressEn, deskHours, deskHoursEn }: Desk): void {
    this.hotline = [...hotline];
    this.deskAddress = deskAddress;
    this.deskAddressEn = deskAddressEn;
    this.deskHours = deskHours;
    this.deskHoursEn = deskHoursEn;
  }
}
DistrictSchema.setClass(District);

/** To whom something belongs, by the district's code; null for the whole city, or for several districts. */
export const districtOrCity = () =>
  p.manyToOne(District).mapToPk().fieldName('district_code').nullable().index(false).deleteRule('no action');

export const PhaseSchema = defineEntity({
  name: 'Phase',
  tableName: 'phase',
  properties: {
    season: () => p.manyToOne(Season).mapToPk().fieldName('season').primary(),
    district: () => p.manyToOne(District).mapToPk().fieldName('district_code').primary(),
    service: p
      .enum(() => [...SERVICE_KINDS])
      .$type<ServiceKind>()
      .primary(),
    kind: p
      .enum(() => [...PHASE_KINDS])
      .$type<PhaseKind>()
      .primary(),
    opensAt: p.datetime(),
    closesAt: p.datetime(),
  },
  checks: [{ name: 'phase_opens_before_it_closes', expression: 'closes_at > opens_at' }],
});
/** A window of the district's calendar for one service: open from opensAt until just before closesAt. */
export class Phase extends PhaseSchema.class {
  move({ opensAt, closesAt }: Window): void {
    this.opensAt = opensAt;
    this.closesAt = closesAt;
  }
}
PhaseSchema.setClass(Phase);

export const PolicySchema = defineEntity({
  name: 'Policy',
  tableName: 'policy',
  properties: {
    id: p.integer().primary().autoincrement(),
    district: () =>
      p.manyToOne(District).mapToPk().fieldName('district_code').nullable().deleteRule('cascade'),
    season: () => p.manyToOne(Season).mapToPk().fieldName('season').nullable().deleteRule('no action'),
    title: p.string().length(200),
    url: p.text().nullable(),
    publishedOn: p.date().nullable(),
    body: p.text().nullable(),
    position: p.smallint(),
  },
});
/** A published policy: of a district, or of the city when it names none; of one season, or of all when it names none. */
export class Policy extends PolicySchema.class {}
PolicySchema.setClass(Policy);

export const DistrictQuestionSchema = defineEntity({
  name: 'DistrictQuestion',
  tableName: 'district_question',
  properties: {
    season: () => p.manyToOne(Season).mapToPk().fieldName('season').primary(),
    district: () => p.manyToOne(District).mapToPk().fieldName('district_code').primary(),
    service: p
      .enum(() => [...SERVICE_KINDS])
      .$type<ServiceKind>()
      .primary(),
    key: p.string().length(40).primary(),
    label: p.string().length(200),
    labelEn: p.string().length(400),
    help: p.text().nullable(),
    helpEn: p.text().nullable(),
    kind: p.enum(() => [...QUESTION_KINDS]).$type<QuestionKind>(),
    required: p.boolean(),
    /** The first language's words are the values of answers, the same for every reader. */
    choices: p.array().nullable(),
    choicesEn: p.array().nullable(),
    position: p.smallint(),
    /** Since when it is asked no more: what was answered stays readable. */
    retiredAt: p.datetime().nullable(),
  },
  checks: [
    {
      name: 'district_question_choices_in_both',
      expression: 'NOT (cardinality(choices) IS DISTINCT FROM cardinality(choices_en))',
    },
  ],
});
/** A question that one district asks in a season on top of the common form. */
export class DistrictQuestion extends DistrictQuestionSchema.class {
  retire(now: Date): void {
    this.retiredAt ??= now;
  }

  get asked(): boolean {
    return !this.retiredAt;
  }
}
DistrictQuestionSchema.setClass(DistrictQuestion);
