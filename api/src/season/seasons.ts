import { presentSeason } from '@enrolment/rulebook/season.js';
import type { ReferenceData } from '../database/reference-data.js';
import { notSetUp } from '../platform/errors.js';
import type { Season } from './season.entity.js';

/** The seasons of one operation. */
export class Seasons {
  constructor(private readonly reference: ReferenceData) {}

  /** All of them, the newest first. */
  all(): Promise<readonly Season[]> {
    return this.reference.seasons();
  }

  /** The one that whoever comes new is shown. */
  async present(): Promise<Season> {
    const present = presentSeason(await this.all());
    if (!present) throw notSetUp();
    return present;
  }

  /** The one of a year, or the present one; null for a year that nobody has opened yet. */
  async shown(year: number | null): Promise<Season | null> {
    if (year === null) return this.present();
    return (await this.all()).find((season) => season.year === year && season.state !== 'PLANNED') ?? null;
  }
}
