import { residentIdCheckDigit } from '@enrolment/rulebook/document.js';
import type { Department, ReviewItemKind, Role } from '@enrolment/rulebook/vocabulary.js';

export interface SandboxIdentity {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly district: string | null;
  readonly school: string | null;
  readonly subdistricts?: readonly string[] | undefined;
  readonly department?: Department | undefined;
  readonly items?: readonly ReviewItemKind[] | undefined;
  readonly documentNumber: string;
  readonly phone: string;
  /** A description of this person in plain words. */
  readonly about: { 'zh-CN': string; en: string };
}

/** A made-up resident ID of a region that was never assigned. */
export function madeUpDocument(region: string, birthDate: string, serial: number, male: boolean): string {
  const body = `${region}${birthDate.replaceAll('-', '')}${String(serial).padStart(2, '0')}${male ? 1 : 2}`;
  return body + residentIdCheckDigit(body);
}

const FAMILIES = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈', '褚'];

/** Eleven couples; nobody of them exists. */
const guardians: SandboxIdentity[] = FAMILIES.flatMap((family, index) =>
  [true, false].map((mother) => {
    const number = index * 2 + (mother ? 1 : 2);
    const id = String(number).padStart(2, '0');
    return {
      id: `guardian-${id}`,
      name: `${family}${mother ? '试妈' : '试爸'}`,
      role: 'GUARDIAN' as const,
      district: null,
      school: null,
      documentNumber: madeUpDocument('119999', mother ? '1990-03-15' : '1988-07-20', number, !mother),
      phone: `199000000${id}`,
      about: {
        'zh-CN': `${family}家的${mother ? '妈妈' : '爸爸'}，给孩子注册入学`,
        en: `${mother ? 'Mother' : 'Father'} of family ${index + 1}, registers a child`,
      },
    };
  }),
);

const staff = (
  id: string,
  name: string,
  role: Role,
  where: Partial<Pick<SandboxIdentity, 'subdistricts' | 'department' | 'items'>> & {
    district?: string;
    school?: string;
  },
  serial: number,
  about: SandboxIdentity['about'],
): SandboxIdentity => ({
  id,
  name,
  role,
  ...where,
  district: where.district ?? null,
  school: where.school ?? null,
  documentNumber: madeUpDocument('119999', '1985-05-05', serial, true),
  phone: `199000001${serial}`,
  about,
});

export const IDENTITIES: readonly SandboxIdentity[] = [
  ...guardians,
  staff('officer-01', '东审核', 'DISTRICT_OFFICER', { district: '01' }, 21, {
    'zh-CN': '东城区教委审核人员',
    en: 'Officer of the Dongcheng district',
  }),
  staff('admin-01', '东管理', 'DISTRICT_ADMIN', { district: '01' }, 22, {
    'zh-CN': '东城区教委管理员',
    en: 'Administrator of the Dongcheng district',
  }),
  staff('admin-01-2', '东同事', 'DISTRICT_ADMIN', { district: '01' }, 28, {
    'zh-CN': '东城区教委的另一位管理员，确认同事提出的公布',
    en: 'Another administrator of the Dongcheng district, confirms what a colleague proposes',
  }),
  staff('officer-02', '西审核', 'DISTRICT_OFFICER', { district: '02' }, 23, {
    'zh-CN': '西城区教委审核人员',
    en: 'Officer of the Xicheng district',
  }),
  staff('admin-02', '西管理', 'DISTRICT_ADMIN', { district: '02' }, 24, {
    'zh-CN': '西城区教委管理员',
    en: 'Administrator of the Xicheng district',
  }),
  staff('registrar-0101', '校登记', 'SCHOOL_REGISTRAR', { district: '01', school: '0101' }, 25, {
    'zh-CN': '东城区第一示例小学登记员',
    en: 'Registrar of a school in Dongcheng',
  }),
  staff('registrar-0101-2', '校同事', 'SCHOOL_REGISTRAR', { district: '01', school: '0101' }, 27, {
    'zh-CN': '同一所学校的另一位登记员',
    en: 'Another registrar of the same school',
  }),
  staff('officer-04', '海审核', 'DISTRICT_OFFICER', { district: '04' }, 32, {
    'zh-CN': '海淀区教委审核人员；该区把住所和就业交给街道和人社联审',
    en: 'Officer of the Haidian district, which gives homes and work to others to review',
  }),
  staff('admin-04', '海管理', 'DISTRICT_ADMIN', { district: '04' }, 29, {
    'zh-CN': '海淀区教委管理员',
    en: 'Administrator of the Haidian district',
  }),
  staff(
    'subdistrict-04',
    '海街道',
    'SUBDISTRICT_OFFICER',
    { district: '04', subdistricts: ['中关村街道', '学院路街道'] },
    30,
    {
      'zh-CN': '海淀区中关村、学院路街道审核人员，审核住所',
      en: 'Officer of two subdistricts of Haidian, reviews homes',
    },
  ),
  staff(
    'reviewer-04',
    '海人社',
    'DEPARTMENT_REVIEWER',
    { district: '04', department: 'HUMAN_RESOURCES', items: ['EMPLOYMENT'] },
    31,
    {
      'zh-CN': '海淀区人力社保部门审核人员，审核就业',
      en: 'Reviewer of human resources in Haidian, reviews work',
    },
  ),
  staff('municipal-01', '市管理', 'MUNICIPAL_ADMIN', {}, 26, {
    'zh-CN': '市教委管理员，看全市',
    en: 'Municipal administrator, sees the whole city',
  }),
];

export const findIdentity = (id: string) => IDENTITIES.find((identity) => identity.id === id) ?? null;

/** The roles of the sandbox's people, as a file of the set-up has them. */
export const staffFile = (): { name: string; text: string } => {
  const staff = IDENTITIES.filter(({ role }) => role !== 'GUARDIAN').map(
    ({ id, name, role, district, school, subdistricts, department, items }) => ({
      account: id,
      name,
      role,
      district,
      school,
      ...(subdistricts && { subdistricts }),
      ...(department && { department, items }),
    }),
  );
  return { name: 'sandbox-people.yaml', text: JSON.stringify({ staff }, null, 1) };
};

/** What the tokens of a person say, for browsers and for minted ones alike. */
export function claimsOf({ name, phone, documentNumber }: SandboxIdentity) {
  return {
    name,
    phone_number: phone,
    document: { type: 'RESIDENT_ID', number: documentNumber },
  };
}
