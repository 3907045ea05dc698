import { checkCreditCode, normaliseCreditCode } from '../../credit-code.js';
import { compact } from '../../text.js';
import type { EmploymentKind } from '../../vocabulary.js';
import { EMPLOYMENT_CHOICES } from '../choices.js';
import { eachGuardian, field } from '../field.js';

const EMPLOYERS: readonly EmploymentKind[] = [
  'EMPLOYED',
  'LEGAL_REPRESENTATIVE',
  'SHAREHOLDER',
  'PARTNER',
  'SELF_EMPLOYED',
];
const EMPLOYMENT_CHECKED = [
  '在京务工就业由人力社保或市场监管部门核对。',
  'Work in Beijing is checked with the social insurance or market authorities.',
] as const;

export const employments = eachGuardian({
  block: 'EMPLOYMENT',
  type: 'Employment',
  description:
    '在京务工就业 of one guardian. Every kind but FLEXIBLE needs the employer or business and its credit code.',
  sheet: 'GUARDIAN',
  fields: {
    kind: field({
      label: ['就业类型', 'Kind of work'],
      why: ['不同的就业类型由不同的部门核对。', 'It decides which authority checks the work.'],
      where: [
        '按现在的工作选择；至少填一位监护人的。',
        'Choose the present kind of work; one guardian’s is enough.',
      ],
      choices: EMPLOYMENT_CHOICES,
      printed: { at: [5, 1], span: 4 },
    }),
    employerName: field({
      label: ['单位名称', 'Employer or business'],
      why: EMPLOYMENT_CHECKED,
      where: ['劳动合同或营业执照上的全称。', 'The full name on the contract or the business licence.'],
      kinds: EMPLOYERS,
      longest: 100,
      printed: { at: [5, 2], span: 8 },
    }),
    employerCreditCode: field({
      label: ['统一社会信用代码', 'Unified social credit code'],
      why: EMPLOYMENT_CHECKED,
      where: [
        '营业执照右上角的 18 位代码，可以向单位人事询问。',
        'The 18 characters at the top right of the business licence; the employer knows them.',
      ],
      remark: 'GB 32100-2015',
      kinds: EMPLOYERS,
      normalise: normaliseCreditCode,
      check: checkCreditCode,
      printed: { at: [6, 1], span: 8 },
    }),
    insuredDistrict: field({
      label: ['参保区', 'District of social insurance'],
      why: ['核对社会保险在哪个区缴纳。', 'It shows in which district social insurance is paid.'],
      where: [
        '社保个人权益记录的“参保区”，不在北京参保的不填。',
        'On the social insurance statement; leave it out when insured outside Beijing.',
      ],
      remark: 'entry code of the district of the social insurance; null when it is outside Beijing',
      input: 'DISTRICT',
      optional: true,
      longest: 10,
      normalise: compact,
      printed: { at: [6, 2], span: 4 },
    }),
  },
});
