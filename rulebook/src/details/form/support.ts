import { isCollectionNumber, normaliseCollectionNumber } from '../../collection-number.js';
import { refuse } from '../../refusal.js';
import { SPECIAL_EDUCATION_CHOICES } from '../choices.js';
import { field, section } from '../field.js';

const TOGETHER = ['安排学校时可以考虑让孩子们在一起。', 'The district may keep them together.'] as const;

/**
 * What helps the district and the school to prepare. Nothing of it decides whether a child is admitted, and nothing of it
 * has to be said. A need and a language tell of health and origin: sensitive personal information (个人信息保护法 28).
 */
export const support = section({
  block: 'SUPPORT',
  type: 'Support',
  description:
    '特别需要和家庭情况: it does not decide on the admission. The family and the district’s officers read it, and a school on the printed form.',
  sheet: 'SUPPORT',
  optional: true,
  confidential: true,
  fields: {
    specialEducation: field({
      label: ['特殊教育意愿', 'Special education'],
      why: [
        '用来安排评估和合适的学校，不影响能不能入学。',
        'For an assessment and a fitting school; it does not affect admission.',
      ],
      where: ['没有就不选。', 'Leave it out if there is no need.'],
      choices: SPECIAL_EDUCATION_CHOICES,
      optional: true,
      printed: { at: [1, 1], span: 12 },
    }),
    supportNeeded: field({
      label: ['需要的支持', 'Support needed'],
      why: ['学校好提前准备。', 'So that the school can prepare.'],
      where: ['例如座位、辅具；不用写病情。', 'Such as a seat or an aid; no diagnosis.'],
      longest: 120,
      optional: true,
      printed: { at: [2, 1], span: 12 },
    }),
    language: field({
      label: ['沟通语言或翻译', 'Language or interpreter'],
      why: ['区里和学校好与家长沟通。', 'District and school speak with you in it.'],
      where: ['例如手语、英语；说普通话的不填。', 'Such as sign language or English.'],
      optional: true,
      printed: { at: [3, 1], span: 12 },
    }),
    siblingSchool: field({
      label: ['兄弟姐妹就读的学校', 'School of a brother or sister'],
      why: TOGETHER,
      where: ['在本区小学就读的才填。', 'For a primary school of the district.'],
      longest: 60,
      optional: true,
      printed: { at: [4, 1], span: 12 },
    }),
    twinNumber: field({
      label: ['双胞胎的编号', 'Number of a twin'],
      why: TOGETHER,
      where: ['那个孩子的 14 位信息采集编号。', 'The collection number of the other child.'],
      optional: true,
      normalise: normaliseCollectionNumber,
      check: (number, path) =>
        isCollectionNumber(number) ? [] : [refuse('collectionNumberCheck', { field: path })],
      printed: { at: [5, 1], span: 12 },
    }),
  },
});
