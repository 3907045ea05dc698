import {
  AppealDocument,
  ApproveAdmissionsDocument,
  AuditTrailDocument,
  AuthorizationDocument,
  BroughtFormDocument,
  CollectionFormDocument,
  ConfirmExportDocument,
  DecideAppealDocument,
  DecideIdentityCheckDocument,
  DecideReviewItemDocument,
  DetailsFormDocument,
  FormVerificationDocument,
  GrantAuthorizationDocument,
  IdentityCheckDocument,
  MyRecordsDocument,
  PreregisterDocument,
  PublishResultsDocument,
  RecordDetailsDocument,
  RecordDocument,
  RecordExportDocument,
  RecordFileDocument,
  RecordResultDocument,
  RecordReviewDocument,
  RejectRecordsDocument,
  RequestExportCodeDocument,
  RevokeAuthorizationDocument,
  SaveDetailsDocument,
  SchoolsDocument,
  SubmissionReceiptDocument,
  SubmitDetailsDocument,
  UndoPreregistrationDocument,
  type CheckStatus,
  type ReviewItemKind,
} from '@enrolment/schema/client';
import {
  DISTRICT,
  guardian,
  isAdministrator,
  isGuardian,
  isOfficer,
  isRegistrar,
  isSecondGuardian,
  SERVICE,
  step,
  type Job,
} from './job';
import { makeUpDetails } from './made-up-details';
import type { Results } from './results';
import { readFormCode, readSmsCode } from './sandbox';

/** The record that was registered here, else the newest of whoever is signed in. */
export const numberIn = ({ registered, myRecords }: Results): string | null =>
  registered?.number ?? myRecords?.at(-1)?.number ?? null;

/** Filled in with the record's number, once there is one. */
export const about =
  <Rest extends object>(rest: Rest) =>
  (results: Results) => {
    const number = numberIn(results);
    return number ? () => ({ number, ...rest }) : null;
  };
export const aboutMany =
  <Rest extends object>(rest: Rest) =>
  (results: Results) => {
    const number = numberIn(results);
    return number ? () => ({ numbers: [number], ...rest }) : null;
  };

/** The newest version of the record that an answer here has told. */
export function versionIn(
  { collectionRecord, saveDetails, submitDetails }: Results,
  number: string,
): number | null {
  const told = [collectionRecord, saveDetails, submitDetails].flatMap((answer) =>
    answer && 'version' in answer && answer.number === number ? (answer.version ?? []) : [],
  );
  return told.length > 0 ? Math.max(...told) : null;
}

const details = (address: string) => (results: Results) => {
  const number = numberIn(results);
  const version = number && versionIn(results, number);
  return number && version ? async () => ({ number, input: await makeUpDetails(version, address) }) : null;
};

const decide = (label: Parameters<typeof step>[0], kind: ReviewItemKind, status: CheckStatus = 'PASSED') =>
  step(
    label,
    DecideReviewItemDocument,
    aboutMany({
      kind,
      status,
      ...(status === 'RETURNED' ? { reason: '地址没有写到门牌', remedy: '请写到楼号和门牌号' } : {}),
    }),
  );

const schoolIn = ({ schools }: Results): string | null => schools?.[0]?.code ?? null;

const preregister = (label: Parameters<typeof step>[0]) =>
  step(label, PreregisterDocument, (results) => {
    const school = schoolIn(results);
    return school ? aboutMany({ school, key: crypto.randomUUID() })(results) : null;
  });

const recordDetails = step('RecordDetails', RecordDetailsDocument, about({}));

