import { checkName, normaliseName } from '../../name.js';
import { RULES } from '../../rules.js';
import { HOUSEHOLD_CHOICES } from '../choices.js';
import { field, section } from '../field.js';

const REGISTER_CHECKED = [
  '用来和公安的户籍登记核对。',
  'It is compared with the household registration held by the police.',
] as const;

export const household = section({
  block: 'HOUSEHOLD',
  type: 'Household',
  description: '户口簿: the household in which the child is registered.',
  sheet: 'CHILD',
  fields: {
    kind: field({
      label: ['户别', 'Kind of household'],
      why: REGISTER_CHECKED,
      where: ['户口簿首页的“户别”栏。', 'The first page of the household register, “户别”.'],
      choices: HOUSEHOLD_CHOICES,
      printed: { at: [5, 3], span: 4 },
    }),
    address: field({
      label: ['户籍地址', 'Registered address'],
      why: REGISTER_CHECKED,
      where: [
        '户口簿首页的“住址”栏，请照抄。',
        'The first page of the household register, “住址”; please copy it.',
      ],
      remark: 'as on the first page',
      longest: 120,
      printed: { at: [4, 1], span: 12 },
    }),
    headName: field({
      label: ['户主姓名', 'Head of the household'],
      why: REGISTER_CHECKED,
      where: ['户口簿首页的“户主姓名”栏。', 'The first page of the household register, “户主姓名”.'],
      remark: 'for a collective household, the name of its head or institution',
      longest: RULES.nameLength.limit,
      normalise: normaliseName,
      check: (value, path, { kind }) => (kind === 'COLLECTIVE' ? [] : checkName(value, path)),
      printed: { at: [5, 1], span: 4 },
    }),
    headRelation: field({
      label: ['孩子与户主关系', 'The child’s relation to the head'],
      why: REGISTER_CHECKED,
      where: [
        '户口簿孩子本人页的“户主或与户主关系”栏。',
        'The child’s page of the household register, “户主或与户主关系”.',
      ],
      remark: 'such as 子',
      longest: 20,
      printed: { at: [5, 2], span: 4, label: '与户主关系' },
    }),
  },
});
