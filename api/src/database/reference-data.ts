import type { EntityManager } from '@mikro-orm/postgresql';
import { DetailRequirement } from '../details/details.entity.js';
import { District, DistrictQuestion, Phase, Policy } from '../district/district.entity.js';
import { NoticeText } from '../notice/notice.entity.js';
import { ReviewPaper, ReviewRequirement } from '../review/review.entity.js';
import { businessDay } from '../rulebook/calendar.js';
import { School } from '../school/school.entity.js';
import { Season, Site } from '../season/season.entity.js';
import {
  PHASE_KINDS,
  SERVICE_KINDS,
  type PhaseKind,
  type ReviewItemKind,
  type ServiceKind,
} from '../vocabulary.js';
import { DETAIL_REQUIREMENTS, DISTRICT_QUESTIONS } from './details-form.js';
import { NOTICES } from './notices.js';
import { REVIEW_PAPERS } from './review-papers.js';

/** The 18 entries in the manual's order; GB/T 2260 has no code for the last two. */
const DISTRICTS: [code: string, gb2260: string | null, name: string, nameEn: string][] = [
  ['01', '110101', '东城区', 'Dongcheng'],
  ['02', '110102', '西城区', 'Xicheng'],
  ['03', '110105', '朝阳区', 'Chaoyang'],
  ['04', '110108', '海淀区', 'Haidian'],
  ['05', '110106', '丰台区', 'Fengtai'],
  ['06', '110107', '石景山区', 'Shijingshan'],
  ['07', '110109', '门头沟区', 'Mentougou'],
  ['08', '110111', '房山区', 'Fangshan'],
  ['09', '110112', '通州区', 'Tongzhou'],
  ['10', '110113', '顺义区', 'Shunyi'],
  ['11', '110114', '昌平区', 'Changping'],
  ['12', '110115', '大兴区', 'Daxing'],
  ['13', '110117', '平谷区', 'Pinggu'],
  ['14', '110116', '怀柔区', 'Huairou'],
  ['15', '110118', '密云区', 'Miyun'],
  ['16', '110119', '延庆区', 'Yanqing'],
  ['17', null, '燕山地区', 'Yanshan'],
  ['18', null, '经济技术开发区', 'Economic-Technological Development Area'],
];

const REVIEW_LABELS: Record<Exclude<ReviewItemKind, 'OTHER'>, [label: string, labelEn: string]> = {
  IDENTITY_AND_HUKOU: ['身份证及户籍信息', 'Identity and household registration'],
  HOUSEHOLD_REGISTER: ['全家户口簿', 'Household register of the whole family'],
  RESIDENCE_PERMIT: ['北京市居住证', 'Beijing residence permit'],
  RESIDENCE: ['在京实际住所居住材料', 'Proof of the actual residence in Beijing'],
  EMPLOYMENT: ['在京务工就业材料', 'Proof of employment in Beijing'],
  GROUND: ['按本市户籍对待的认定材料', 'Proof of the ground for being treated as local'],
};

/** What is reviewed, by service: for NON_LOCAL_HUKOU the 四证 besides the identity. */
const REVIEW_ITEMS: Record<ServiceKind, (keyof typeof REVIEW_LABELS)[]> = {
  NON_LOCAL_HUKOU: [
    'IDENTITY_AND_HUKOU',
    'HOUSEHOLD_REGISTER',
    'RESIDENCE_PERMIT',
    'RESIDENCE',
    'EMPLOYMENT',
  ],
  TREATED_AS_LOCAL: ['IDENTITY_AND_HUKOU', 'GROUND', 'RESIDENCE'],
  LOCAL_HUKOU: ['IDENTITY_AND_HUKOU', 'HOUSEHOLD_REGISTER', 'RESIDENCE'],
};

