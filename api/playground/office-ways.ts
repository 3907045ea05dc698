import {
  AssistedRecordDocument,
  AuditTrailDocument,
  AuditWatchDocument,
  ClaimRecordDocument,
  CloseAssistanceDocument,
  ColleaguesDocument,
  ConfirmBulkDocument,
  GuardianNoticeDocument,
  HandOverRecordsDocument,
  JobDocument,
  JointReviewDocument,
  ListExportRowsDocument,
  MyReviewItemsDocument,
  OwnPapersDocument,
  PrivacyPolicyDocument,
  ProposeListExportDocument,
  RecordDetailsDocument,
  RecordsToTakeOverDocument,
  RegisterAtDeskDocument,
  ReleaseRecordDocument,
  RemoveViewDocument,
  RenameViewDocument,
  SaveDetailsDocument,
  SavedViewsDocument,
  SaveViewDocument,
  SetJointReviewDocument,
  SetPapersDocument,
  TakeOverRecordDocument,
  type OwnPaperInput,
} from '@enrolment/schema/client';
import { DISTRICT, isAdministrator, isOfficer, SERVICE, step, type Job, type Step } from './job';
import { makeUpDetails } from './made-up-details';
import { results, type Results } from './results';
import { identityOf, makeUpChild, makeUpPhone, type Identity } from './sandbox';
import { about, aboutMany, numberIn, versionIn } from './way';

/** 转交: only what is still to be decided can be given, and whoever has it can give it back. */
const handOver: readonly Job[] = [
  {
    name: 'handOver',
    fits: isOfficer,
    steps: [
      step('Colleagues', ColleaguesDocument, () => () => ({ district: DISTRICT })),
      step('ClaimRecord', ClaimRecordDocument, about({})),
      step('HandOverRecords', HandOverRecordsDocument, (known) => {
        const colleague = known.colleagues?.[0]?.id;
        return colleague ? aboutMany({ colleague, note: '户口簿请再看一眼' })(known) : null;
      }),
    ],
  },
  {
    name: 'giveBack',
    fits: ({ name, district }) => district === DISTRICT && name === results.get().colleagues?.[0]?.name,
    steps: [step('ReleaseRecord', ReleaseRecordDocument, about({}))],
  },
];

const aboutView =
  <Rest extends object>(rest: Rest) =>
  ({ saveView: saved }: Results) => {
    const view = saved?.__typename === 'SavedViews' ? saved.views.findLast(({ builtIn }) => !builtIn) : null;
    return view ? () => ({ view: view.id, ...rest }) : null;
  };

/** 视图: everybody has their own. */
const views: Job = {
  name: 'views',
  fits: isOfficer,
  steps: [
    step('SaveView', SaveViewDocument, () => () => ({
      place: 'QUEUE' as const,
      name: '示例：退回后又提交的',
      filter: { service: SERVICE, resubmitted: true },
    })),
    step('SavedViews', SavedViewsDocument, () => () => ({ place: 'QUEUE' as const, district: DISTRICT })),
    step('RenameView', RenameViewDocument, aboutView({ name: '示例：先看这些' })),
    step('RemoveView', RemoveViewDocument, aboutView({})),
  ],
};

const exportIn = ({ proposeListExport: proposed }: Results): string | null =>
  proposed?.__typename === 'Job' ? proposed.id : null;

const seeExport = (label: 'ReadProposal' | 'SeeExport') =>
  step(label, JobDocument, (known) => {
    const id = exportIn(known);
    return id ? () => ({ id, first: 20 }) : null;
  });

/** 完整导出: one person says what for, another agrees, and the first has the list for a while. */
const listInFull: readonly Job[] = [
  {
    name: 'proposeExport',
    fits: isOfficer,
    steps: [
      step('ProposeListExport', ProposeListExportDocument, (known) => {
        const number = numberIn(known);
        return number
          ? () => ({ filter: { district: DISTRICT, search: number }, purpose: '与学校核对到场的孩子' })
          : null;
      }),
    ],
  },
  {
    name: 'confirmExport',
    fits: isAdministrator,
    steps: [
      seeExport('ReadProposal'),
      step('ConfirmBulk', ConfirmBulkDocument, (known) => {
        const { job: read } = known;
        const checkCode = read && read.id === exportIn(known) ? read.checkCode : null;
        return read && checkCode ? () => ({ job: read.id, checkCode }) : null;
      }),
    ],
  },
  {
    name: 'readExport',
    fits: isOfficer,
    steps: [
      seeExport('SeeExport'),
      step('ListExportRows', ListExportRowsDocument, (known) => {
        const job = exportIn(known);
        return job ? () => ({ job, first: 20 }) : null;
      }),
    ],
  },
];

/** Who stands at the desk in the example. */
const FAMILY_AT_DESK = 'guardian-21';
const isFamilyAtDesk = ({ id }: Identity): boolean => id === FAMILY_AT_DESK;

const atDesk = ({ registerAtDesk: done }: Results): string | null =>
  done?.__typename === 'CollectionRecord' ? done.number : null;

const aboutDesk = (known: Results) => {
  const number = atDesk(known);
  return number ? () => ({ number }) : null;
};

