import './office-rules.js';
import { checkAge, type AgeRange } from './age.js';
import { isCalendarDate } from './calendar.js';
import type { Details } from './details/details.js';
import { beginsTooLate, residenceSince } from './details/residence-since.js';
import { papersFor, type Paper, type WhosePapers } from './papers.js';
import { refuse, type Refusal } from './refusal.js';
import { checkPlan, seasonIs, type SeasonFacts } from './season.js';
import type { ReviewItemKind, ServiceKind, SimulationReason, TreatedAsLocalGround } from './vocabulary.js';

/** One more document for an item of the review; null stands for every service and ground. */
export interface AskedDocument {
  readonly item: ReviewItemKind;
  readonly service: ServiceKind | null;
  readonly ground: TreatedAsLocalGround | null;
}

/** What would change; null stays as it is today. */
export interface PolicyChange {
  readonly bornFrom: string | null;
  readonly bornTo: string | null;
  /** The last day on which the residence may have begun. */
  readonly residenceSince: string | null;
  readonly document: AskedDocument | null;
}

export interface SimulationFacts {
  readonly season: SeasonFacts & AgeRange;
  /** Whether there is a live record to count. */
  readonly anyRecord: boolean;
  /** Whether the document’s item is reviewed for one of its services, somewhere in the place. */
  readonly reviewed: boolean;
}

/** The range of birth dates after the change. */
export const rangeThen = (change: PolicyChange, season: AgeRange): AgeRange => ({
  bornFrom: change.bornFrom ?? season.bornFrom,
  bornTo: change.bornTo ?? season.bornTo,
});

/** Whether a change can be simulated: the city could make it, and it could concern somebody. */
export function checkSimulation(
  change: PolicyChange,
  { season, anyRecord, reviewed }: SimulationFacts,
): Refusal[] {
  const { bornFrom, bornTo, residenceSince: cutOff, document } = change;
  const { year, state } = season;
  if (state === 'ARCHIVED') return [seasonIs(season)];
  if (bornFrom === null && bornTo === null && cutOff === null && document === null) {
    return [refuse('simulationEmpty')];
  }
  const ages = bornFrom === null && bornTo === null ? [] : checkPlan({ year, ...rangeThen(change, season) });
  return [
    ...ages,
    ...(cutOff === null || isCalendarDate(cutOff)
      ? []
      : [refuse('dateFormat', { field: 'residenceSince', params: { value: cutOff } })]),
    ...(document === null ? [] : checkDocumentAsked(document, reviewed)),
    ...(anyRecord ? [] : [refuse('simulationOfNobody', { field: 'season', params: { year } })]),
  ];
}

function checkDocumentAsked({ service, ground }: AskedDocument, reviewed: boolean): Refusal[] {
  if (ground !== null && service !== null && service !== 'TREATED_AS_LOCAL') {
    return [refuse('groundNotForService', { field: 'document.ground' })];
  }
  return reviewed ? [] : [refuse('simulationUnreviewed', { field: 'document.item' })];
}

export interface SimulatedRecord {
  readonly whose: WhosePapers;
  /** Null where the age range stays as it is. */
  readonly birthDate: string | null;
  /** The details as submitted last, or else as typed so far. */
  readonly details: Pick<Details, 'residence'> | null;
  readonly submitted: boolean;
}

interface SimulatedPolicy {
  readonly season: AgeRange;
  readonly change: PolicyChange;
  /** The district for which the document is asked; null for the whole city. */
  readonly district: string | null;
  readonly papers: readonly Paper[];
  /** What is reviewed for the record’s service in its district. */
  readonly reviewed: readonly ReviewItemKind[];
}

export interface SimulatedOutcome {
  readonly reasons: readonly SimulationReason[];
  /** Whether a cut-off is simulated although nothing says when the residence began. */
  readonly undeclared: boolean;
}

/** What would change for one record: each rule is asked with the facts of today and with those of the change. */
export function simulate(record: SimulatedRecord, policy: SimulatedPolicy): SimulatedOutcome {
  const { residenceSince: cutOff } = policy.change;
  const since = cutOff !== null && record.details !== null ? residenceSince(record.details) : null;
  const tooLate = cutOff !== null && since !== null && beginsTooLate(since, cutOff);
  return {
    reasons: [
      ...ageReasons(record, policy),
      ...(tooLate ? (['RESIDENCE_TOO_LATE'] as const) : []),
      ...documentReasons(record, policy),
    ],
    undeclared: cutOff !== null && since === null,
  };
}

function ageReasons({ birthDate }: SimulatedRecord, { season, change }: SimulatedPolicy): SimulationReason[] {
  if (birthDate === null) return [];
  const broken = (range: AgeRange) => checkAge(birthDate, range, '', 'child.birthDate')[0]?.rule;
  const today = broken(season);
  const then = broken(rangeThen(change, season));
  if (today !== undefined) return then === undefined ? ['COMES_INTO_RANGE'] : [];
  if (then === undefined) return [];
  return [then === 'tooYoung' ? 'TOO_YOUNG' : 'TOO_OLD'];
}

function documentReasons(
  { whose, submitted }: SimulatedRecord,
  { change: { document }, district, papers, reviewed }: SimulatedPolicy,
): SimulationReason[] {
  if (document === null || !reviewed.includes(document.item)) return [];
  const { item: kind, service, ground } = document;
  const more: Paper = { kind, service, ground, district };
  if (!papersFor([...papers, more], kind, whose).includes(more)) return [];
  return [submitted ? 'DOCUMENT_ASKED_AGAIN' : 'DOCUMENT_ASKED'];
}
