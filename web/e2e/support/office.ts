import {
  ApproveAdmissionsDocument,
  DecideReviewItemDocument,
  PreregisterDocument,
  PublishResultsDocument,
  RejectRecordsDocument,
  type AdmissionOutcome,
  type ReviewItemKind,
} from '@enrolment/schema/client';
import { askAs } from './sandbox.js';

const ITEMS = ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'] as const;

/** Takes a record through the district's steps, by the API. */
export class Office {
  private readonly district: string;

  constructor(district = '01') {
    this.district = district;
  }

  async approve(numbers: string[], items: readonly ReviewItemKind[] = ITEMS): Promise<void> {
    for (const kind of items) {
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
