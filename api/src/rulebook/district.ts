import { refuse, type Refusal } from './refusal.js';

/** 一(二)2: the hukou or the residence is in the chosen district. */
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
  ).flatMap(([field, code]) => {
    if (code === null || known.has(code)) return [];
    return [
      code === ''
        ? refuse('required', { field })
        : refuse('valueUnknown', { field, params: { value: code.slice(0, 20) } }),
    ];
  });
  if (unknown.length > 0) return unknown;
  return claim.district === claim.residenceDistrict || claim.district === claim.hukouDistrict
    ? []
    : [refuse('districtMismatch', { field: `${path}.residenceDistrict` })];
}
