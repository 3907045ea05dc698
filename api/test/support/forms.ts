import { normaliseDetails, type Details, type DetailsTyped } from '@enrolment/rulebook/details/details.js';
import { GUARDIAN_ROLES } from '@enrolment/rulebook/vocabulary.js';
import type { CollectionFormFacts, FormGuardian } from '../../src/collection-form/facts.js';

type Overrides = Partial<CollectionFormFacts>;

export function aFormGuardian(overrides: Partial<FormGuardian> = {}): FormGuardian {
  return {
    role: 'FIRST',
    relation: 'MOTHER',
    name: '测试家长',
    documentType: 'RESIDENT_ID',
    documentNumber: '11999919900101002X',
    phone: '19900001234',
    ...overrides,
  };
}

const ADDRESS = '东城区虚构街道示例胡同 5 号 6 号楼 702';

/** The details on an ordinary form. */
export const formDetails = (overrides: DetailsTyped = {}): Details =>
  normaliseDetails({
    ethnicity: '01',
    household: {
      kind: 'FAMILY',
      address: '河北省示例市样例区虚构街道一号院 2 号楼 3 单元 401 室',
      headName: '测试家长',
      headRelation: '父子',
    },
    residence: {
      kind: 'RENTED',
      subdistrict: '虚构街道',
      address: ADDRESS,
      certificateNumber: '京租备 2025 第 0001234 号',
      leaseFrom: '2025-09-01',
      leaseTo: '2027-08-31',
    },
    employments: GUARDIAN_ROLES.map((guardian) => ({
      guardian,
      kind: 'EMPLOYED',
      employerName: '示例科技有限公司',
      employerCreditCode: '91119999MA0000000W',
      insuredDistrict: '01',
    })),
    residencePermits: GUARDIAN_ROLES.map((guardian) => ({
      guardian,
      number: '119999202001010012',
      validUntil: '2027-03-01',
      address: ADDRESS,
    })),
    ...overrides,
  });

/** What an ordinary form says. */
export function formFacts(overrides: Overrides = {}): CollectionFormFacts {
  return {
    number: '20260100001234',
    season: 2026,
    service: 'NON_LOCAL_HUKOU',
    ground: null,
    district: { name: '东城区', hotline: ['010-6400 0001'] },
    child: {
      name: '测试甲',
      documentType: 'RESIDENT_ID',
      documentNumber: '119999201909030018',
      sex: 'MALE',
      birthDate: '2019-09-03',
      nationality: 'CN',
      hukouProvince: '130000',
    },
    guardians: [
      aFormGuardian(),
      aFormGuardian({
        role: 'SECOND',
        relation: 'FATHER',
        name: '样例家长',
        documentNumber: '119999198901010013',
        phone: '19900005678',
      }),
    ],
    details: formDetails(),
    districtNames: new Map([['01', '东城区']]),
    answers: [{ label: '孩子是否随家长在本区居住满一年', value: '是' }],
    reviewItems: [
      '身份证及户籍信息',
      '全家户口簿',
      '北京市居住证',
      '在京实际住所居住材料',
      '在京务工就业材料',
    ],
    submittedAt: new Date('2026-05-18T02:12:09Z'),
    version: 7,
    printedAt: new Date('2026-06-02T02:32:05Z'),
    verifyUrl: `http://localhost:3000/verify/${'A'.repeat(38)}`,
    ...overrides,
  };
}

/** The same form with names of fifty characters and addresses of a hundred. */
export function longestFormFacts(): CollectionFormFacts {
  const name = '阿卜杜拉赫曼·'.repeat(8).slice(0, 50);
  const address = '东城区虚构街道示例社区居民委员会'.repeat(8).slice(0, 100);
  const facts = formFacts();
  const { employments, residencePermits, residence } = facts.details;
  return {
    ...facts,
    service: 'TREATED_AS_LOCAL',
    ground: 'MILITARY_RELOCATION',
    district: { name: '经济技术开发区', hotline: ['010-6400 0018', '010-6400 0019', '010-6400 0020'] },
    child: { ...facts.child, name, documentType: 'HK_MACAO_PERMIT' },
    guardians: facts.guardians.map((guardian) => ({
      ...guardian,
      name,
      relation: 'GRANDPARENT',
      documentType: 'FOREIGN_PERMANENT_RESIDENT_ID',
    })),
    details: formDetails({
      household: { kind: 'COLLECTIVE', address, headName: name, headRelation: '外祖父母与外孙子女' },
      employments: employments.map((entry) => ({ ...entry, employerName: address, insuredDistrict: '18' })),
      residencePermits: residencePermits.map((entry) => ({ ...entry, address })),
      residence: {
        ...residence,
        address,
        subdistrict: '虚构街道示例地区办事处',
        certificateNumber: '9'.repeat(60),
      },
    }),
    districtNames: new Map([['18', '经济技术开发区']]),
    answers: [1, 2, 3].map((nth) => ({
      label: `本区的第 ${nth} 个问题：${address}`,
      value: address.repeat(nth),
    })),
    reviewItems: [...facts.reviewItems, '按本市户籍对待的认定材料', address.slice(0, 60)],
  };
}
