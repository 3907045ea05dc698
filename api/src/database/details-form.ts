import {
  SERVICE_KINDS,
  type DetailBlock,
  type Need,
  type QuestionKind,
  type ServiceKind,
  type TreatedAsLocalGround,
} from '../vocabulary.js';

type Row = [block: Exclude<DetailBlock, 'QUESTIONS'>, need: Need, ground?: TreatedAsLocalGround];

/** What the details form asks: for NON_LOCAL_HUKOU the 四证. What has no row is not asked. */
const ASKED: Record<ServiceKind, Row[]> = {
  NON_LOCAL_HUKOU: [
    ['CHILD', 'REQUIRED'],
    ['HOUSEHOLD', 'REQUIRED'],
    ['RESIDENCE', 'REQUIRED'],
    ['GUARDIANS', 'REQUIRED'],
    ['EMPLOYMENT', 'REQUIRED'],
    ['RESIDENCE_PERMIT', 'REQUIRED'],
  ],
  TREATED_AS_LOCAL: [
    ['CHILD', 'REQUIRED'],
    ['CHILD', 'OPTIONAL', 'TAIWAN_COMPATRIOT'],
    ['CHILD', 'NOT_ASKED', 'FOREIGN_NATIONAL'],
    ['HOUSEHOLD', 'REQUIRED'],
    ['HOUSEHOLD', 'OPTIONAL', 'OVERSEAS_CHINESE'],
    ['HOUSEHOLD', 'OPTIONAL', 'TAIWAN_COMPATRIOT'],
    ['HOUSEHOLD', 'NOT_ASKED', 'FOREIGN_NATIONAL'],
    ['RESIDENCE', 'REQUIRED'],
    ['GUARDIANS', 'REQUIRED'],
  ],
  LOCAL_HUKOU: [
    ['CHILD', 'REQUIRED'],
    ['HOUSEHOLD', 'REQUIRED'],
    ['RESIDENCE', 'REQUIRED'],
    ['GUARDIANS', 'REQUIRED'],
  ],
};

export const DETAIL_REQUIREMENTS = SERVICE_KINDS.flatMap((service) =>
  ASKED[service].map(([block, need, ground]) => ({
    service,
    district: null,
    ground: ground ?? null,
    block,
    need,
  })),
);

interface Question {
  readonly district: string;
  readonly services: readonly ServiceKind[];
  readonly key: string;
  readonly label: string;
  readonly labelEn: string;
  readonly help: string;
  readonly helpEn: string;
  readonly kind: QuestionKind;
  readonly required: boolean;
  readonly choices?: string[];
  readonly choicesEn?: string[];
}

/** Examples of what districts ask on top; an administrator replaces them by the year's own. */
const QUESTIONS: readonly Question[] = [
  {
    district: '01',
    services: SERVICE_KINDS,
    key: 'SIBLING_AT_SCHOOL',
    label: '是否有兄弟姐妹在本区小学就读',
    labelEn: 'Does a brother or sister go to a primary school of this district',
    help: '区里统筹时作参考，可以不答。',
    helpEn: 'The district takes it into account; you may leave it out.',
    kind: 'BOOLEAN',
    required: false,
  },
  {
    district: '02',
    services: ['NON_LOCAL_HUKOU'],
    key: 'INSURED_SINCE',
    label: '监护人在本区连续参加社会保险的起始日期',
    labelEn: 'Since when is a guardian continuously insured in this district',
    help: '看社保个人权益记录；任意一位监护人的就可以。',
    helpEn: 'On the social insurance statement; either guardian’s will do.',
    kind: 'DATE',
    required: true,
  },
  {
    district: '02',
    services: ['NON_LOCAL_HUKOU'],
    key: 'ORIGINALS',
    label: '原件怎样核验',
    labelEn: 'How shall the originals be checked',
    help: '由居住地街道安排。',
    helpEn: 'The subdistrict of the home arranges it.',
    kind: 'CHOICE',
    required: true,
    choices: ['到街道窗口', '网上预约后上门'],
    choicesEn: ['At the desk of the subdistrict', 'At home, by appointment online'],
  },
  {
    district: '04',
    services: ['NON_LOCAL_HUKOU'],
    key: 'MONTHS_IN_DISTRICT',
    label: '在本区连续居住的月数',
    labelEn: 'For how many months have you lived in this district without a gap',
    help: '按居住登记计算，写整数就可以。',
    helpEn: 'Counted by the registration of residence; a whole number is enough.',
    kind: 'NUMBER',
    required: true,
  },
  {
    district: '04',
    services: ['NON_LOCAL_HUKOU'],
    key: 'RENT_TAX_RECEIPT',
    label: '房屋出租完税凭证号',
    labelEn: 'Number of the tax receipt for the rent',
    help: '租房的家庭填写，印在税收缴款书右上角；没有可以不填。',
    helpEn: 'For families who rent; upper right on the tax receipt. Leave it out if there is none.',
    kind: 'TEXT',
    required: false,
  },
];

export const DISTRICT_QUESTIONS = QUESTIONS.flatMap(
  ({ services, choices = null, choicesEn = null, ...question }, position) =>
    services.map((service) => ({ ...question, service, choices, choicesEn, position })),
);
