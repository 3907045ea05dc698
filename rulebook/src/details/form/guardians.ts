import { normaliseDocument } from '../../document.js';
import { checkName, normaliseName } from '../../name.js';
import { checkPhone, normalisePhone } from '../../phone.js';
import { RULES } from '../../rules.js';
import { DOCUMENT_TYPE_CHOICES, RELATION_CHOICES } from '../choices.js';
import { checkSecondDocument } from '../second-guardian.js';
import { alone, field, section } from '../field.js';

const LEGAL_GUARDIAN = {
  why: ['确认是法定监护人。', 'It shows that this is a legal guardian.'],
  where: ['户口簿或出生医学证明。', 'The household register or the birth certificate.'],
  choices: RELATION_CHOICES,
} as const;

// The sheet prints both guardians as they stand with the record, the first of them as registered.

export const firstGuardianRelation = alone('GUARDIANS', {
  ...LEGAL_GUARDIAN,
  label: ['监护人（一）与孩子的关系', 'Guardian (1)’s relation to the child'],
});

export const secondGuardian = section({
  block: 'GUARDIANS',
  type: 'SecondGuardian',
  description: '监护人(二): the other legal guardian, who can be authorised.',
  optional: true,
  fields: {
    name: field({
      label: ['监护人（二）姓名', 'Name of guardian (2)'],
      why: [
        '另一位法定监护人，可以由您授权一起办理。',
        'The other legal guardian, whom you can authorise to take part.',
      ],
      where: ['本人证件上的姓名。', 'As on the guardian’s own document.'],
      longest: RULES.nameLength.limit,
      normalise: normaliseName,
      check: checkName,
    }),
    documentType: field({
      label: ['监护人（二）证件类型', 'Document of guardian (2)'],
      why: ['核对身份。', 'It identifies the guardian.'],
      where: ['按持有的证件选择。', 'Choose the document you have at hand.'],
      choices: DOCUMENT_TYPE_CHOICES,
      preset: true,
    }),
    documentNumber: field({
      label: ['监护人（二）证件号码', 'Document number of guardian (2)'],
      why: ['核对身份和户籍。', 'Identity and household registration are checked by it.'],
      where: ['证件正面或人像页的号码。', 'On the front or the photo page of the document.'],
      remark: 'not the child’s, and not the first guardian’s',
      mask: 'DOCUMENT',
      normalise: normaliseDocument,
      // Without a kind of document, which is asked for beside it, the number cannot be judged.
      check: (number, path, { documentType }, { facts, now }) =>
        documentType == null ? [] : checkSecondDocument(documentType, number, facts, now, path),
    }),
    phone: field({
      label: ['监护人（二）手机号', 'Phone of guardian (2)'],
      why: [
        '授权以后，用本人证件和这个手机号登录办理。',
        'Once authorised, the guardian signs in with the identity that has this document and phone.',
      ],
      where: ['本人正在用的手机号。', 'The guardian’s own mobile number.'],
      remark: 'once authorised, the guardian signs in with the identity that has this phone and document',
      mask: 'PHONE',
      normalise: normalisePhone,
      check: checkPhone,
    }),
    relation: field({
      ...LEGAL_GUARDIAN,
      label: ['监护人（二）与孩子的关系', 'Guardian (2)’s relation to the child'],
    }),
  },
});

export const noSecondGuardianReason = alone('GUARDIANS', {
  label: ['没有监护人（二）的原因', 'Why there is no guardian (2)'],
  why: [
    '只由一位监护人办理时说明，一句话就够。',
    'It says why one guardian acts alone; a few words are enough.',
  ],
  where: [
    '例如：单亲、另一方去世、另一方没有监护权。',
    'For example: single parent, the other parent has died or has no custody.',
  ],
  longest: 200,
  optional: true,
});
