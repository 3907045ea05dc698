import type { FastifyInstance } from 'fastify';
import { makeChildren } from './children.js';
import type { SandboxDatabase } from './database.js';
import { IDENTITIES } from './identities.js';
import { Html, html, languageOf, sendPage } from './page.js';
import type { SandboxSettings } from './settings.js';
import type { SmsInbox } from './sms-inbox.js';
import { SYSTEM_SECRET, SYSTEMS } from './systems.js';

const time = (iso: string) =>
  new Date(iso).toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour12: false,
    dateStyle: 'short',
    timeStyle: 'medium',
  });

/** The sandbox's front door and the SMS inbox, for people. */
export function registerPages(
  app: FastifyInstance,
  settings: SandboxSettings,
  inbox: SmsInbox,
  database: SandboxDatabase,
): void {
  app.get<{ Querystring: { phone?: string } }>('/inbox', (request, reply) => {
    const language = languageOf(request);
    const en = language === 'en';
    const phone = request.query.phone ?? null;
    const messages = inbox.list(phone).slice(0, 50);
    return sendPage(reply, {
      language,
      title: en ? 'SMS inbox' : '短信收件箱',
      refreshSeconds: 4,
      body: html`<h1>${en ? 'SMS inbox' : '短信收件箱'}</h1>
        <p class="lead">
          ${en ? 'Every message that the service sends, newest first. This page refreshes by itself.' : '系统发出的每一条短信，最新的在最上面。这一页会自己刷新。'}
          ${phone ? html`<a href="/inbox">${en ? 'All phones' : '看所有手机号'}</a>` : ''}
        </p>
        ${messages.length === 0 ? html`<p class="lead">${en ? 'Nothing yet.' : '还没有短信。'}</p>` : ''}
        <ul class="rows">
          ${messages.map(
            (sms) =>
              html`<li>
                <p class="soft num">
                  <a href="/inbox?phone=${sms.phone}">${sms.phone}</a> · ${time(sms.sentAt)}
                </p>
                ${sms.code ? html`<p class="code num">${sms.code}</p>` : ''}
                <p lang="${sms.text.startsWith('【') ? 'zh-CN' : 'en'}">${sms.text}</p>
              </li>`,
          )}
        </ul>`,
    });
  });

  app.get('/', async (request, reply) => {
    const language = languageOf(request);
    const en = language === 'en';
    const season = await database.season().catch(() => null);
    const children = season ? makeChildren(5, season) : [];
    const button = (seconds: number, label: string) =>
      html`<form method="post" action="/clock/advance">
        <button name="seconds" value="${seconds}">${label}</button>
      </form>`;
    const rows = children.map(
      (child) =>
        html`<tr>
          <td>${child.name}</td>
          <td class="num">${child.documentNumber}</td>
          <td class="num">${child.birthDate}</td>
          <td>${child.sex === 'MALE' ? (en ? 'boy' : '男') : en ? 'girl' : '女'}</td>
        </tr>`,
    );
    return sendPage(reply, {
      language,
      title: en ? 'Sandbox' : '试用环境',
      body: html`<h1>${en ? 'Sandbox' : '试用环境'}</h1>
        <p class="lead">
          ${en ? 'Stands in for the city’s identity service, the SMS gateway and the verification service.' : '这里代替城市的统一身份认证、短信网关和核验服务，供试用和开发。'}
        </p>
        <p class="lead">
          <a href="${settings.webOrigin}/">${en ? 'To the site' : '去网站'}</a> ·
          <a href="/inbox">${en ? 'SMS inbox' : '短信收件箱'}</a>
        </p>
        <h2>${en ? 'Made-up children' : '虚构的孩子'}</h2>
        <p class="lead">
          ${en ? 'Of the right age for this season, to copy into the registration.' : '年龄正好符合今年，可以抄到注册页试。'}
        </p>
        <div class="scroll" tabindex="0">
          <table>
            <thead>
              <tr>
                <th>${en ? 'Name' : '姓名'}</th>
                <th>${en ? 'Resident ID' : '居民身份证号码'}</th>
                <th>${en ? 'Born' : '出生日期'}</th>
                <th>${en ? 'Sex' : '性别'}</th>
              </tr>
            </thead>
            <tbody>
              ${rows}
            </tbody>
          </table>
        </div>
        <h2>${en ? 'People' : '可以登录的人'}</h2>
        <ul class="rows">
          ${IDENTITIES.map(
            ({ name, about, phone, documentNumber }) =>
              html`<li>
                ${name}：${about[language]}
                <p class="soft num">${phone} · ${documentNumber}</p>
              </li>`,
          )}
        </ul>
        <h2>${en ? 'Systems' : '可以接入的系统'}</h2>
        <p class="lead">
          ${en ? 'Programs get a token by client credentials:' : '程序用客户端凭证（client credentials）取得令牌：'}
          <code
            >curl -u ${SYSTEMS[0]!.id}:${SYSTEM_SECRET} -d grant_type=client_credentials -d scope=dashboards
            ${settings.url}/oidc/token</code
          >
        </p>
        <ul class="rows">
          ${SYSTEMS.map(
            ({ id, name, scopes }) =>
              html`<li>
                ${name}
                <p class="soft num">${id} · ${scopes.join(' ')}</p>
              </li>`,
          )}
        </ul>
        <h2>${en ? 'Clock' : '时钟'}</h2>
        <p class="lead num">${time(new Date().toISOString())}</p>
        <p class="soft">
          ${en ? 'Moves forward only: for trying out cooldowns and closing times.' : '只能往前拨，用来试间隔和截止时间。'}
        </p>
        <div class="acts">
          ${[button(180, en ? '+3 minutes' : '+3 分钟'), button(86_400, en ? '+1 day' : '+1 天')] as Html[]}
        </div>`,
    });
  });
}
