import type { ReviewItemKind, ServiceKind, TreatedAsLocalGround } from '../vocabulary.js';

interface Paper {
  readonly kind: ReviewItemKind;
  readonly label: string;
  readonly labelEn: string;
  readonly service?: ServiceKind;
  readonly district?: string;
  readonly ground?: TreatedAsLocalGround;
}

const paper = (
  kind: ReviewItemKind,
  [label, labelEn]: [string, string],
  only: Pick<Paper, 'service' | 'district' | 'ground'> = {},
): Paper => ({ kind, label, labelEn, ...only });

const REGISTER: [string, string] = [
  '户口簿首页、孩子和监护人各自的本人页',
  'Household register: first page, and the pages of the child and the guardians',
];
const BIRTH: [string, string] = [
  '孩子和监护人不在一本户口簿上的，带《出生医学证明》',
  'When child and guardians are not in one register: the birth certificate',
];
const OWNED: [string, string] = [
  '自有住房：不动产权证书（或房产证）',
  'A home of your own: the real-estate certificate',
];
const RENTED: [string, string] = [
  '租房：租赁合同和备案证明',
  'A rented home: the lease and the certificate of its filing',
];

/** What usually shows an item to be so; an administrator replaces it by the year's own list. */
const PAPERS: readonly Paper[] = [
  paper('IDENTITY_AND_HUKOU', [
    '孩子和两位监护人的身份证件',
    'Identity documents of the child and of both guardians',
  ]),
  paper('IDENTITY_AND_HUKOU', [
    '只有一位监护人的：能说明情况的材料，如离婚证、判决书',
    'With one guardian alone: a paper that shows why, such as a divorce certificate or a judgment',
  ]),
  paper('HOUSEHOLD_REGISTER', REGISTER),
  paper('HOUSEHOLD_REGISTER', BIRTH),
  paper('RESIDENCE_PERMIT', [
    '两位监护人各自的《北京市居住证》，在有效期内',
    'Beijing residence permit of each guardian, still valid',
  ]),
  paper('RESIDENCE', OWNED),
  paper('RESIDENCE', RENTED),
  paper('RESIDENCE', [
    '单位或其他住房：单位或产权人出具的住房证明',
    'A home of the employer or other: a proof by the employer or the owner',
  ]),
  paper('RESIDENCE', OWNED, { district: '04', service: 'NON_LOCAL_HUKOU' }),
  paper('RESIDENCE', [RENTED[0] + '、完税凭证', RENTED[1] + ', and the tax receipt'], {
    district: '04',
    service: 'NON_LOCAL_HUKOU',
  }),
  paper('RESIDENCE', ['单位宿舍：单位出具的住房证明', 'A home of the employer: the employer’s proof'], {
    district: '04',
    service: 'NON_LOCAL_HUKOU',
  }),
  paper('EMPLOYMENT', [
    '受雇：劳动合同或聘用合同，社保个人权益记录',
    'Employed: the contract, and the social insurance statement',
  ]),
  paper('EMPLOYMENT', [
    '开公司、合伙或个体户：营业执照',
    'Own business, partnership or self-employed: the business licence',
  ]),
  paper('GROUND', ['区台办出具的认定材料', 'Confirmation by the district’s Taiwan affairs office'], {
    ground: 'TAIWAN_COMPATRIOT',
  }),
  paper(
    'GROUND',
    ['区侨务部门出具的认定材料', 'Confirmation by the district’s overseas Chinese affairs office'],
    {
      ground: 'OVERSEAS_CHINESE',
    },
  ),
  paper('GROUND', ['博士后在站证明', 'Certificate of being a postdoctoral researcher now'], {
    ground: 'POSTDOCTORAL',
  }),
  paper(
    'GROUND',
    ['部队出具的正在办理随军进京落户的证明', 'Proof by the unit that the move of the hukou is under way'],
    {
      ground: 'MILITARY_RELOCATION',
    },
  ),
  paper('GROUND', ['本市户籍一方的户口簿', 'Household register of the parent with Beijing hukou'], {
    ground: 'ONE_PARENT_LOCAL',
  }),
  paper('GROUND', ['孩子的《出生医学证明》', 'The child’s birth certificate'], {
    ground: 'ONE_PARENT_LOCAL',
  }),
  paper('GROUND', ['《北京市工作居住证》，在有效期内', 'Beijing work residence permit, still valid'], {
    ground: 'WORK_RESIDENCE_PERMIT',
  }),
  paper('GROUND', ['孩子的护照和居留许可', 'The child’s passport and residence permit'], {
    ground: 'FOREIGN_NATIONAL',
  }),
];

export const REVIEW_PAPERS = PAPERS.map(({ service, district, ground, ...shown }, position) => ({
  ...shown,
  service: service ?? null,
  district: district ?? null,
  ground: ground ?? null,
  position,
}));
