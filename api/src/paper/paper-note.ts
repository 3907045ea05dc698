import type { Language } from '@enrolment/rulebook/refusal.js';
import { createHash } from 'node:crypto';
import type { LinkFault } from './papers.js';

/** Why there is a note in place of a paper: its link, or that nothing can be read at the moment. */
export type PaperFault = LinkFault | 'AWAY';

const TEXTS: Record<PaperFault, Record<Language, { title: string; text: string }>> = {
  FORGED: {
    'zh-CN': {
      title: '这个链接打不开',
      text: '它不完整，或者不是本系统给出的。请回到网站，从孩子的页面重新打开。',
    },
    en: {
      title: 'This link does not open',
      text: 'It is incomplete, or was not made here. Please go back to the site and open it again from the child’s page.',
    },
  },
  EXPIRED: {
    'zh-CN': {
      title: '这个链接已经过期',
      text: '为了保护孩子的信息，链接五分钟后失效。请回到网站，从孩子的页面重新打开，信息都还在。',
    },
    en: {
      title: 'This link has expired',
      text: 'To protect the child’s data a link holds for five minutes. Please go back to the site and open it again from the child’s page; nothing is lost.',
    },
  },
  GONE: {
    'zh-CN': {
      title: '这份文件现在不能打印',
      text: '信息可能已经撤销、有了变化，或者不再由您办理。请回到网站查看孩子的页面。',
    },
    en: {
      title: 'This paper cannot be printed now',
      text: 'The record may have been withdrawn, has changed, or is no longer yours to handle. Please go back to the site and see the child’s page.',
    },
  },
  AWAY: {
    'zh-CN': {
      title: '现在打不开这份文件',
      text: '系统暂时繁忙，信息都还在。请稍等片刻，刷新本页再试。',
    },
    en: {
      title: 'The paper does not open at the moment',
      text: 'The service is busy; nothing is lost. Please wait a moment and reload this page.',
    },
  },
};

const STYLE =
  'body{margin:15vh auto;max-width:34rem;padding:0 1.5rem;font:1.0625rem/1.65 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1d2528;background:#fbfaf7}h1{font-size:1.5rem;border-top:2px solid;padding-top:.75rem}@media(prefers-color-scheme:dark){body{color:#eceae4;background:#14181a}}';

/** Allows the note its style, and nothing else. */
export const NOTE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`;

/** A page for a person whose link gives no paper. */
export function paperNote(fault: PaperFault, language: Language): string {
  const { title, text } = TEXTS[fault][language];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;
}
