import { documentName } from '../rulebook/document.js';
import { PROVINCES } from '../rulebook/regions.js';
import type { CollectionFormFacts, FormGuardian, FormResidence } from './facts.js';
import { CERTIFICATES, EMPLOYMENTS, GROUNDS, HOUSEHOLDS, RELATIONS, RESIDENCES, SEXES } from './words.js';

/** A labelled value; `span` is its share of the twelve columns. */
export interface Cell {
  readonly label: string;
  readonly value: string;
  readonly span: 4 | 6 | 8 | 12;
  /** Names, which are what one looks for first. */
  readonly strong?: boolean;
  /** The label is a question, and needs the room of one. */
  readonly question?: boolean;
}

export interface Section {
  readonly title: string;
  readonly rows: readonly (readonly Cell[])[];
}

const cell = (label: string, value: string | null, span: Cell['span']): Cell => ({
  label,
  value: value || '—',
  span,
});
const nameCell = (name: string): Cell => ({ label: '姓名', value: name, span: 8, strong: true });

const inWords = (day: string) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1 年 $2 月 $3 日');
const nationalities = new Intl.DisplayNames('zh-CN', { type: 'region' });

/** What the form says, block by block, as far as this service asks it. */
export function sectionsOf(facts: CollectionFormFacts): Section[] {
  return [
    childSection(facts),
    ...facts.guardians.map(guardianSection),
    ...(facts.guardians.length < 2 && facts.noSecondGuardianReason !== null
      ? [{ title: '监护人二', rows: [[cell('未填写原因', facts.noSecondGuardianReason, 12)]] }]
      : []),
    ...(facts.residence ? [residenceSection(facts.residence, facts.district.name)] : []),
    ...(facts.answers.length > 0
      ? [
          {
            title: '补充信息',
            rows: facts.answers.map(({ label, value }) => [{ ...cell(label, value, 12), question: true }]),
          },
        ]
      : []),
  ];
}

function childSection({ child, household, ground }: CollectionFormFacts): Section {
  const province = child.hukouProvince === null ? null : PROVINCES.get(child.hukouProvince);
  return {
    title: '儿童',
    rows: [
      [nameCell(child.name), cell('性别', SEXES[child.sex], 4)],
      [
        cell('证件类型', documentName(child.documentType)['zh-CN'], 4),
        cell('证件号码', child.documentNumber, 4),
        cell('出生日期', inWords(child.birthDate), 4),
      ],
      [
        cell('国籍', nationalities.of(child.nationality) ?? child.nationality, 4),
        cell('民族', child.ethnicity, 4),
        cell('户籍所在地', province?.['zh-CN'] ?? null, 4),
      ],
      ...(household
        ? [
            [cell('户籍地址', household.address, 12)],
            [
              cell('户主姓名', household.headName, 4),
              cell('与户主关系', household.headRelation, 4),
              cell('户别', HOUSEHOLDS[household.kind], 4),
            ],
          ]
        : []),
      ...(ground === null ? [] : [[cell('认定类别', GROUNDS[ground], 12)]]),
    ],
  };
}

function guardianSection(guardian: FormGuardian): Section {
  const { permit, employment } = guardian;
  return {
    title: guardian.role === 'FIRST' ? '监护人一' : '监护人二',
    rows: [
      [
        nameCell(guardian.name),
        cell('与儿童关系', guardian.relation === null ? null : RELATIONS[guardian.relation], 4),
      ],
      [
        cell('证件类型', documentName(guardian.documentType)['zh-CN'], 4),
        cell('证件号码', guardian.documentNumber, 4),
        cell('手机号码', guardian.phone, 4),
      ],
      ...(permit
        ? [
            [cell('居住证号码', permit.number, 8), cell('有效期至', inWords(permit.validUntil), 4)],
            [cell('居住证地址', permit.address, 12)],
          ]
        : []),
      ...(employment
        ? [
            [cell('就业类型', EMPLOYMENTS[employment.kind], 4), cell('单位名称', employment.employerName, 8)],
            [
              cell('统一社会信用代码', employment.employerCreditCode, 8),
              cell('参保区', employment.insuredDistrict, 4),
            ],
          ]
        : []),
    ],
  };
}

function residenceSection(residence: FormResidence, district: string): Section {
  const { leaseFrom, leaseTo } = residence;
  const papers = [
    ...(residence.certificateNumber === null
      ? []
      : [[CERTIFICATES[residence.kind], residence.certificateNumber] as const]),
    ...(leaseFrom === null && leaseTo === null
      ? []
      : [['租期', `${leaseFrom ?? ''} 至 ${leaseTo ?? ''}`] as const]),
  ];
  return {
    title: '居住',
    rows: [
      [
        cell('居住地', district, 4),
        cell('街道/乡镇', residence.subdistrict, 4),
        cell('住房类型', RESIDENCES[residence.kind], 4),
      ],
      [cell('居住地址', residence.address, 12)],
      ...(papers.length > 0
        ? [papers.map(([label, value]) => cell(label, value, papers.length > 1 ? 6 : 12))]
        : []),
    ],
  };
}
