import {
  DOCUMENT_TYPE_CHOICES,
  EMPLOYMENT_CHOICES,
  ETHNICITY_CHOICES,
  HOUSEHOLD_CHOICES,
  RELATION_CHOICES,
  RESIDENCE_CHOICES,
  type Choice,
  type Text,
} from './choices.js';
import { blockOf } from './details.js';
import { RULES } from '../rules.js';
import {
  DETAIL_BLOCKS,
  GUARDIAN_ROLES,
  type DetailBlock,
  type EmploymentKind,
  type ResidenceKind,
} from '../../vocabulary.js';

export type FieldInput = 'TEXT' | 'CHOICE' | 'DATE' | 'DISTRICT';

/** A field of the details form: what a page shows beside it, and what the checks ask of it. */
export interface FormField {
  /** Path in DetailsInput; `*` stands for which guardian's, FIRST or SECOND. */
  readonly path: string;
  readonly block: DetailBlock;
  readonly label: Text;
  /** Why it is asked, in one line. */
  readonly why: Text;
  /** Where it is found or printed, in one line. */
  readonly where: Text;
  readonly input: FieldInput;
  readonly choices: readonly Choice[] | null;
  /** For which `kind` of the same section it is asked; null for every one. */
  readonly kinds: readonly string[] | null;
  /** Whether the section is incomplete without it. */
  readonly required: boolean;
  /** So many characters at most. */
  readonly longest: number;
  /** Whether readers other than who fills it in see it masked. */
  readonly masked: boolean;
}

type Lines = [zh: string, en: string];

interface Rest {
  input?: FieldInput;
  choices?: readonly Choice[];
  kinds?: readonly (ResidenceKind | EmploymentKind)[];
  optional?: true;
  longest?: number;
  masked?: true;
}

const text = ([zh, en]: Lines): Text => ({ 'zh-CN': zh, en });

const field = (path: string, label: Lines, why: Lines, where: Lines, rest: Rest = {}): FormField => ({
  path,
  block: blockOf(path),
  label: text(label),
  why: text(why),
  where: text(where),
  input: rest.input ?? (rest.choices ? 'CHOICE' : 'TEXT'),
  choices: rest.choices ?? null,
  kinds: rest.kinds ?? null,
  required: !rest.optional,
  longest: rest.longest ?? 40,
  masked: rest.masked ?? false,
});

const OWNED = ['OWNED', 'RELATIVE_OWNED'] as const;
const LEASED = ['RENTED', 'PUBLIC_RENTAL'] as const;
const EMPLOYERS = ['EMPLOYED', 'LEGAL_REPRESENTATIVE', 'SHAREHOLDER', 'PARTNER', 'SELF_EMPLOYED'] as const;

const REGISTER_CHECKED: Lines = [
  '用来和公安的户籍登记核对。',
  'It is compared with the household registration held by the police.',
];
const EMPLOYMENT_CHECKED: Lines = [
  '在京务工就业由人力社保或市场监管部门核对。',
  'Work in Beijing is checked with the social insurance or market authorities.',
];
const PERMIT_CHECKED: Lines = ['居住证由公安核对。', 'The residence permit is checked by the police.'];

