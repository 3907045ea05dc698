import type { DetailsInput } from '@enrolment/schema/client';

/** Details of a family of two guardians that are right in every point. */
export function someDetails(overrides: Partial<DetailsInput> = {}): DetailsInput {
  const permit = (guardian: 'FIRST' | 'SECOND', number: string) => ({
    ...{ guardian, number, validUntil: '2099-01-31', address: '示例路 9 号' },
  });
  return {
    version: 1,
    ethnicity: '01',
    household: {
      ...{ kind: 'FAMILY', address: '河北省示例县示例村 7 号' },
      ...{ headName: '测试户主', headRelation: '孙子' },
    },
    residence: {
      ...{ kind: 'RENTED', subdistrict: '示例街道', address: '示例路 9 号' },
      ...{ certificateNumber: '备案2026-0000123', leaseFrom: '2025-01-01', leaseTo: '2099-12-31' },
    },
    firstGuardianRelation: 'MOTHER',
    secondGuardian: {
      ...{ name: '测试丙', documentType: 'RESIDENT_ID', documentNumber: '119999198807201315' },
      ...{ phone: '19900209999', relation: 'FATHER' },
    },
    employments: [
      { guardian: 'FIRST', kind: 'FLEXIBLE' },
      {
        ...{ guardian: 'SECOND', kind: 'EMPLOYED', employerName: '示例公司' },
        ...{ employerCreditCode: '91119999MA0000000W', insuredDistrict: '01' },
      },
    ],
    residencePermits: [permit('FIRST', '1101999900001'), permit('SECOND', '1101999900002')],
    answers: [],
    ...overrides,
  };
}
