import type { CommonBlock } from '@enrolment/rulebook/details/check.js';
import { NO_DETAILS, type Details } from '@enrolment/rulebook/details/details.js';
import { creditCodeCheckCharacter } from '@enrolment/rulebook/credit-code.js';
import { EVIDENCE_OF_GROUND } from '@enrolment/rulebook/evidence.js';
import type { Question } from '@enrolment/rulebook/details/values.js';
import type {
  EmploymentKind,
  GuardianRole,
  Need,
  ResidenceKind,
  TreatedAsLocalGround,
} from '@enrolment/rulebook/vocabulary.js';
import { Lot, type Chance } from './chance.js';
import type { ChildOfFamily, Family } from './family.js';

const RESIDENCES = {
  LOCAL_HUKOU: new Lot<ResidenceKind>([
    ['OWNED', 78],
    ['RELATIVE_OWNED', 12],
    ['PUBLIC_RENTAL', 5],
    ['EMPLOYER_PROVIDED', 3],
    ['OTHER', 2],
  ]),
  OTHERS: new Lot<ResidenceKind>([
    ['RENTED', 62],
    ['OWNED', 28],
    ['EMPLOYER_PROVIDED', 5],
    ['PUBLIC_RENTAL', 3],
    ['RELATIVE_OWNED', 2],
  ]),
};

const WORK = new Lot<EmploymentKind>([
  ['EMPLOYED', 74],
  ['SELF_EMPLOYED', 8],
  ['LEGAL_REPRESENTATIVE', 7],
  ['FLEXIBLE', 6],
  ['SHAREHOLDER', 4],
  ['PARTNER', 1],
]);

const CHILDS_OWN: ReadonlySet<TreatedAsLocalGround> = new Set([
  'FOREIGN_NATIONAL',
  'TAIWAN_COMPATRIOT',
  'OVERSEAS_CHINESE',
]);

const TRADES = '科技 餐饮管理 物流 建筑工程 文化传媒 商贸 医药 物业管理'.split(' ');
const ALONE = ['单亲家庭', '离异，孩子由我抚养', '另一方已去世', '另一方长期在国外'];

export interface Asked {
  readonly needs: Readonly<Record<CommonBlock, Need>>;
  readonly questions: readonly Question[];
}

/** What a family fills in: all that its service and district ask for, and nothing else. */
export function detailsOf(
  family: Family,
  child: ChildOfFamily,
  year: number,
  asked: Asked,
  /** Of the district of the home. */
  subdistricts: Lot<string>,
): Details {
  const { chance, first, second } = family;
  const subdistrict = chance.from(subdistricts);
  const address = `${subdistrict}示例路 ${1 + chance.below(300)} 号院 ${1 + chance.below(20)} 号楼 ${101 + chance.below(1800)} 室`;
  const wanted = (block: CommonBlock) =>
    asked.needs[block] === 'REQUIRED' || (asked.needs[block] === 'OPTIONAL' && chance.happens(0.5));
  const guardians: GuardianRole[] = second ? ['FIRST', 'SECOND'] : ['FIRST'];
  return {
    ...NO_DETAILS,
    ethnicity: wanted('CHILD') ? family.tongue.ethnicity : null,
    household: wanted('HOUSEHOLD')
      ? {
          kind: chance.happens(0.9) ? 'FAMILY' : 'COLLECTIVE',
          address: `示例县示例镇示例村 ${1 + chance.below(400)} 号`,
          headName: first.name,
          headRelation: child.sex === 'MALE' ? '子' : '女',
        }
      : null,
    residence: wanted('RESIDENCE') ? residenceOf(family, subdistrict, address, year) : null,
    ...(wanted('GUARDIANS')
      ? {
          firstGuardianRelation: first.relation,
          secondGuardian: second,
          noSecondGuardianReason: second ? null : chance.of(ALONE),
        }
      : {}),
    groundEvidence: wanted('GROUND') ? evidenceOf(family, year) : null,
    employments: wanted('EMPLOYMENT')
      ? guardians.slice(0, chance.happens(0.8) ? 2 : 1).map((guardian) => employmentOf(family, guardian))
      : [],
    residencePermits: wanted('RESIDENCE_PERMIT')
      ? guardians.map((guardian) => ({
          guardian,
          number: `110199${guardian === 'FIRST' ? 1 : 2}${String(family.number).padStart(8, '0')}`,
          validUntil: `${year + 1 + chance.below(2)}-0${1 + chance.below(9)}-15`,
          address,
        }))
      : [],
    support: asked.needs.SUPPORT === 'NOT_ASKED' ? null : supportOf(family),
    answers: asked.questions
      .filter(({ required }) => required || chance.happens(0.6))
      .map((question) => ({ key: question.key, value: answerTo(question, year, chance) })),
  };
}

