import {
  AcceptCorrectionRequestDocument,
  ApiTokensDocument,
  CalendarPreviewDocument,
  ConfirmCorrectionRequestDocument,
  CorrectionRequestDocument,
  CorrectRegistrationDocument,
  CreateApiTokenDocument,
  CreateReturnTextDocument,
  CreateWebhookDocument,
  DashboardDocument,
  DeleteWebhookDocument,
  FreezeRecordDocument,
  JobDocument,
  MarkNotDuplicateDocument,
  NearDuplicatesDocument,
  OfficeConversationDocument,
  OfficeCalendarDocument,
  RecordChangesDocument,
  RecordListDocument,
  RecordPeopleDocument,
  RequestCorrectionDocument,
  RetentionDueDocument,
  OwnAnswersDocument,
  OwnSentencesDocument,
  OwnSubdistrictsDocument,
  ReturnTextDocument,
  ReturnTextsDocument,
  RevokeApiTokenDocument,
  RotateWebhookSecretDocument,
  SetCalendarDocument,
  ServiceHealthDocument,
  SetPhaseDocument,
  SetSentencesDocument,
  SetSubdistrictsDocument,
  SimulatePolicyDocument,
  SimulationDocument,
  StartBulkDocument,
  TryBulkDocument,
  UnfreezeRecordDocument,
  WaitingFamiliesDocument,
  WebhookDeliveriesDocument,
  WebhooksDocument,
  WriteMessageDocument,
} from '@enrolment/schema/client';
import { DISTRICT, isAdministrator, isCity, isGuardian, isOfficer, SERVICE, step, type Job } from './job';
import type { Results } from './results';
import { makeUpPhone } from './sandbox';

const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

/** Registered here, for whichever service. */
const registered = ({ registerChild }: Results): string | null =>
  registerChild?.__typename === 'CollectionRecord' ? registerChild.number : null;

/** Filled in with the number of the child that was registered last. */
const aboutRegistered =
  <Rest extends object>(rest: Rest) =>
  (known: Results) => {
    const number = registered(known);
    return number ? () => ({ number, ...rest }) : null;
  };

const board = step('Dashboard', DashboardDocument, () => () => ({ district: DISTRICT, days: 14 }));

const list = step('RecordList', RecordListDocument, () => () => ({
  filter: { district: DISTRICT, service: SERVICE },
  orderBy: 'STAGE_SINCE_ASC' as const,
  first: 20,
  total: true,
}));

/** What staff can ask as it stands here, wherever the API runs. */
export const READING: readonly Job[] = [
  { name: 'list', fits: isOfficer, steps: [list] },
  { name: 'board', fits: isAdministrator, steps: [board] },
];

const asked = step('FindRecord', RecordListDocument, (known) => {
  const number = registered(known);
  return number ? () => ({ filter: { search: number }, first: 1 }) : null;
});

const correction: Job = {
  name: 'correction',
  fits: isOfficer,
  steps: [
    step('RecordPeople', RecordPeopleDocument, aboutRegistered({})),
    step(
      'CorrectRegistration',
      CorrectRegistrationDocument,
      aboutRegistered({ input: { childName: '测试更正' }, reason: '家长携户口簿到现场更正' }),
    ),
  ],
};

/** 疑似重复: the twin of the child before shares guardian and birth date with it. The queue finds the two within a minute. */
const duplicates: Job = {
  name: 'duplicates',
  fits: isOfficer,
  steps: [
    step('AlikeRecords', RecordListDocument, () => () => ({
      filter: { district: DISTRICT, nearDuplicate: true },
      first: 20,
    })),
    step('NearDuplicates', NearDuplicatesDocument, aboutRegistered({})),
    step('MarkNotDuplicate', MarkNotDuplicateDocument, (known) => {
      const other = known.collectionRecord?.nearDuplicates?.[0]?.number;
      return other ? aboutRegistered({ other, reason: '双胞胎，两份出生医学证明都核对过' })(known) : null;
    }),
    step('FreezeRecord', FreezeRecordDocument, aboutRegistered({ reason: '两家都说证件是自己孩子的' })),
    step('UnfreezeRecord', UnfreezeRecordDocument, aboutRegistered({ reason: '派出所已经答复' })),
  ],
};