/** What comes after the registration, in its order, by everybody who has a part in it. */
export const THE_WAY: readonly Job[] = [
  {
    name: 'details',
    fits: isGuardian,
    steps: [
      step('DetailsForm', DetailsFormDocument, () => () => ({ district: DISTRICT, service: SERVICE })),
      recordDetails,
      step('SaveDetails', SaveDetailsDocument, details('示例路')),
      step('SubmitDetails', SubmitDetailsDocument, details('示例路 9 号')),
      step('SubmissionReceipt', SubmissionReceiptDocument, about({})),
      step('IdentityCheck', IdentityCheckDocument, about({})),
    ],
  },
  {
    name: 'authorize',
    fits: isGuardian,
    steps: [
      step('GrantAuthorization', GrantAuthorizationDocument, about({})),
      step('Authorization', AuthorizationDocument, about({})),
    ],
  },
  {
    name: 'secondGuardian',
    fits: isSecondGuardian,
    steps: [step('SharedRecords', MyRecordsDocument), step('SharedRecord', RecordDocument, about({}))],
  },
  {
    name: 'revoke',
    fits: isGuardian,
    steps: [step('RevokeAuthorization', RevokeAuthorizationDocument, about({}))],
  },
  {
    name: 'review',
    fits: isOfficer,
    steps: [
      step('RecordFile', RecordFileDocument, about({})),
      step(
        'ReturnIdentity',
        DecideIdentityCheckDocument,
        aboutMany({ status: 'RETURNED' as const, reason: '姓名与户口簿不一致' }),
      ),
      step('PassIdentity', DecideIdentityCheckDocument, aboutMany({ status: 'PASSED' as const })),
      decide('ReturnResidence', 'RESIDENCE', 'RETURNED'),
    ],
  },
  {
    name: 'correct',
    fits: isGuardian,
    steps: [
      step('RecordReview', RecordReviewDocument, about({})),
      recordDetails,
      step('SubmitAgain', SubmitDetailsDocument, details('示例路 9 号院 2 号楼 301')),
    ],
  },
  {
    name: 'reject',
    fits: isOfficer,
    steps: [step('RejectRecords', RejectRecordsDocument, aboutMany({ reason: '租赁备案与住址不符' }))],
  },
  {
    name: 'appeal',
    fits: isGuardian,
    steps: [step('Appeal', AppealDocument, about({ statement: '备案已经更正，请再看一次。' }))],
  },
  {
    name: 'approve',
    fits: isOfficer,
    steps: [
      step('DecideAppeal', DecideAppealDocument, about({ accepted: true, reason: '备案已更正，重新审核' })),
      decide('PassHousehold', 'HOUSEHOLD_REGISTER'),
      decide('PassPermit', 'RESIDENCE_PERMIT'),
      decide('PassResidence', 'RESIDENCE'),
      decide('PassEmployment', 'EMPLOYMENT'),
    ],
  },
  {
    name: 'form',
    fits: isGuardian,
    steps: [
      step('CollectionForm', CollectionFormDocument, about({})),
      step('FormVerification', FormVerificationDocument, ({ collectionRecord }) => {
        const link = collectionRecord?.formUrl;
        return link ? async () => ({ code: await readFormCode(link) }) : null;
      }),
    ],
  },
  {
    name: 'preregister',
    fits: isRegistrar,
    steps: [
      step('Schools', SchoolsDocument, () => () => ({ district: DISTRICT })),
      step('BroughtForm', BroughtFormDocument, (results) => {
        const [school, brought] = [schoolIn(results), numberIn(results)];
        return school && brought ? () => ({ school, brought }) : null;
      }),
      preregister('Preregister'),
      step('UndoPreregistration', UndoPreregistrationDocument, (results) => {
        const school = schoolIn(results);
        return school ? about({ school, reason: '登错了人' })(results) : null;
      }),
      preregister('PreregisterAgain'),
    ],
  },
  {
    name: 'admit',
    fits: isOfficer,
    steps: [
      step(
        'ApproveAdmissions',
        ApproveAdmissionsDocument,
        aboutMany({ outcome: 'ADMITTED' as const, note: '8 月 25 日报到' }),
      ),
    ],
  },
  {
    name: 'publish',
    fits: isAdministrator,
    steps: [
      step('PublishResults', PublishResultsDocument, () => () => ({ district: DISTRICT, service: SERVICE })),
    ],
  },
  {
    name: 'result',
    fits: isGuardian,
    steps: [
      step('RecordResult', RecordResultDocument, about({})),
      step('AuditTrail', AuditTrailDocument, about({})),
    ],
  },
  {
    name: 'takeHome',
    fits: isGuardian,
    steps: [
      step('RequestExportCode', RequestExportCodeDocument, about({})),
      step('ConfirmExport', ConfirmExportDocument, (results) => {
        const number = numberIn(results);
        const { requestExportCode: sent } = results;
        if (!number || sent?.__typename !== 'SmsCodeSent') return null;
        return async () => ({ number, smsCode: await readSmsCode(guardian().phone, 'export', sent) });
      }),
      step('RecordExport', RecordExportDocument, (results) => {
        const number = numberIn(results);
        const { confirmExport } = results;
        if (!number || confirmExport?.__typename !== 'ExportConfirmed') return null;
        return () => ({ number, ticket: confirmExport.ticket });
      }),
    ],
  },
];
