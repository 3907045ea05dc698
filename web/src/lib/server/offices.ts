import type { RequestEvent } from '@sveltejs/kit';
import { mayAnywhere, type OfficeGrant } from '@enrolment/rulebook/access.ts';
import {
  MyRolesDocument,
  OfficeFrameDocument,
  type MyRolesQuery,
  type OfficeFrameQuery,
} from '@enrolment/schema/client';
import { request, submit } from '#lib/api/client.ts';

/** What everything in the office begins with, and the roles that somebody who has none has had. */
type Frame = OfficeFrameQuery & { readonly ended: MyRolesQuery['myRoles'] };

/** The frame of the office's pages, or what kept it from being read. */
export type Framed = { readonly frame: Frame } | { readonly fault: unknown };

/** Every page, act and file of the office and of the desk begins with it: a role can end in the middle of a session. */
export async function readFrame(event: RequestEvent): Promise<void> {
  const { locals, route } = event;
  if (!locals.session || !/^\/\((office|school)\)/.test(route.id ?? '')) return;
  try {
    const frame = await request(event, OfficeFrameDocument, {});
    const none = frame.viewer?.roles.length === 0;
    const ended = none ? (await request(event, MyRolesDocument, {})).myRoles : [];
    locals.framed = { frame: { ...frame, ended } };
  } catch (fault) {
    // The page tells it, or leads to the sign-in.
    locals.framed = { fault };
  }
}

/** Throws what kept the frame from being read. */
export function frameRead({ framed }: Pick<App.Locals, 'framed'>): Frame {
  if (!framed) throw new Error('this page has no frame');
  if ('fault' in framed) throw framed.fault;
  return framed.frame;
}

type Roles = NonNullable<OfficeFrameQuery['viewer']>['roles'];

/** The offices that somebody holds, to choose what a page shows. The API decides who may read and do what. */
export const officesIn = (roles: Roles): OfficeGrant[] =>
  roles.map(({ role, district, school }) => ({
    role,
    district: district?.code ?? null,
    school: school?.code ?? null,
  }));

/** Where whoever signs in without having asked for a page begins: a registrar at the school's desk, a reviewer at what waits. */
export function homeOf(offices: readonly OfficeGrant[]): string {
  if (mayAnywhere('PREREGISTER', offices)) return '/school';
  return mayAnywhere('DECIDE_GIVEN_ITEMS', offices) ? '/office/review' : '/my';
}

/** The same for whoever has just signed in. While the API is away it is the families' part, which says so. */
export async function homeAfterSignIn(event: RequestEvent): Promise<string> {
  const known = await submit(event, OfficeFrameDocument, {}).catch(() => null);
  return homeOf(known?.ok ? officesIn(known.data.viewer?.roles ?? []) : []);
}