/** 更正申请: a phone decides who gets the codes, so two people of the district agree to another one. */
const requests: readonly Job[] = [
  {
    name: 'askCorrection',
    fits: isGuardian,
    steps: [
      step('RequestCorrection', RequestCorrectionDocument, (known) =>
        aboutRegistered({
          input: { guardianPhone: makeUpPhone() },
          evidence: '原来的手机丢了，身份证原件可以核对。',
        })(known),
      ),
    ],
  },
  {
    name: 'acceptCorrection',
    fits: isOfficer,
    steps: [
      step('CorrectionRequests', RecordListDocument, () => () => ({
        filter: { district: DISTRICT, correctionRequested: true },
        first: 20,
      })),
      step('CorrectionRequest', CorrectionRequestDocument, aboutRegistered({})),
      step(
        'AcceptCorrectionRequest',
        AcceptCorrectionRequestDocument,
        aboutRegistered({ reason: '核对了身份证原件' }),
      ),
    ],
  },
  {
    name: 'confirmCorrection',
    fits: isAdministrator,
    steps: [
      step('ReadCorrectionRequest', CorrectionRequestDocument, aboutRegistered({})),
      step('ConfirmCorrectionRequest', ConfirmCorrectionRequestDocument, aboutRegistered({})),
    ],
  },
];

const messages: Job = {
  name: 'messages',
  fits: isOfficer,
  steps: [
    step('WaitingFamilies', WaitingFamiliesDocument, () => () => ({
      filter: { district: DISTRICT, awaitsAnswer: true },
      first: 20,
    })),
    step('OfficeConversation', OfficeConversationDocument, aboutRegistered({})),
    step(
      'WriteMessage',
      WriteMessageDocument,
      aboutRegistered({ text: '您好，孩子的信息正在审核，有结果会发短信通知。' }),
    ),
  ],
};

const jobIn = (answer: Results['tryBulk']): string | null =>
  answer?.__typename === 'Job' ? answer.id : null;

const seen = (label: 'SeeDryRun' | 'SeeBulk', of: 'tryBulk' | 'startBulk') => ({
  ...step(label, JobDocument, (known) => {
    const id = jobIn(known[of]);
    return id ? () => ({ id, first: 20 }) : null;
  }),
});

/** Several records by a filter are no more than this one here, so that the example takes nobody's work. */
const bulk: Job = {
  name: 'bulk',
  fits: isOfficer,
  steps: [
    step('TryBulk', TryBulkDocument, (known) => {
      const number = registered(known);
      return number
        ? () => ({ kind: 'CLAIM_RECORDS' as const, filter: { district: DISTRICT, search: number } })
        : null;
    }),
    seen('SeeDryRun', 'tryBulk'),
    step('StartBulk', StartBulkDocument, ({ tryBulk }) => {
      const dryRun = jobIn(tryBulk);
      return dryRun ? () => ({ dryRun }) : null;
    }),
    seen('SeeBulk', 'startBulk'),
  ],
};

/** The window of the review stays where the sandbox has laid it: around today. */
const correctionPhase = () => ({
  service: SERVICE,
  kind: 'CORRECTION' as const,
  opensAt: inDays(-2),
  closesAt: inDays(60),
});

const calendar: Job = {
  name: 'calendar',
  fits: isAdministrator,
  steps: [
    step('OfficeCalendar', OfficeCalendarDocument, () => () => ({ district: DISTRICT })),
    step('TryCalendar', SetCalendarDocument, ({ districtCalendar }) =>
      districtCalendar
        ? () => ({
            input: {
              district: DISTRICT,
              revision: districtCalendar.revision,
              dryRun: true,
              windows: [correctionPhase()],
            },
          })
        : null,
    ),
    step('CalendarPreview', CalendarPreviewDocument, () => () => ({
      district: DISTRICT,
      service: SERVICE,
      at: inDays(30),
      stage: 'RETURNED' as const,
      windows: [correctionPhase()],
    })),
    step('SetPhase', SetPhaseDocument, () => () => ({
      district: DISTRICT,
      ...correctionPhase(),
    })),
  ],
};

/** A text of this name there may be already: then it is refused, and says so. */
const texts: Job = {
  name: 'texts',
  fits: isAdministrator,
  steps: [
    step('ReturnTexts', ReturnTextsDocument, () => () => ({ district: DISTRICT })),
    step('CreateReturnText', CreateReturnTextDocument, () => () => ({
      district: DISTRICT,
      kind: 'RESIDENCE' as const,
      input: {
        name: '缺产权页',
        nameEn: 'Page missing',
        reason: '房产证没有产权页。',
        reasonEn: 'The page of the owners is missing.',
        remedy: '请补充产权页，再重新提交。',
      },
    })),
    step('ReturnText', ReturnTextDocument, ({ createReturnText }) =>
      createReturnText?.__typename === 'ReturnText' ? () => ({ id: createReturnText.id }) : null,
    ),
  ],
};

/** Only tried: nothing is changed. */
const sentences: Job = {
  name: 'sentences',
  fits: isAdministrator,
  steps: [
    step('OwnSentences', OwnSentencesDocument, () => () => ({ district: DISTRICT })),
    step('SetSentences', SetSentencesDocument, ({ ownData }) =>
      ownData?.sentences
        ? () => ({
            list: { district: DISTRICT, revision: ownData.sentences.revision, dryRun: true },
            entries: [
              {
                kind: 'APPROVED' as const,
                text: '窗口工作日 9:00-17:00 办公。',
                textEn: 'The desk is open on working days, 9:00–17:00.',
              },
            ],
          })
        : null,
    ),
    step('OwnAnswers', OwnAnswersDocument, () => () => ({ district: DISTRICT })),
  ],
};

