import { compact } from '../../text.js';
import { ETHNICITY_CHOICES } from '../choices.js';
import { alone } from '../field.js';

export const ethnicity = alone(
  'CHILD',
  {
    label: ['民族', 'Ethnic group'],
    why: ['入学后建立学籍需要。', 'The school needs it for the pupil’s record.'],
    where: ['户口簿孩子本人页的“民族”栏。', 'The child’s page of the household register, “民族”.'],
    remark: 'GB/T 3304 code: 01 … 56, 97, 98',
    choices: ETHNICITY_CHOICES,
    longest: 10,
    normalise: compact,
    printed: { at: [3, 2], span: 4 },
  },
  'CHILD',
);
