import {
  EMPLOYMENT_CHOICES,
  HOUSEHOLD_CHOICES,
  RELATION_CHOICES,
  RESIDENCE_CHOICES,
  type Choice,
} from '../rulebook/details/choices.js';
import type {
  EmploymentKind,
  HouseholdKind,
  Relation,
  ResidenceKind,
  ServiceKind,
  Sex,
  TreatedAsLocalGround,
} from '../vocabulary.js';

export const TITLE = '学龄人口信息采集表';

/** The form is an official paper and speaks Chinese, whoever prints it. */
export const SERVICES: Record<ServiceKind, string> = {
  NON_LOCAL_HUKOU: '非本市户籍适龄儿童入学服务',
  TREATED_AS_LOCAL: '按本市户籍对待、外国籍适龄儿童入学服务',
  LOCAL_HUKOU: '本市户籍适龄儿童入学服务',
};

export const GROUNDS: Record<TreatedAsLocalGround, string> = {
  TAIWAN_COMPATRIOT: '区台办认定的台胞子女',
  OVERSEAS_CHINESE: '区侨务部门认定的华侨子女',
  POSTDOCTORAL: '在京在站博士后研究人员子女',
  MILITARY_RELOCATION: '正在办理随军进京落户手续的现役军人子女',
  ONE_PARENT_LOCAL: '父母一方为本市户籍',
  WORK_RESIDENCE_PERMIT: '父母一方持有《北京市工作居住证》',
  FOREIGN_NATIONAL: '外国籍',
};

export const SEXES: Record<Sex, string> = { MALE: '男', FEMALE: '女' };

/** The details form's own words. */
const words = <Word extends string>(choices: readonly Choice[]) =>
  Object.fromEntries(choices.map(({ value, label }) => [value, label['zh-CN']])) as Record<Word, string>;

export const RELATIONS = words<Relation>(RELATION_CHOICES);
export const HOUSEHOLDS = words<HouseholdKind>(HOUSEHOLD_CHOICES);
export const RESIDENCES = words<ResidenceKind>(RESIDENCE_CHOICES);
export const EMPLOYMENTS = words<EmploymentKind>(EMPLOYMENT_CHOICES);

export const CERTIFICATES: Record<ResidenceKind, string> = {
  OWNED: '不动产权证号',
  RENTED: '租赁备案号',
  PUBLIC_RENTAL: '租赁备案号',
  EMPLOYER_PROVIDED: '住房证明编号',
  RELATIVE_OWNED: '不动产权证号',
  OTHER: '住房证明编号',
};
