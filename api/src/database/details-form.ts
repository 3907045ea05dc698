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
  readonly help: string;
  readonly kind: QuestionKind;
  readonly required: boolean;
  readonly choices?: string[];
}

/** Examples of what districts ask on top; an administrator replaces them by the year's own. */
const QUESTIONS: readonly Question[] = [
  {
    district: '01',
    services: SERVICE_KINDS,
    key: 'SIBLING_AT_SCHOOL',
    label: '是否有兄弟姐妹在本区小学就读',
    help: '区里统筹时作参考，可以不答。',
    kind: 'BOOLEAN',
    required: false,
  },
  {
    district: '02',
    services: ['NON_LOCAL_HUKOU'],
    key: 'INSURED_SINCE',
    label: '监护人在本区连续参加社会保险的起始日期',
    help: '看社保个人权益记录；任意一位监护人的就可以。',
    kind: 'DATE',
    required: true,
  },
  {
    district: '02',
    services: ['NON_LOCAL_HUKOU'],
    key: 'ORIGINALS',
    label: '原件怎样核验',
    help: '由居住地街道安排。',
    kind: 'CHOICE',
    required: true,
    choices: ['到街道窗口', '网上预约后上门'],
  },
  {
    district: '04',
    services: ['NON_LOCAL_HUKOU'],
    key: 'MONTHS_IN_DISTRICT',
    label: '在本区连续居住的月数',
    help: '按居住登记计算，写整数就可以。',
    kind: 'NUMBER',
    required: true,
  },
  {
    district: '04',
    services: ['NON_LOCAL_HUKOU'],
    key: 'RENT_TAX_RECEIPT',
    label: '房屋出租完税凭证号',
    help: '租房的家庭填写，印在税收缴款书右上角；没有可以不填。',
    kind: 'TEXT',
    required: false,
  },
];

export const DISTRICT_QUESTIONS = QUESTIONS.flatMap(({ services, choices, ...question }, position) =>
  services.map((service) => ({ ...question, service, choices: choices ?? null, position })),
);
