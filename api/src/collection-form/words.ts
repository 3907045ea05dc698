import type { Relation, ServiceKind, Sex, TreatedAsLocalGround } from '../vocabulary.js';
import type { FormEmployment, FormHousehold, FormResidence } from './facts.js';

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

export const RELATIONS: Record<Relation, string> = {
  FATHER: '父亲',
  MOTHER: '母亲',
  GRANDPARENT: '祖父母/外祖父母',
  OTHER_LEGAL_GUARDIAN: '其他法定监护人',
};

export const HOUSEHOLDS: Record<FormHousehold['kind'], string> = { FAMILY: '家庭户', COLLECTIVE: '集体户' };

export const RESIDENCES: Record<FormResidence['kind'], { name: string; certificate: string }> = {
  OWNED: { name: '自有房产', certificate: '不动产权证号' },
  RENTED: { name: '租赁住房', certificate: '租赁备案号' },
  PUBLIC_RENTAL: { name: '公租房', certificate: '租赁合同号' },
  EMPLOYER_PROVIDED: { name: '单位宿舍', certificate: '证明编号' },
  RELATIVE_OWNED: { name: '直系亲属房产', certificate: '不动产权证号' },
  OTHER: { name: '其他', certificate: '证明编号' },
};

export const EMPLOYMENTS: Record<FormEmployment['kind'], string> = {
  EMPLOYED: '受雇于单位',
  LEGAL_REPRESENTATIVE: '法定代表人',
  SHAREHOLDER: '股东',
  PARTNER: '合伙人',
  SELF_EMPLOYED: '个体工商户',
  FLEXIBLE: '灵活就业',
};