/** One family in forty says something; by its number, so that everything else stays as it was. */
function supportOf({ number }: Family): Details['support'] {
  if (number % 40 !== 7) return null;
  const hardOfHearing = number % 80 === 7;
  return {
    specialEducation: hardOfHearing ? 'ORDINARY_CLASS' : null,
    supportNeeded: hardOfHearing ? '座位靠前，课上使用听力辅具' : null,
    language: hardOfHearing ? '手语' : null,
    siblingSchool: hardOfHearing ? null : '示例第一小学',
    twinNumber: null,
  };
}

function residenceOf(
  { service, chance, number }: Family,
  subdistrict: string,
  address: string,
  year: number,
): Details['residence'] {
  const kind = chance.from(service === 'LOCAL_HUKOU' ? RESIDENCES.LOCAL_HUKOU : RESIDENCES.OTHERS);
  const serial = String(number).padStart(7, '0');
  const leased = kind === 'RENTED' || kind === 'PUBLIC_RENTAL';
  const owned = kind === 'OWNED' || kind === 'RELATIVE_OWNED';
  return {
    kind,
    subdistrict,
    address,
    // There is no certificate from 1919.
    certificateNumber: owned
      ? `京(1919)示例不动产权第${serial}号`
      : leased
        ? `备案${year - 1}-${serial}`
        : null,
    leaseFrom: leased ? `${year - 1 - chance.below(4)}-0${1 + chance.below(9)}-01` : null,
    leaseTo: leased ? `${year + 1 + chance.below(2)}-12-31` : null,
  };
}

function evidenceOf({ ground, chance, number }: Family, year: number): Details['groundEvidence'] {
  if (!ground) return null;
  return {
    kind: chance.of(EVIDENCE_OF_GROUND[ground]),
    holder: CHILDS_OWN.has(ground) ? 'CHILD' : 'FIRST_GUARDIAN',
    number: `1999${String(number).padStart(8, '0')}`,
    issuer: '示例签发机关',
    validFrom: `${year - 1 - chance.below(3)}-03-01`,
    validUntil: `${year + 1 + chance.below(3)}-02-28`,
  };
}

function employmentOf({ chance, district }: Family, guardian: GuardianRole): Details['employments'][number] {
  const kind = chance.from(WORK);
  if (kind === 'FLEXIBLE') {
    const insuredDistrict = chance.happens(0.7) ? district : null;
    return { guardian, kind, employerName: null, employerCreditCode: null, insuredDistrict };
  }
  const code = `91119999MA${chance.digits(7)}`;
  return {
    guardian,
    kind,
    employerName: `北京示例${chance.of(TRADES)}有限公司`,
    employerCreditCode: code + creditCodeCheckCharacter(code),
    insuredDistrict: chance.happens(0.92) ? district : null,
  };
}

function answerTo({ kind, choices }: Question, year: number, chance: Chance): string {
  switch (kind) {
    case 'BOOLEAN':
      return String(chance.happens(0.3));
    case 'CHOICE':
      return chance.of(choices ?? ['']);
    case 'DATE':
      return `${year - 1 - chance.below(6)}-0${1 + chance.below(9)}-01`;
    case 'NUMBER':
      return String(6 + chance.below(120));
    case 'TEXT':
      return `示例 ${chance.digits(6)}`;
  }
}