/** The form, in its order: one list for the page, the checks and the test of what may not be asked. */
export const DETAIL_FIELDS: readonly FormField[] = [
  field(
    'ethnicity',
    ['民族', 'Ethnic group'],
    ['入学后建立学籍需要。', 'The school needs it for the pupil’s record.'],
    ['户口簿孩子本人页的“民族”栏。', 'The child’s page of the household register, “民族”.'],
    { choices: ETHNICITY_CHOICES, longest: 10 },
  ),

  field(
    'household.kind',
    ['户别', 'Kind of household'],
    REGISTER_CHECKED,
    ['户口簿首页的“户别”栏。', 'The first page of the household register, “户别”.'],
    { choices: HOUSEHOLD_CHOICES },
  ),
  field(
    'household.address',
    ['户籍地址', 'Registered address'],
    REGISTER_CHECKED,
    ['户口簿首页的“住址”栏，请照抄。', 'The first page of the household register, “住址”; please copy it.'],
    { longest: 120 },
  ),
  field(
    'household.headName',
    ['户主姓名', 'Head of the household'],
    REGISTER_CHECKED,
    ['户口簿首页的“户主姓名”栏。', 'The first page of the household register, “户主姓名”.'],
    { longest: RULES.nameLength.limit },
  ),
  field(
    'household.headRelation',
    ['孩子与户主关系', 'The child’s relation to the head'],
    REGISTER_CHECKED,
    [
      '户口簿孩子本人页的“户主或与户主关系”栏。',
      'The child’s page of the household register, “户主或与户主关系”.',
    ],
    { longest: 20 },
  ),

  field(
    'residence.kind',
    ['住房类型', 'Kind of home'],
    ['不同的住房核对不同的证件。', 'Each kind of home is proved by a document of its own.'],
    ['按孩子现在实际住的房子选。', 'Choose by the home in which the child lives now.'],
    { choices: RESIDENCE_CHOICES },
  ),
  field(
    'residence.subdistrict',
    ['街道（乡镇）', 'Subdistrict or township'],
    ['居住地的街道参加审核。', 'The subdistrict of the home takes part in the review.'],
    ['居住证或租赁备案上的地址。', 'The address on the residence permit or in the lease’s filing.'],
  ),
  field(
    'residence.address',
    ['居住详细地址', 'Address of the home'],
    ['核对孩子在京的实际住所。', 'It shows where in Beijing the child really lives.'],
    ['房产证、租赁备案或居住证上的地址。', 'On the ownership certificate, the lease’s filing or the permit.'],
    { longest: 120 },
  ),
  field(
    'residence.certificateNumber',
    ['不动产权证号（房产证号）', 'Number of the real-estate certificate'],
    ['由规划自然资源和住建部门核对住房。', 'The housing authorities check the home by it.'],
    [
      '不动产权证书封二右上角，或房产证第一页的“房权证”编号。',
      'Inside the cover of the real-estate certificate, upper right; or “房权证 … 号” of an older one.',
    ],
    { kinds: OWNED, longest: 60, masked: true },
  ),
  field(
    'residence.certificateNumber',
    ['租赁备案号', 'Filing number of the lease'],
    ['由住建部门核对租住的住房。', 'The housing authority checks the lease by it.'],
    [
      '住房租赁合同备案证明上的备案编号；公租房填租赁合同编号。',
      'On the certificate that the lease was filed; for public rental housing the number of the contract.',
    ],
    { kinds: LEASED, longest: 60, masked: true },
  ),
  field(
    'residence.certificateNumber',
    ['住房证明编号', 'Number of the proof'],
    ['有编号时核对更快。', 'With a number the check is quicker.'],
    [
      '单位或其他住房证明上的编号，没有可以不填。',
      'On the proof of the employer or other; leave it out if there is none.',
    ],
    { kinds: ['EMPLOYER_PROVIDED', 'OTHER'], longest: 60, masked: true, optional: true },
  ),
  field(
    'residence.leaseFrom',
    ['租期开始', 'Lease from'],
    ['核对租住的时间。', 'It shows since when the home is rented.'],
    ['租赁合同的租赁期限。', 'The term in the lease.'],
    { input: 'DATE', kinds: LEASED },
  ),
  field(
    'residence.leaseTo',
    ['租期结束', 'Lease until'],
    ['核对租住的时间。', 'It shows until when the home is rented.'],
    ['租赁合同的租赁期限。', 'The term in the lease.'],
    { input: 'DATE', kinds: LEASED },
  ),

  field(
    'firstGuardianRelation',
    ['监护人（一）与孩子的关系', 'What guardian (1) is to the child'],
    ['确认是法定监护人。', 'It shows that this is a legal guardian.'],
    ['户口簿或出生医学证明。', 'The household register or the birth certificate.'],
    { choices: RELATION_CHOICES },
  ),
  field(
    'secondGuardian.name',
    ['监护人（二）姓名', 'Name of guardian (2)'],
    ['另一位法定监护人，可以由您授权一起办理。', 'The other legal guardian, whom you can let take part.'],
    ['本人证件上的姓名。', 'As on the guardian’s own document.'],
    { longest: RULES.nameLength.limit },
  ),
  field(
    'secondGuardian.documentType',
    ['监护人（二）证件类型', 'Document of guardian (2)'],
    ['核对身份。', 'It identifies the guardian.'],
    ['按手里的证件选。', 'Choose by the document at hand.'],
    { choices: DOCUMENT_TYPE_CHOICES },
  ),
  field(
    'secondGuardian.documentNumber',
    ['监护人（二）证件号码', 'Document number of guardian (2)'],
    ['核对身份和户籍。', 'Identity and household registration are checked by it.'],
    ['证件正面或人像页的号码。', 'On the front or the photo page of the document.'],
    { masked: true },
  ),
  field(
    'secondGuardian.phone',
    ['监护人（二）手机号', 'Phone of guardian (2)'],
    [
      '授权以后，用本人证件和这个手机号登录办理。',
      'Once authorised, the guardian signs in with document and this phone.',
    ],
    ['本人正在用的手机号。', 'The guardian’s own mobile number.'],
    { masked: true },
  ),
  field(
    'secondGuardian.relation',
    ['监护人（二）与孩子的关系', 'What guardian (2) is to the child'],
    ['确认是法定监护人。', 'It shows that this is a legal guardian.'],
    ['户口簿或出生医学证明。', 'The household register or the birth certificate.'],
    { choices: RELATION_CHOICES },
  ),
  field(
    'noSecondGuardianReason',
    ['没有监护人（二）的原因', 'Why there is no guardian (2)'],
    ['只由一位监护人办理时说明，一句话就够。', 'Says why one guardian acts alone; a few words are enough.'],
    [
      '例如：单亲、一方去世、另一方没有监护权。',
      'Such as: single parent, death, or the other has no custody.',
    ],
    { longest: 200, optional: true },
  ),

  field(
    'employments.*.kind',
    ['就业类型', 'Kind of work'],
    ['由不同的部门核对。', 'It decides which authority checks the work.'],
    ['按现在的工作选；至少填一位监护人的。', 'Choose by the present work; one guardian’s is enough.'],
    { choices: EMPLOYMENT_CHOICES },
  ),
  field(
    'employments.*.employerName',
    ['单位名称', 'Employer or business'],
    EMPLOYMENT_CHECKED,
    ['劳动合同或营业执照上的全称。', 'The full name on the contract or the business licence.'],
    { kinds: EMPLOYERS, longest: 100 },
  ),
  field(
    'employments.*.employerCreditCode',
    ['统一社会信用代码', 'Unified social credit code'],
    EMPLOYMENT_CHECKED,
    [
      '营业执照右上角的 18 位代码，可以向单位人事询问。',
      'Upper right on the business licence, 18 characters; the employer knows it.',
    ],
    { kinds: EMPLOYERS },
  ),
  field(
    'employments.*.insuredDistrict',
    ['参保区', 'District of social insurance'],
    ['核对社会保险在哪个区缴纳。', 'It shows in which district social insurance is paid.'],
    [
      '社保个人权益记录的“参保区”，不在北京参保就不填。',
      'On the social insurance statement; leave it out when insured outside Beijing.',
    ],
    { input: 'DISTRICT', optional: true, longest: 10 },
  ),

  field(
    'residencePermits.*.number',
    ['北京市居住证号码', 'Number of the Beijing residence permit'],
    PERMIT_CHECKED,
    ['居住证正面的证件编号。', 'On the front of the permit.'],
    { masked: true },
  ),
  field(
    'residencePermits.*.validUntil',
    ['居住证有效期至', 'Permit valid until'],
    PERMIT_CHECKED,
    ['居住证上的有效期限。', 'The term on the permit.'],
    { input: 'DATE' },
  ),
  field(
    'residencePermits.*.address',
    ['居住证地址', 'Address on the permit'],
    PERMIT_CHECKED,
    ['居住证上的居住地址，请照抄。', 'The address on the permit; please copy it.'],
    { longest: 120 },
  ),
];

