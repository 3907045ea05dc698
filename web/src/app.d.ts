import type { Display } from '#lib/display.ts';
import type { Here } from '#lib/office/address.ts';
import type { Crumb } from '#lib/page.ts';
import type { Framed } from '#lib/server/offices.ts';
import type { Session, SessionTrouble } from '#lib/server/session.ts';

declare global {
  namespace App {
    interface Error {
      /** Decides what the error page offers next; without it the status does. */
      code?: 'NOT_OPEN_YET' | 'API_AWAY' | 'PROVIDER_AWAY' | 'BUSY' | 'NO_OFFICE';
      /** The number to give to the help desk; the log has it too. */
      incident?: string;
      /** What the identity provider calls whoever has no role: an administrator needs it to give one. */
      account?: string;
      /** Roles that have ended, each in a sentence. */
      ended?: string[];
    }
    interface PageData {
      crumbs?: Crumb[];
      /** Masked; shown in the header of a child's pages. */
      childName?: string;
      /** Where 返回 leads, on pages deeper than one step. */
      back?: string;
      /** On the pages of the office and of the desk. */
      office?: { here: Here };
    }
    interface Locals {
      session: Session | null;
      sessionTrouble: SessionTrouble | null;
      /** What the pages of the office and of the desk begin with; null elsewhere. */
      framed: Framed | null;
      display: Display;
    }
  }
}

export {};
