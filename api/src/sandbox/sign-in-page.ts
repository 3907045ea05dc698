import type { Language } from '@enrolment/rulebook/refusal.js';
import type { FastifyInstance, FastifyReply } from 'fastify';
import QRCode from 'qrcode';
import { findIdentity, IDENTITIES, type SandboxIdentity } from './identities.js';
import type { IdentityProvider } from './identity-provider.js';
import { Html, html, languageOf, sendPage } from './page.js';
import type { SandboxSettings } from './settings.js';

const TEXTS = {
  'zh-CN': {
    title: '登录：北京市统一身份认证（试用）',
    scan: '请用“京通”小程序扫码',
    scanHint: '试用环境里，用手机扫码会打开一页，选一位虚构的人就登录了。没有手机也没关系，在下面选。',
    choose: '选一位虚构的人登录',
    families: '家长',
    office: '工作人员',
    chosen: '已选好，请看电脑上的页面。',
    qr: '登录用的二维码',
    gone: '这次登录已经过期，请回到网站重新登录。',
  },
  en: {
    title: 'Sign in: city identity service (sandbox)',
    scan: 'Scan with the city’s app',
    scanHint:
      'In the sandbox the code opens a page on your phone where you choose somebody made up. Without a phone, choose below.',
    choose: 'Choose somebody made up to sign in as',
    families: 'Families',
    office: 'Staff',
    chosen: 'Chosen: please look at the other screen.',
    qr: 'QR code to sign in',
    gone: 'This sign-in has expired; please go back to the site and sign in again.',
  },
};

/** The city's sign-in, as a page made for people: a QR code, and beneath it everyone there is. */
export function registerSignIn(
  app: FastifyInstance,
  { provider }: IdentityProvider,
  settings: SandboxSettings,
): void {
  /** The person who was chosen on a phone for a sign-in on another screen. */
  const chosen = new Map<string, string>();

  const gone = (reply: FastifyReply, language: Language) =>
    sendPage(reply.status(410), {
      language,
      title: TEXTS[language].title,
      body: html`<h1>${TEXTS[language].gone}</h1>
        <p class="lead"><a href="${settings.webOrigin}/">${settings.webOrigin}</a></p>`,
    });

  app.get<{ Params: { uid: string } }>('/oidc/interaction/:uid', async (request, reply) => {
    const language = languageOf(request);
    const texts = TEXTS[language];
    const { uid } = request.params;
    const known = await provider.interactionDetails(request.raw, reply.raw).catch(() => null);
    if (known?.uid !== uid) return gone(reply, language);
    const code = await QRCode.toString(`${settings.url}/oidc-qr/${uid}`, { type: 'svg', margin: 2 });
    return sendPage(reply, {
      language,
      title: texts.title,
      formsTo: settings.webOrigin,
      body: html`<h1>${texts.scan}</h1>
        <div class="qr">
          <div role="img" aria-label="${texts.qr}">${new Html(code)}</div>
          <p class="soft">${texts.scanHint}</p>
        </div>
        <h2>${texts.choose}</h2>
        ${people(language, `/oidc/interaction/${uid}`)}`,
      script: `setInterval(async()=>{const r=await fetch(location.pathname+'/chosen').catch(()=>null);if(r&&r.ok&&(await r.json()).chosen)location.assign(location.pathname+'/continue')},1500)`,
    });
  });

  const finish = async (
    request: { raw: Parameters<typeof provider.interactionFinished>[0] },
    reply: FastifyReply,
    id: string,
  ) => {
    reply.hijack();
    await provider.interactionFinished(request.raw, reply.raw, { login: { accountId: id } });
  };

  app.post<{ Params: { uid: string }; Body: { identity?: string } }>(
    '/oidc/interaction/:uid',
    async (request, reply) => {
      const identity = findIdentity(request.body.identity ?? '');
      const known = await provider.interactionDetails(request.raw, reply.raw).catch(() => null);
      if (!identity || known?.uid !== request.params.uid) return gone(reply, languageOf(request));
      return finish(request, reply, identity.id);
    },
  );

  app.get<{ Params: { uid: string } }>('/oidc/interaction/:uid/chosen', (request) => ({
    chosen: chosen.has(request.params.uid),
  }));

  app.get<{ Params: { uid: string } }>('/oidc/interaction/:uid/continue', async (request, reply) => {
    const { uid } = request.params;
    const id = chosen.get(uid);
    const known = await provider.interactionDetails(request.raw, reply.raw).catch(() => null);
    if (!id || known?.uid !== uid) return gone(reply, languageOf(request));
    chosen.delete(uid);
    return finish(request, reply, id);
  });

  app.get<{ Params: { uid: string } }>('/oidc-qr/:uid', async (request, reply) => {
    const language = languageOf(request);
    const { uid } = request.params;
    if (!(await provider.Interaction.find(uid))) return gone(reply, language);
    return sendPage(reply, {
      language,
      title: TEXTS[language].title,
      body: html`<h1>${TEXTS[language].choose}</h1>
        ${people(language, `/oidc-qr/${uid}`)}`,
    });
  });

  app.post<{ Params: { uid: string }; Body: { identity?: string } }>(
    '/oidc-qr/:uid',
    async (request, reply) => {
      const language = languageOf(request);
      const { uid } = request.params;
      const identity = findIdentity(request.body.identity ?? '');
      if (!identity || !(await provider.Interaction.find(uid))) return gone(reply, language);
      chosen.set(uid, identity.id);
      return sendPage(reply, {
        language,
        title: TEXTS[language].title,
        body: html`<h1>${TEXTS[language].chosen}</h1>`,
      });
    },
  );
}

function people(language: Language, action: string): Html {
  const texts = TEXTS[language];
  const group = (title: string, members: readonly SandboxIdentity[]) =>
    html`<h3 class="soft">${title}</h3>
      <ul class="people">
        ${members.map(
          ({ id, name, about }) =>
            html`<li>
              <button name="identity" value="${id}">${name}<small>${about[language]}</small></button>
            </li>`,
        )}
      </ul>`;
  return html`<form method="post" action="${action}">
    ${group(
      texts.families,
      IDENTITIES.filter(({ role }) => role === 'GUARDIAN'),
    )}
    ${group(
      texts.office,
      IDENTITIES.filter(({ role }) => role !== 'GUARDIAN'),
    )}
  </form>`;
}
