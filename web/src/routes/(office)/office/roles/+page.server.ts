import { redirect } from '@sveltejs/kit';
import { MyRolesDocument, NoteMyRolesDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { act } from '#lib/server/act.ts';
import { requireOffice } from '#lib/server/office.ts';
import { frameRead } from '#lib/server/offices.ts';
import { safeReturnPath } from '#lib/server/return-path.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  requireOffice(event);
  const { myRoles } = await request(event, MyRolesDocument, {});
  return { account: frameRead(event.locals).viewer?.account ?? '', roles: myRoles };
};

export const actions: Actions = {
  note: async (event) => {
    const back = safeReturnPath(textIn(await event.request.formData(), 'back'), '/office/roles');
    const noted = await act(event, NoteMyRolesDocument, {});
    if (!noted.ok) return noted.failure;
    redirect(303, back);
  },
};
