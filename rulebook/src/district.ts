import { checkChoice } from './choice.js';
import { refuse, type Refusal } from './refusal.js';

/** 一(二)2: the hukou or the residence must be in the chosen district. */
export function checkDistrict(
  claim: { district: string; hukouDistrict: string | null; residenceDistrict: string },
  known: ReadonlySet<string>,
  path: string,
): Refusal[] {
  const unknown = (
    [
      ['district', claim.district],
      [`${path}.residenceDistrict`, claim.residenceDistrict],
      [`${path}.hukouDistrict`, claim.hukouDistrict],
    ] as const
  ).flatMap(([field, code]) => (code === null ? [] : checkChoice(code, (value) => known.has(value), field)));
  if (unknown.length > 0) return unknown;
  return claim.district === claim.residenceDistrict || claim.district === claim.hukouDistrict
    ? []
    : [refuse('districtMismatch', { field: `${path}.residenceDistrict` })];
}
