import { checkAge, type AgeRange } from './age.js';
import { checkChoice } from './choice.js';
import { NATIONALITIES, OTHER_NATIONALITY } from './countries.js';
import { explain, refuse, type Language, type Refusal } from './refusal.js';
import { BEIJING, HONG_KONG_AND_MACAO, PROVINCES, TAIWAN } from './regions.js';
import { ruleOf, type RuleName } from './rules.js';
import { GROUNDS, SERVICE_KINDS, type ServiceKind, type TreatedAsLocalGround } from './vocabulary.js';

export interface Origin {
  readonly nationality: string;
  /** GB/T 2260 province code; null for a child without hukou. */
  readonly hukouProvince: string | null;
  readonly ground: string | null;
}

type Way = { service: ServiceKind } | { refusal: Refusal };

/** 七: the way that a child takes, by nationality, ground and hukou. The age is judged separately. */
function wayOf(origin: Origin, hotline: string, field: (name: string) => string): Way {
  if (origin.ground !== null) return { service: 'TREATED_AS_LOCAL' };
  if (origin.nationality !== 'CN') {
    return { refusal: refuse('nationalityForeign', { field: field('nationality'), params: { hotline } }) };
  }
  const province = origin.hukouProvince;
  if (province === BEIJING) return { service: 'LOCAL_HUKOU' };
  if (province === TAIWAN) return { refusal: refuse('taiwanChild', { field: field('hukouProvince') }) };
  if (province !== null && HONG_KONG_AND_MACAO.has(province)) {
    return { refusal: refuse('hongKongMacaoChild', { field: field('hukouProvince'), params: { hotline } }) };
  }
  return { service: 'NON_LOCAL_HUKOU' };
}

const GROUND_BY_ITSELF: Partial<Record<RuleName, TreatedAsLocalGround>> = {
  nationalityForeign: 'FOREIGN_NATIONAL',
  taiwanChild: 'TAIWAN_COMPATRIOT',
};

export interface Guidance {
  readonly service: ServiceKind | null;
  readonly consultDistrict: boolean;
  /** The ground on which the child comes with that service, as answered or as it follows from the answers. */
  readonly ground: TreatedAsLocalGround | null;
  /** Why the answer is not simply a service; null when it is. */
  readonly refusal: Refusal | null;
}

/** Which way is this child's, before anyone fills in a form (`guidance`). The rules are those of the registration. */
export function guide(origin: Origin & { birthDate: string }, range: AgeRange, hotline: string): Guidance {
  const [outOfAge] = checkAge(origin.birthDate, range, hotline, 'birthDate');
  if (outOfAge) {
    return { service: null, consultDistrict: outOfAge.rule === 'tooOld', ground: null, refusal: outOfAge };
  }
  const way = wayOf(origin, hotline, (name) => name);
  const answered = origin.ground as TreatedAsLocalGround | null;
  if ('service' in way) {
    return { service: way.service, consultDistrict: false, ground: answered, refusal: null };
  }
  const treatedAsLocal = way.refusal.rule !== 'hongKongMacaoChild';
  return {
    service: treatedAsLocal ? 'TREATED_AS_LOCAL' : null,
    consultDistrict: way.refusal.code === 'CONSULT_DISTRICT',
    ground: GROUND_BY_ITSELF[way.refusal.rule] ?? null,
    refusal: way.refusal,
  };
}

const REASONS: Record<ServiceKind, RuleName> = {
  NON_LOCAL_HUKOU: 'hukouOutsideBeijing',
  TREATED_AS_LOCAL: 'groundNotForService',
  LOCAL_HUKOU: 'hukouInBeijing',
};

/** The guidance in a sentence or two: the rule that leads there, and what to do. */
export function explainGuidance({ service, refusal }: Guidance, language: Language): string {
  if (refusal) {
    const { message, wayOut } = explain(refusal, language);
    return [message, wayOut].filter(Boolean).join(language === 'en' ? ' ' : '');
  }
  return service === null ? '' : ruleOf(REASONS[service]).text[language];
}

/** The child must belong to the chosen service. */
export function checkService(
  service: string,
  child: Origin & { hukouDistrict: string | null },
  hotline: string,
  path: string,
): Refusal[] {
  const field = (name: string) => (name === 'ground' ? name : `${path}.${name}`);
  const unknown = [
    ...checkChoice(service, (value) => SERVICE_KINDS.some((kind) => kind === value), 'service'),
    ...checkOrigin(child, isNationality, field),
  ];
  if (unknown.length > 0) return unknown;
  if (service === 'TREATED_AS_LOCAL') return checkGround(child, hotline, path);
  if (child.ground !== null) return [refuse('groundNotForService', { field: 'ground' })];
  const way = wayOf(child, hotline, field);
  if ('refusal' in way) return [way.refusal];
  if (child.hukouProvince === null) return [refuse('hukouRequired', { field: `${path}.hukouProvince` })];
  if (way.service !== service) {
    const rule = way.service === 'LOCAL_HUKOU' ? 'hukouInBeijing' : 'hukouOutsideBeijing';
    return [refuse(rule, { field: `${path}.hukouProvince` })];
  }
  return service === 'LOCAL_HUKOU' && child.hukouDistrict === null
    ? [refuse('hukouRequired', { field: `${path}.hukouDistrict` })]
    : [];
}

function checkGround(child: Origin, hotline: string, path: string): Refusal[] {
  if (child.ground === null) return [refuse('groundRequired', { field: 'ground' })];
  if ((child.ground === 'FOREIGN_NATIONAL') !== (child.nationality !== 'CN')) {
    return [refuse('groundNotForNationality', { field: `${path}.nationality`, params: { hotline } })];
  }
  return child.hukouProvince === BEIJING
    ? [refuse('hukouInBeijing', { field: `${path}.hukouProvince` })]
    : [];
}

/** The nationality (another one may stay unnamed), hukou and ground that guidance is asked about must exist. */
export const checkGuided = (origin: Origin): Refusal[] =>
  checkOrigin(
    origin,
    (code) => isNationality(code) || code === OTHER_NATIONALITY,
    (name) => name,
  );

const isNationality = (code: string) => NATIONALITIES.has(code);

function checkOrigin(
  origin: Origin,
  isKnownNationality: (code: string) => boolean,
  field: (name: string) => string,
): Refusal[] {
  const optional = (value: string | null, isKnown: (value: string) => boolean, name: string) =>
    value === null ? [] : checkChoice(value, isKnown, field(name));
  return [
    ...optional(origin.ground, (value) => GROUNDS.some((ground) => ground === value), 'ground'),
    ...checkChoice(origin.nationality, isKnownNationality, field('nationality')),
    ...optional(origin.hukouProvince, (code) => PROVINCES.has(code), 'hukouProvince'),
  ];
}
