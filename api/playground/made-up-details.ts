import type { DetailsInput } from '@enrolment/schema/client';
import { DISTRICT, guardian, partnerOf } from './job';
import { identityOf, type Identity } from './sandbox';

/** Details that are right in every point; nothing of them exists. */
export async function makeUpDetails(
  version: number,
  address: string,
  first: Identity = guardian(),
): Promise<DetailsInput> {
  const year = new Date().getFullYear();
  const { name, documentNumber, phone } = await identityOf(partnerOf(first.id));
  const mother = first.name.endsWith('妈');
  const both = ['FIRST', 'SECOND'] as const;
  return {
    version,
    ethnicity: '01',
    household: {
      kind: 'FAMILY',
      address: '河北省示例县示例村 7 号',
      headName: '示例户主',
      headRelation: '孙子',
    },
    residence: {
      kind: 'RENTED',
      subdistrict: '示例街道',
      address,
      certificateNumber: '备案2026-0000123',
      leaseFrom: `${year - 1}-01-01`,
      leaseTo: `${year + 2}-12-31`,
    },
    firstGuardianRelation: mother ? 'MOTHER' : 'FATHER',
    secondGuardian: {
      name,
      documentType: 'RESIDENT_ID',
      documentNumber,
      phone,
      relation: mother ? 'FATHER' : 'MOTHER',
    },
    employments: both.map((role) => ({
      guardian: role,
      kind: 'EMPLOYED',
      employerName: '示例公司',
      employerCreditCode: '91119999MA0000000W',
      insuredDistrict: DISTRICT,
    })),
    residencePermits: both.map((role, index) => ({
      guardian: role,
      number: `110199990000${index + 1}`,
      validUntil: `${year + 3}-01-31`,
      address: '示例路 9 号',
    })),
    answers: [{ key: 'SIBLING_AT_SCHOOL', value: 'false' }],
  };
}
