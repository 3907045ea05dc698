import {
  ApproveAdmissionsDocument,
  DecideReviewItemDocument,
  PreregisterDocument,
  PublishResultsDocument,
  RejectRecordsDocument,
  type AdmissionOutcome,
} from '@enrolment/schema/client';
import { askAs } from './sandbox.js';

const ITEMS = ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'] as const;

/** A district's part of the way, by the API, in the steps that its officers take. */
export class Office {
  constructor(private readonly district = '01') {}

  async approve(numbers: string[]): Promise<void> {
    for (const kind of ITEMS) {
      await askAs(this.officer, DecideReviewItemDocument, { numbers, kind, status: 'PASSED' });
    }
  }

  async returnItem(numbers: string[], reason: string, remedy: string): Promise<void> {
    const decision = { kind: 'RESIDENCE', status: 'RETURNED', reason, remedy } as const;
    await askAs(this.officer, DecideReviewItemDocument, { numbers, ...decision });
  }

  async reject(numbers: string[], reason: string): Promise<void> {
    await askAs(this.officer, RejectRecordsDocument, { numbers, reason });
  }

  async preregister(numbers: string[]): Promise<void> {
    const school = `${this.district}01`;
    await askAs(`registrar-${school}`, PreregisterDocument, { numbers, school });
  }

  async decide(numbers: string[], outcome: AdmissionOutcome, note: string): Promise<void> {
    await askAs(this.officer, ApproveAdmissionsDocument, { numbers, outcome, note });
  }

  async publish(): Promise<void> {
    const place = { district: this.district, service: 'NON_LOCAL_HUKOU' } as const;
    await askAs(`admin-${this.district}`, PublishResultsDocument, place);
  }

  private get officer() {
    return `officer-${this.district}`;
  }
}
