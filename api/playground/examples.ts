import {
  ChecklistDocument,
  CloseSeasonDocument,
  GuidanceDocument,
  MyRecordsDocument,
  OpenSeasonDocument,
  PlanSeasonDocument,
  PortalDocument,
  RecordDocument,
  RequestWithdrawalCodeDocument,
  RulesDocument,
  SeasonOverviewsDocument,
  SeasonsDocument,
  ViewerDocument,
  WithdrawRecordDocument,
} from '@enrolment/schema/client';
import {
  DISTRICT,
  guardian,
  isCity,
  isGuardian,
  isOfficer,
  SERVICE,
  step,
  type Group,
  type Job,
} from './job';
import { OFFICES, READING, SYSTEMS } from './office';
import { OFFICE_WAYS } from './office-ways';
import type { Results } from './results';
import { readSmsCode, sandboxUrl } from './sandbox';
import { OTHER_SERVICES, REGISTRATION } from './services';
import { THE_WAY } from './way';

const rules = step('Rules', RulesDocument);

const portal = step('Portal', PortalDocument);

const guidance = step('Guidance', GuidanceDocument, () => () => ({
  input: {
    nationality: 'CN',
    hukouInBeijing: false,
    hukouRegion: '130000',
    birthDate: `${new Date().getFullYear() - 6}-05-20`,
  },
}));

const checklist = step('Checklist', ChecklistDocument, () => () => ({
  district: DISTRICT,
  service: SERVICE,
}));

const NEXT_YEAR = new Date().getFullYear() + 1;
const nextYear = () => () => ({ year: NEXT_YEAR });
const seasons = step('Seasons', SeasonsDocument);
const planSeason = step('PlanSeason', PlanSeasonDocument, () => () => ({
  year: NEXT_YEAR,
  bornFrom: `${NEXT_YEAR - 7}-09-01`,
  bornTo: `${NEXT_YEAR - 6}-08-31`,
}));
const seasonOverviews = step('SeasonOverviews', SeasonOverviewsDocument);
const openSeason = step('OpenSeason', OpenSeasonDocument, nextYear);
const closeSeason = step('CloseSeason', CloseSeasonDocument, nextYear);

const viewer = step('Viewer', ViewerDocument);

const myRecords = step('MyRecords', MyRecordsDocument);

const record = step('Record', RecordDocument, ({ registerChild, myRecords }) => {
  const known = registerChild?.__typename === 'CollectionRecord' ? registerChild : myRecords?.[0];
  // Without the sandbox nobody has registered here: the officer types the number.
  return known || !sandboxUrl ? () => ({ number: known?.number ?? '' }) : null;
});

const withdrawalCode = step('RequestWithdrawalCode', RequestWithdrawalCodeDocument, (results) => {
  const live = withdrawable(results);
  return live ? () => ({ number: live.number }) : null;
});

const withdrawal = step('WithdrawRecord', WithdrawRecordDocument, (results) => {
  const live = withdrawable(results);
  const { requestWithdrawalCode: sent } = results;
  if (!live || sent?.__typename !== 'SmsCodeSent') return null;
  return async () => ({
    number: live.number,
    smsCode: await readSmsCode(guardian().phone, 'withdraw', sent),
  });
});

/** The newest: the one that was registered here, on the phone of whoever is signed in. */
const withdrawable = ({ myRecords }: Results) =>
  myRecords?.findLast(({ actions }) => actions?.some(({ kind, allowed }) => kind === 'WITHDRAW' && allowed));

const readRules: Job = { name: 'readRules', steps: [rules, portal, guidance, checklist] };

const IN_THE_SANDBOX: readonly Group[] = [
  {
    name: 'start',
    jobs: [
      readRules,
      REGISTRATION,
      { name: 'look', fits: isGuardian, steps: [myRecords, record] },
      { name: 'officer', fits: isOfficer, steps: [viewer, record] },
    ],
  },
  {
    name: 'way',
    jobs: [
      ...THE_WAY,
      { name: 'withdraw', fits: isGuardian, steps: [myRecords, withdrawalCode, withdrawal] },
    ],
  },
  { name: 'services', jobs: OTHER_SERVICES },
  {
    name: 'offices',
    jobs: [
      ...OFFICES,
      ...OFFICE_WAYS,
      {
        name: 'season',
        fits: isCity,
        steps: [seasons, planSeason, seasonOverviews, openSeason, closeSeason],
      },
    ],
  },
  { name: 'systems', jobs: SYSTEMS },
];

/** In production only staff may send queries of their own, so guardians' jobs are not shown there. */
const FOR_STAFF: readonly Group[] = [
  { name: 'start', jobs: [readRules, { name: 'officer', steps: [viewer, record] }] },
  { name: 'offices', jobs: READING.map(({ name, steps }) => ({ name, steps })) },
];

export const GROUPS = sandboxUrl ? IN_THE_SANDBOX : FOR_STAFF;