const general = (path: string) => path.replace(/^(employments|residencePermits)\.[^.]+/, '$1.*');

/** The fields of a section, such as `employments.*`, that are asked for its kind; while that is open, the common ones. */
export const fieldsUnder = (section: string, kind: string | null): readonly FormField[] =>
  DETAIL_FIELDS.filter(
    ({ path, kinds }) =>
      path.startsWith(`${section}.`) && (kinds === null || (kind !== null && kinds.includes(kind))),
  );

/** The field at a path; a path that has one for each kind of its section gives that of the chosen kind, if there is one. */
export function fieldAt(path: string, kind: string | null): FormField | undefined {
  const known = DETAIL_FIELDS.filter((one) => one.path === general(path));
  return known.find(({ kinds }) => kind !== null && kinds?.includes(kind)) ?? known[0];
}

/** How long a value may be, for a district's own answers too. */
export const longestAt = (path: string): number => fieldAt(path, null)?.longest ?? 200;

/** Every path of the form in its order, one guardian after the other. */
const ORDER: readonly string[] = DETAIL_BLOCKS.flatMap((block) => {
  const paths = [...new Set(DETAIL_FIELDS.filter((known) => known.block === block).map(({ path }) => path))];
  return paths.some((path) => path.includes('*'))
    ? GUARDIAN_ROLES.flatMap((role) => paths.map((path) => path.replace('*', role)))
    : paths;
});

/** Where a path, or the first of a section, stands in the form; a district's own questions come last. */
export function placeInForm(path: string): number {
  const place = ORDER.findIndex((known) => known === path || known.startsWith(`${path}.`));
  return place < 0 ? ORDER.length : place;
}