/** Tried alone: the list stays as the district has it. */
const subdistricts: Job = {
  name: 'subdistricts',
  fits: isAdministrator,
  steps: [
    step('OwnSubdistricts', OwnSubdistrictsDocument, () => () => ({ district: DISTRICT })),
    step('TrySubdistricts', SetSubdistrictsDocument, ({ ownData }) => {
      const list = ownData?.subdistricts;
      if (!list) return null;
      const added = { name: '示例新区街道', nameEn: 'New Shili Subdistrict', formerNames: ['示例乡'] };
      return () => ({
        list: { district: DISTRICT, revision: list.revision, dryRun: true },
        entries: [...list.entries, added],
      });
    }),
  ],
};

const city: Job = {
  name: 'city',
  fits: isCity,
  steps: [
    step('CityDashboard', DashboardDocument, () => () => ({ days: 14 })),
    step('ServiceHealth', ServiceHealthDocument, () => () => ({})),
    step('SimulatePolicy', SimulatePolicyDocument, () => () => ({
      input: { residenceSince: inDays(-3 * 365).slice(0, 10) },
    })),
    step('Simulation', SimulationDocument, ({ simulatePolicy }) =>
      simulatePolicy?.__typename === 'Simulation' ? () => ({ id: simulatePolicy.id }) : null,
    ),
    step('RetentionDue', RetentionDueDocument),
  ],
};

export const OFFICES: readonly Job[] = [
  { name: 'list', fits: isOfficer, steps: [list, asked] },
  correction,
  duplicates,
  ...requests,
  messages,
  bulk,
  { name: 'board', fits: isAdministrator, steps: [board] },
  calendar,
  texts,
  sentences,
  subdistricts,
  city,
];

/** As the system that the token of this example lets in, and not as whoever is signed in. */
const asSystem = ({ createApiToken }: Results): Record<string, string> =>
  createApiToken ? { authorization: `Bearer ${createApiToken.secret}` } : {};

const withToken = (label: 'AskAsSystem' | 'ListAsSystem' | 'AskRevoked') => {
  const [document, variables] =
    label === 'ListAsSystem'
      ? [RecordListDocument, { filter: { district: DISTRICT }, first: 10 }]
      : [DashboardDocument, { district: DISTRICT, days: 7 }];
  return {
    ...step(label, document as typeof DashboardDocument, ({ createApiToken }) =>
      createApiToken ? () => variables : null,
    ),
    headers: asSystem,
  };
};

const token: Job = {
  name: 'token',
  fits: isAdministrator,
  steps: [
    step('CreateApiToken', CreateApiTokenDocument, () => () => ({
      input: {
        name: '示例业务系统',
        district: DISTRICT,
        scopes: ['DASHBOARDS' as const, 'LISTS' as const],
        expiresAt: inDays(30),
      },
    })),
    withToken('AskAsSystem'),
    withToken('ListAsSystem'),
    step('ApiTokens', ApiTokensDocument, () => () => ({ first: 10 })),
    step('RevokeApiToken', RevokeApiTokenDocument, ({ createApiToken }) =>
      createApiToken ? () => ({ id: createApiToken.id }) : null,
    ),
    withToken('AskRevoked'),
  ],
};

const webhookIn = ({ createWebhook }: Results): string | null =>
  createWebhook?.__typename === 'WebhookSecret' ? createWebhook.webhook.id : null;

const aboutWebhook = (results: Results) => {
  const id = webhookIn(results);
  return id ? () => ({ id }) : null;
};

const webhook: Job = {
  name: 'webhook',
  fits: isAdministrator,
  steps: [
    step('CreateWebhook', CreateWebhookDocument, () => () => ({
      // Nobody can have this name: what is sent there fails, and stands in the log.
      input: { district: DISTRICT, name: '示例接收方', url: 'https://receiver.example/enrolment' },
    })),
    step('Webhooks', WebhooksDocument, () => () => ({ first: 10 })),
    step('WebhookDeliveries', WebhookDeliveriesDocument, (known) => {
      const id = webhookIn(known);
      return id ? () => ({ webhook: id, first: 10 }) : null;
    }),
    step('RotateWebhookSecret', RotateWebhookSecretDocument, aboutWebhook),
    step('DeleteWebhook', DeleteWebhookDocument, aboutWebhook),
  ],
};

const changes: Job = {
  name: 'changes',
  fits: isAdministrator,
  steps: [step('RecordChanges', RecordChangesDocument, () => () => ({ first: 10 }))],
};

export const SYSTEMS: readonly Job[] = [token, webhook, changes];
