import type { DetailsInput } from '@enrolment/schema/client';
import type { TestApi } from './api.js';
import { aFathersDocument, aPhone } from './people.js';

/** Details of NON_LOCAL_HUKOU in which everything is right. */
export async function aDetailsInput(
  api: TestApi,
  overrides: Partial<DetailsInput> & { version: number },
): Promise<DetailsInput> {
  const year = api.clock.now().getUTCFullYear();
  const permit = (guardian: 'FIRST' | 'SECOND', number: string) => ({
    guardian,
    number,
    validUntil: `${year + 2}-01-31`,
    address: '示例路 9 号',
  });
  const employment = (guardian: 'FIRST' | 'SECOND') => ({
    guardian,
    kind: 'EMPLOYED' as const,
    employerName: '示例公司',
    employerCreditCode: '91119999MA0000000W',
    insuredDistrict: '01',
  });
  return {
    ethnicity: '01',
    household: {
      kind: 'FAMILY',
      address: '河北省示例县示例村 7 号',
      headName: '测试户主',
      headRelation: '孙子',
    },
    residence: {
      kind: 'RENTED',
      subdistrict: '示例街道',
      address: '示例路 9 号',
      certificateNumber: '备案2026-0000123',
      leaseFrom: `${year - 1}-01-01`,
      leaseTo: `${year + 1}-12-31`,
    },
    firstGuardianRelation: 'MOTHER',
    secondGuardian: {
      name: '测试丙',
      documentType: 'RESIDENT_ID',
      documentNumber: aFathersDocument(),
      phone: aPhone(),
      relation: 'FATHER',
    },
    employments: [employment('FIRST'), employment('SECOND')],
    residencePermits: [permit('FIRST', '1101999900001'), permit('SECOND', '1101999900002')],
    answers: [],
    ...overrides,
  };
}
