/** What stands in the trail as done or read. A new act gets its words in audit-trail/words.ts, or nothing compiles. */
export const AUDIT_ACTIONS = [
  'RECORD_REGISTERED',
  'RECORD_READ',
  'DOCUMENTS_REVEALED',
  'RECORD_EXPORTED',
  'RECORD_EXPORTED_WHOLE',
  'FORM_PRINTED',
  'RECORD_WITHDRAWN',
  'REGISTRATION_CORRECTED',
  'DETAILS_SAVED',
  'DETAILS_SUBMITTED',
  'AUTHORIZATION_GRANTED',
  'AUTHORIZATION_REVOKED',
  'AUTHORIZATION_ENDED',
  'IDENTITY_CHECK_PASSED',
  'IDENTITY_CHECK_RETURNED',
  'IDENTITY_CHECK_FAILED',
  'ITEM_PENDING',
  'ITEM_PASSED',
  'ITEM_RETURNED',
  'ITEM_FAILED',
  'RECORD_REJECTED',
  'APPEAL_MADE',
  'APPEAL_ACCEPTED',
  'APPEAL_DISMISSED',
  'PREREGISTERED',
  'ADMISSION_PENDING',
  'ADMISSION_ADMITTED',
  'ADMISSION_NOT_ADMITTED',
  'RESULTS_PUBLISHED',
  'PHASE_SET',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What a family is not told before the district's calendar shows verdicts, and before the result is published. */
export const VERDICT_ACTIONS: readonly AuditAction[] = [
  'ITEM_PENDING',
  'ITEM_PASSED',
  'ITEM_RETURNED',
  'ITEM_FAILED',
  'RECORD_REJECTED',
];
export const ADMISSION_ACTIONS: readonly AuditAction[] = [
  'ADMISSION_PENDING',
  'ADMISSION_ADMITTED',
  'ADMISSION_NOT_ADMITTED',
];
