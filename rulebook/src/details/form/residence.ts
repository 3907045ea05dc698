import { businessDay, isCalendarDate } from '../../calendar.js';
import { checkCertificate } from '../../certificate.js';
import { refuse, type Refusal } from '../../refusal.js';
import { compact } from '../../text.js';
import type { ResidenceKind } from '../../vocabulary.js';
import type { Submission } from '../check.js';
import { RESIDENCE_CHOICES, type Text } from '../choices.js';
import { field, section, type SectionValues } from '../field.js';

const OWNED: readonly ResidenceKind[] = ['OWNED', 'RELATIVE_OWNED'];
const LEASED: readonly ResidenceKind[] = ['RENTED', 'PUBLIC_RENTAL'];
const OTHERS: readonly ResidenceKind[] = ['EMPLOYER_PROVIDED', 'OTHER'];

/** A certificate's number keeps its words and brackets, 京(2020)…不动产权第…号, in one way of writing. */
export const normaliseCertificate = (raw: string): string =>
  compact(raw)
    .normalize('NFC')
    .replace(/[〔【［[]/g, '(')
    .replace(/[〕】］\]]/g, ')')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());

/** What the number is of depends on the kind of home. */
const certificate = {
  longest: 60,
  mask: 'DOCUMENT',
  remark: 'or 租赁备案号, by kind, with its words: 京(2020)…不动产权第…号',
  normalise: normaliseCertificate,
  check: (value: string, path: string, { kind }: SectionValues) => checkCertificate(kind ?? '', value, path),
} as const;

function checkLeaseEnd(
  leaseTo: string,
  path: string,
  { leaseFrom }: SectionValues,
  { now }: Submission,
): Refusal[] {
  if (leaseFrom != null && isCalendarDate(leaseFrom) && leaseTo < leaseFrom) {
    return [refuse('leaseEndsBeforeStart', { field: path, params: { day: leaseFrom } })];
  }
  return leaseTo < businessDay(now) ? [refuse('leaseOver', { field: path, params: { day: leaseTo } })] : [];
}

const leaseEnds = (day: string): Text => ({
  'zh-CN': `租期 ${day} 结束，那时审核可能还没有完成；请及时续租并重新备案。`,
  en: `The lease ends on ${day}, perhaps before the review ends; please renew and file it in time.`,
});

export const residence = section({
  block: 'RESIDENCE',
  type: 'Residence',
  description:
    '在京实际住所. OWNED and RELATIVE_OWNED need the number of the real-estate certificate; RENTED and PUBLIC_RENTAL need the number and the term of the filed lease; the other kinds need no number.',
  sheet: 'RESIDENCE',
  fields: {
    kind: field({
      label: ['住房类型', 'Kind of home'],
      why: ['不同类型的住房，核对的证件不同。', 'Each kind of home is proved by a document of its own.'],
      where: ['按孩子现在实际居住的住房选择。', 'Choose the kind of home in which the child lives now.'],
      choices: RESIDENCE_CHOICES,
      printed: { at: [1, 3], span: 4 },
    }),
    subdistrict: field({
      label: ['街道（乡镇）', 'Subdistrict or township'],
      why: ['居住地的街道参加审核。', 'The subdistrict of the home takes part in the review.'],
      where: ['居住证或租赁备案上的地址。', 'The address on the residence permit or in the lease’s filing.'],
      printed: { at: [1, 2], span: 4, label: '街道/乡镇' },
    }),
    address: field({
      label: ['居住详细地址', 'Address of the home'],
      why: ['核对孩子在京的实际住所。', 'It shows where in Beijing the child really lives.'],
      where: [
        '房产证、租赁备案或居住证上的地址。',
        'On the ownership certificate, the lease’s filing or the permit.',
      ],
      longest: 120,
      printed: { at: [2, 1], span: 12, label: '居住地址' },
    }),
    certificateNumber: [
      field({
        ...certificate,
        label: ['不动产权证号（房产证号）', 'Number of the real-estate certificate'],
        why: ['由规划自然资源和住建部门核对住房。', 'The housing authorities check the home by it.'],
        where: [
          '不动产权证书封二右上角，或房产证第一页的“房权证”编号。',
          'At the top right inside the cover of the real-estate certificate, or “房权证 … 号” on an older one.',
        ],
        kinds: OWNED,
        printed: { at: [3, 1], span: 6, label: '不动产权证号' },
      }),
      field({
        ...certificate,
        label: ['租赁备案号', 'Filing number of the lease'],
        why: ['由住建部门核对租住的住房。', 'The housing authority checks the lease by it.'],
        where: [
          '住房租赁合同备案证明上的备案编号；公租房填租赁合同编号。',
          'On the certificate of the lease’s filing; for public rental housing, the number of the contract.',
        ],
        kinds: LEASED,
        printed: { at: [3, 1], span: 6 },
      }),
      field({
        ...certificate,
        label: ['住房证明编号', 'Number of the proof'],
        why: ['有编号时核对更快。', 'The check is quicker with a number.'],
        where: [
          '单位或其他住房证明上的编号，没有可以不填。',
          'On the proof from the employer or owner; leave it out if there is none.',
        ],
        kinds: OTHERS,
        optional: true,
        printed: { at: [3, 1], span: 6 },
      }),
    ],
    leaseFrom: field({
      label: ['租期开始', 'Lease from'],
      why: ['核对租住的时间。', 'It shows since when you have rented the home.'],
      where: ['租赁合同的租赁期限。', 'The term in the lease.'],
      remark: 'only for RENTED and PUBLIC_RENTAL',
      input: 'DATE',
      kinds: LEASED,
      printed: { at: [3, 2], span: 6, label: '租期', until: 'leaseTo' },
    }),
    leaseTo: field({
      label: ['租期结束', 'Lease until'],
      why: ['核对租住的时间。', 'It shows until when you rent the home.'],
      where: ['租赁合同的租赁期限。', 'The term in the lease.'],
      remark: 'not before 租期开始, and not in the past',
      input: 'DATE',
      kinds: LEASED,
      check: checkLeaseEnd,
      ends: leaseEnds,
    }),
  },
});
