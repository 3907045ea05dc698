import { businessDay, isCalendarDate } from '../../calendar.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { EvidenceKind } from '../../vocabulary.js';
import type { Submission } from '../check.js';
import { EVIDENCE_CHOICES, EVIDENCE_HOLDER_CHOICES, type Text } from '../choices.js';
import { field, section, type SectionValues } from '../field.js';
import { normaliseCertificate } from './residence.js';

/** Permits end on a day; proofs say something once and for all. */
const PERMITS: readonly EvidenceKind[] = [
  'POSTDOCTORAL_CERTIFICATE',
  'WORK_RESIDENCE_PERMIT',
  'FOREIGN_RESIDENCE_PERMIT',
  'FOREIGN_PERMANENT_RESIDENCE',
];
const PROOFS: readonly EvidenceKind[] = [
  'TAIWAN_CONFIRMATION',
  'OVERSEAS_CHINESE_CONFIRMATION',
  'MILITARY_RELOCATION_PROOF',
  'LOCAL_HOUSEHOLD_REGISTER',
];

const GROUND_CHECKED = [
  '认定类别由发证机关或区里核对。',
  'The issuing office or the district checks the ground by it.',
] as const;
const ON_THE_PAPER = ['照证件或证明上填写。', 'As on the permit or certificate.'] as const;

const evidenceEnds = (day: string): Text => ({
  'zh-CN': `认定材料 ${day} 到期，那时审核可能还没有完成；请及时办理延期。`,
  en: `The proof of the ground expires on ${day}, perhaps before the review ends; please have it renewed in time.`,
});

export const groundEvidence = section({
  block: 'GROUND',
  type: 'GroundEvidence',
  description:
    '按本市户籍对待、外国籍的认定材料: the permit or certificate that proves the ground of TREATED_AS_LOCAL. Which kinds fit depends on the ground.',
  sheet: 'GROUND',
  fields: {
    kind: field({
      label: ['证件或证明', 'Permit or certificate'],
      why: GROUND_CHECKED,
      where: [
        '注册时选的认定类别所要的那一种。',
        'The one that the ground chosen at the registration asks for.',
      ],
      choices: EVIDENCE_CHOICES,
      printed: { at: [1, 1], span: 8 },
    }),
    holder: field({
      label: ['持有人', 'Holder'],
      why: ['核对是谁的材料。', 'It shows whose paper it is.'],
      where: [
        '证件或证明上写的人，是孩子或一位监护人。',
        'Whoever the paper names: the child or one of the guardians.',
      ],
      choices: EVIDENCE_HOLDER_CHOICES,
      check: checkHolder,
      printed: { at: [1, 2], span: 4 },
    }),
    number: [
      field({
        label: ['证件号码', 'Number of the permit'],
        why: GROUND_CHECKED,
        where: ['印在证件上的编号。', 'The number printed on the permit.'],
        kinds: PERMITS,
        longest: 60,
        mask: 'DOCUMENT',
        normalise: normaliseCertificate,
        printed: { at: [2, 1], span: 6 },
      }),
      field({
        label: ['证明编号', 'Number of the proof'],
        why: ['有编号时核对更快。', 'With a number the check is quicker.'],
        where: [
          '证明或户口簿上的编号，没有可以不填。',
          'On the proof or the household register; leave it out if there is none.',
        ],
        kinds: PROOFS,
        optional: true,
        longest: 60,
        mask: 'DOCUMENT',
        normalise: normaliseCertificate,
        printed: { at: [2, 1], span: 6 },
      }),
    ],
    issuer: field({
      label: ['签发机关', 'Issuing office'],
      why: GROUND_CHECKED,
      where: ['证件或证明上的签发、出具单位。', 'The office or unit that issued it.'],
      longest: 100,
      printed: { at: [2, 2], span: 6 },
    }),
    validFrom: [
      field({
        label: ['有效期自', 'Valid from'],
        why: ['核对是否在有效期内。', 'It shows whether it is valid.'],
        where: ON_THE_PAPER,
        input: 'DATE',
        kinds: PERMITS,
        printed: { at: [3, 1], span: 12, label: '有效期', until: 'validUntil' },
      }),
      field({
        label: ['出具（签发）日期', 'Date of issue'],
        why: ['核对是否在有效期内。', 'It shows whether it is valid.'],
        where: ON_THE_PAPER,
        input: 'DATE',
        kinds: PROOFS,
        printed: { at: [3, 1], span: 12, label: '有效期', until: 'validUntil' },
      }),
    ],
    validUntil: [
      field({
        label: ['有效期至', 'Valid until'],
        why: ['核对是否在有效期内。', 'It shows whether it is valid.'],
        where: ON_THE_PAPER,
        remark: 'today or later, and not before validFrom',
        input: 'DATE',
        kinds: PERMITS,
        check: checkEnd,
        ends: evidenceEnds,
      }),
      field({
        label: ['有效期至', 'Valid until'],
        why: ['核对是否在有效期内。', 'It shows whether it is valid.'],
        where: ['证明上写了期限的才填。', 'Only if the proof says until when it holds.'],
        input: 'DATE',
        kinds: PROOFS,
        optional: true,
        check: checkEnd,
        ends: evidenceEnds,
      }),
    ],
  },
});

/** A guardian who is not there holds nothing. */
function checkHolder(holder: string, path: string, _: SectionValues, { details }: Submission): Refusal[] {
  const there = holder !== 'SECOND_GUARDIAN' || details.secondGuardian !== null;
  return there ? [] : [refuse('evidenceHolder', { field: path })];
}

function checkEnd(
  validUntil: string,
  path: string,
  { validFrom }: SectionValues,
  { now }: Submission,
): Refusal[] {
  if (validFrom != null && isCalendarDate(validFrom) && validUntil < validFrom) {
    return [refuse('evidenceEndsBeforeStart', { field: path, params: { day: validFrom } })];
  }
  return validUntil < businessDay(now)
    ? [refuse('evidenceExpired', { field: path, params: { day: validUntil } })]
    : [];
}
