import type { OfficeDashboardQuery } from '@enrolment/schema/client';
import type { Drawing } from '../charts/drawing.ts';
import type { Sheet } from '../sheet.ts';

export type Dashboard = OfficeDashboardQuery['dashboard'];
export type Rule = OfficeDashboardQuery['rules'][number];

export interface Panel {
  /** Its name in the address of its files. */
  id: string;
  title: string;
  /** One sentence about what there is to see. */
  text: string;
  /** The same numbers: a table beneath the drawing. */
  sheet: Sheet;
  /** Null for a panel that is only a table. */
  drawing: Drawing | null;
  wide: boolean;
}
