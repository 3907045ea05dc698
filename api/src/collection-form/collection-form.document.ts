import { inFigures } from '@enrolment/rulebook/calendar.js';
import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.js';
import type { Readable } from 'node:stream';
import type { PaperFonts } from '../paper/fonts.js';
import { charactersByHand } from '../paper/lines.js';
import { drawPages } from '../paper/pages.js';
import { Sheet } from '../paper/sheet.js';
import { placeClosing } from './closing.js';
import { drawCodes } from './drawn-codes.js';
import type { CollectionFormFacts } from './facts.js';
import { sectionsOf } from './sections.js';
import { SERVICES, TITLE } from './words.js';

/** Characters on the form that no font here has: an empty box stands for each, to be filled by hand. */
export function byHandOf(facts: CollectionFormFacts, fonts: PaperFonts): string[] {
  const texts = sectionsOf(facts).flatMap(({ rows }) =>
    rows.flat().flatMap(({ label, value }) => [label, value]),
  );
  return [...new Set(texts.flatMap((text) => charactersByHand(text, fonts)))];
}

/** 学龄人口信息采集表 as PDF. */
export function renderCollectionForm(facts: CollectionFormFacts, fonts: PaperFonts): Readable {
  const { number, season, district, service, submittedAt, printedAt, version } = facts;
  const sheet = new Sheet(fonts, {
    title: `${TITLE} ${groupCollectionNumber(number)}`,
    author: `小学入学服务系统 ${district.name}`,
    createdAt: printedAt,
  });
  const times = [
    ...(submittedAt === null ? [] : [`提交时间 ${inFigures(submittedAt)}`]),
    `打印时间 ${inFigures(printedAt)}`,
    `信息版本 ${version}`,
  ];
  const phones = `${district.name}招生电话 ${district.hotline.join('、')}`;
  return drawPages(sheet, {
    title: TITLE,
    number,
    place: `${season} 年小学入学 · ${district.name} · ${SERVICES[service]}`,
    drawCodes: () => drawCodes(sheet, facts),
    sections: sectionsOf(facts),
    closing: placeClosing(facts, byHandOf(facts, fonts), sheet),
    foot: [times.join('\u3000'), `信息更改后请重新打印，旧表作废；本表是否有效，以扫码核验为准。${phones}`],
  });
}
