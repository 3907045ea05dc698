import type { Display } from '#lib/display.ts';
import type { Crumb } from '#lib/page.ts';
import type { Session, SessionTrouble } from '#lib/server/session.ts';

declare global {
  namespace App {
    interface Error {
      /** Which way on the error page offers; without it, the status alone decides. */
      code?: 'API_AWAY' | 'PROVIDER_AWAY' | 'BUSY';
      /** To be told to the help desk, and found in the log. */
      incident?: string;
    }
    interface PageData {
      crumbs?: Crumb[];
      /** Masked; shown in the header of a child's pages. */
      childName?: string;
      /** Where 返回 leads, on pages deeper than one step. */
      back?: string;
    }
    interface Locals {
      session: Session | null;
      sessionTrouble: SessionTrouble | null;
      display: Display;
    }
  }
}

export {};
