import { inFigures } from '@enrolment/rulebook/calendar.js';
import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.js';
import { SERVICE_NAMES } from '@enrolment/rulebook/names.js';
import type { Readable } from 'node:stream';
import type { PaperFonts } from '../paper/fonts.js';
import { RIGHT } from '../paper/layout.js';
import { drawPages } from '../paper/pages.js';
import { Sheet } from '../paper/sheet.js';
import type { DecisionNoticeFacts } from './facts.js';
import { dayOf, decidedAt, sectionsOf } from './sections.js';

export const TITLE = '审核决定告知书';
const SIGNED = { size: 10.5, leading: 18 } as const;

/** 审核决定告知书 as PDF. It is an official paper and speaks Chinese, whoever prints it. */
export function renderDecisionNotice(facts: DecisionNoticeFacts, fonts: PaperFonts): Readable {
  const { number, season, district, service, office, printedAt } = facts;
  const sheet = new Sheet(fonts, {
    title: `${TITLE} ${groupCollectionNumber(number)}`,
    author: `小学入学服务系统 ${district.name}`,
    createdAt: printedAt,
  });
  const signed = [office, dayOf(decidedAt(facts))];
  return drawPages(sheet, {
    title: TITLE,
    number,
    place: `${season} 年小学入学 · ${district.name} · ${SERVICE_NAMES[service]['zh-CN']}`,
    sections: sectionsOf(facts),
    closing: {
      height: SIGNED.leading * (signed.length + 1),
      draw: (top) =>
        sheet.tagged(sheet.root, 'P', () =>
          signed.forEach((text, index) =>
            sheet.text(text, RIGHT, top + SIGNED.leading * (index + 1), SIGNED, 'right'),
          ),
        ),
    },
    foot: [
      `打印时间 ${inFigures(printedAt)}`,
      '本告知书写的是打印时最新的决定；以后有新的决定的，以新的告知书为准。',
    ],
  });
}