/** Puts in what is missing; what an administrator has changed stays. Numbers that nobody can have are made up. */
export async function loadReferenceData(em: EntityManager): Promise<void> {
  const keep = { onConflictAction: 'ignore' as const };
  await em.upsertMany(
    District,
    DISTRICTS.map(([code, gb2260, name, nameEn], index) => ({
      code,
      gb2260,
      name,
      nameEn,
      hotline: [`010-6400 00${code}`],
      deskAddress: `${name}示例大街 20 号（小学入学咨询窗口）`,
      deskAddressEn: `Desk for primary-school enrolment, 20 Shili Avenue, ${nameEn}`,
      deskHours: '周一至周五 9:00–11:30、13:30–17:00',
      deskHoursEn: 'Monday to Friday, 9:00–11:30 and 13:30–17:00',
      position: index + 1,
    })),
    keep,
  );
  await em.upsert(
    Site,
    {
      id: 1,
      hotline: '010-0000 0000',
      serviceHours: '8:00–20:00',
      serviceHoursEn: '8:00–20:00',
      icpFiling: '京ICP备 00000000 号',
      policeFiling: '京公网安备 00000000000000 号',
    },
    keep,
  );
  await em.upsertMany(
    NoticeText,
    NOTICES.map((notice) => ({ ...notice, publishedAt: new Date('2026-01-01T00:00:00+08:00') })),
    keep,
  );
  if ((await em.count(ReviewRequirement)) === 0) {
    await em.insertMany(
      ReviewRequirement,
      SERVICE_KINDS.flatMap((service) =>
        REVIEW_ITEMS[service].map((kind, position) => {
          const [label, labelEn] = REVIEW_LABELS[kind];
          return { service, district: null, kind, label, labelEn, position };
        }),
      ),
    );
  }
  if ((await em.count(ReviewPaper)) === 0) await em.insertMany(ReviewPaper, REVIEW_PAPERS);
  if ((await em.count(DetailRequirement)) === 0) await em.insertMany(DetailRequirement, DETAIL_REQUIREMENTS);
  if ((await em.count(DistrictQuestion)) === 0) await em.insertMany(DistrictQuestion, DISTRICT_QUESTIONS);
  if ((await em.count(Policy)) === 0) {
    await em.insertMany(Policy, [
      {
        district: null,
        title: '北京市义务教育阶段入学工作意见',
        url: null,
        publishedOn: '2026-04-20',
        body: '坚持免试就近入学；登记先后不作为入学依据；材料非必要不提供，信息非必要不采集。',
        position: 1,
      },
      ...DISTRICTS.map(([code, , name]) => ({
        district: code,
        title: `${name}小学入学工作安排`,
        url: null,
        publishedOn: '2026-04-25',
        body: `${name}按居住地和户籍安排入学，审核结果陆续公布。登记先后不影响入学安排。`,
        position: 1,
      })),
    ]);
  }
}

/** Two made-up schools in each district, so that the sandbox's registrars have one. */
function sandboxSchools() {
  return DISTRICTS.flatMap(([district, , name, nameEn]) =>
    ['01', '02'].map((serial) => ({
      code: `${district}${serial}`,
      district,
      name: `${name}第${serial === '01' ? '一' : '二'}示例小学`,
      nameEn: `${nameEn} Sample Primary School No. ${Number(serial)}`,
      address: `${name}示例路 ${Number(serial)} 号`,
      phone: `010-6400 1${district}${serial.slice(1)}`,
    })),
  );
}

const DAY = 86_400_000;
/** Days from today, in Shanghai: opening and closing of each phase in a season that is open now. */
const SANDBOX_CALENDAR: Record<PhaseKind, [opens: number, closes: number]> = {
  REGISTRATION: [-10, 30],
  DETAILS: [-10, 30],
  REVIEW: [-5, 50],
  CORRECTION: [-5, 55],
  FORM_PRINTING: [-5, 60],
  SCHOOL_PREREGISTRATION: [-5, 65],
  RESULT: [-1, 120],
};

/** A season of today's year whose windows lie around today; laid anew once its registration has closed. */
export async function openSandboxSeason(em: EntityManager, now: Date): Promise<void> {
  const today = businessDay(now);
  const year = Number(today.slice(0, 4));
  const open = await em.count(Phase, {
    season: year,
    kind: 'REGISTRATION',
    opensAt: { $lte: now },
    closesAt: { $gt: now },
  });
  if (open === DISTRICTS.length * SERVICE_KINDS.length) return;
  await em.upsertMany(School, sandboxSchools(), { onConflictAction: 'ignore' });
  const midnight = Date.parse(`${today}T00:00:00+08:00`);
  await em.upsert(Season, { year, bornFrom: `${year - 7}-09-01`, bornTo: `${year - 6}-08-31` });
  await em.upsertMany(
    Phase,
    DISTRICTS.flatMap(([district]) =>
      SERVICE_KINDS.flatMap((service) =>
        PHASE_KINDS.map((kind) => {
          const [opens, closes] = SANDBOX_CALENDAR[kind];
          return {
            season: year,
            district,
            service,
            kind,
            opensAt: new Date(midnight + opens * DAY),
            closesAt: new Date(midnight + closes * DAY),
          };
        }),
      ),
    ),
  );
}