/** As the family, while the officer has its record open at the desk. */
const forFamily = (one: Step): Step => ({
  ...one,
  headers: (known): Record<string, string> => ({ 'x-desk-record': atDesk(known) ?? '' }),
});

/** 窗口代办: the family signs on paper, and takes the record over once it has an account of its own. */
const assistance: readonly Job[] = [
  {
    name: 'assist',
    fits: isOfficer,
    steps: [
      step('GuardianNotice', GuardianNoticeDocument, () => () => ({ service: SERVICE, district: DISTRICT })),
      step('PrivacyPolicy', PrivacyPolicyDocument),
      step('RegisterAtDesk', RegisterAtDeskDocument, ({ guardianNotice: notice, privacyPolicy: policy }) =>
        notice && policy
          ? async () => {
              const { name, documentNumber } = await identityOf(FAMILY_AT_DESK);
              return {
                input: {
                  idempotencyKey: crypto.randomUUID(),
                  district: DISTRICT,
                  service: SERVICE,
                  child: {
                    ...(await makeUpChild()),
                    nationality: 'CN',
                    hukouProvince: '130000',
                    residenceDistrict: DISTRICT,
                  },
                  guardian: {
                    name,
                    documentType: 'RESIDENT_ID' as const,
                    documentNumber,
                    phone: makeUpPhone(),
                  },
                  paper: {
                    reference: '代办 17 号',
                    noticeVersion: notice.version,
                    privacyPolicyVersion: policy.version,
                    kept: true,
                  },
                },
              };
            }
          : null,
      ),
      forFamily(step('DetailsAtDesk', RecordDetailsDocument, aboutDesk)),
      forFamily(
        step('SaveAtDesk', SaveDetailsDocument, (known) => {
          const number = atDesk(known);
          const version = number && versionIn(known, number);
          return number && version
            ? async () => ({
                number,
                input: await makeUpDetails(version, '示例路 9 号', await identityOf(FAMILY_AT_DESK)),
              })
            : null;
        }),
      ),
      step('AssistedRecord', AssistedRecordDocument, aboutDesk),
      step('CloseAssistance', CloseAssistanceDocument, aboutDesk),
    ],
  },
  {
    name: 'takeOver',
    fits: isFamilyAtDesk,
    steps: [
      step('RecordsToTakeOver', RecordsToTakeOverDocument),
      step('TakeOverRecord', TakeOverRecordDocument, aboutDesk),
    ],
  },
];

/** 基础数据: a list is set as a whole, and tried before. */
const withPaper = (dryRun: boolean) => (known: Results) => {
  const list = known.ownData?.papers;
  if (!list) return null;
  const added: OwnPaperInput = {
    kind: 'RESIDENCE',
    service: SERVICE,
    ground: null,
    label: '示例：近三个月的水电费账单',
    labelEn: 'Example: bills for water and power of the last three months',
  };
  const others = list.entries.filter(({ label }) => label !== added.label);
  return () => ({
    list: { district: DISTRICT, revision: list.revision, dryRun },
    entries: [...others, added],
  });
};

const ownData: Job = {
  name: 'ownData',
  fits: isAdministrator,
  steps: [
    step('OwnPapers', OwnPapersDocument, () => () => ({ district: DISTRICT })),
    step('TryPapers', SetPapersDocument, withPaper(true)),
    step('SetPapers', SetPapersDocument, withPaper(false)),
  ],
};

/** 联审: this district gives homes to the subdistricts, and work to human resources. */
const JOINT = '04';

const jointReview: readonly Job[] = [
  {
    name: 'jointReview',
    fits: ({ role, district }) => role === 'DISTRICT_ADMIN' && district === JOINT,
    steps: [
      step('JointReview', JointReviewDocument, () => () => ({ district: JOINT })),
      step('SetJointReview', SetJointReviewDocument, ({ jointReview: read }) =>
        read
          ? () => ({
              district: JOINT,
              deciders: read.items.map(({ kind, decider }) => ({ kind, decider })),
              revision: read.revision,
              order: read.order,
            })
          : null,
      ),
    ],
  },
  {
    name: 'subdistrict',
    fits: ({ role }) => role === 'SUBDISTRICT_OFFICER',
    steps: [step('MyReviewItems', MyReviewItemsDocument, () => () => ({ first: 20 }))],
  },
  {
    name: 'department',
    fits: ({ role }) => role === 'DEPARTMENT_REVIEWER',
    steps: [step('MyReviewItems', MyReviewItemsDocument, () => () => ({ first: 20 }))],
  },
];

const audit: Job = {
  name: 'audit',
  fits: isAdministrator,
  steps: [
    step('RecordTrail', AuditTrailDocument, about({ first: 20 })),
    step('OfficeTrail', AuditTrailDocument, () => () => ({ first: 20 })),
    step('AuditWatch', AuditWatchDocument, () => () => ({ district: DISTRICT })),
  ],
};

export const OFFICE_WAYS: readonly Job[] = [
  ...handOver,
  views,
  ...listInFull,
  ...assistance,
  ...jointReview,
  ownData,
  audit,
];
