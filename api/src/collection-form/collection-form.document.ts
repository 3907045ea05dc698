import { inFigures } from '@enrolment/rulebook/calendar.js';
import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.js';
import type { Readable } from 'node:stream';
import { placeClosing } from './closing.js';
import type { CollectionFormFacts } from './facts.js';
import type { FormFonts } from './fonts.js';
import { drawHeader, drawLaterHeader, HEADER, TOP } from './header.js';
import { paginate, placeRows, RIGHT, TABLE } from './layout.js';
import { charactersByHand } from './lines.js';
import { sectionsOf } from './sections.js';
import { A4, RULE, Sheet, SOFT } from './sheet.js';
import { drawRows } from './table.js';
import { TITLE } from './words.js';

const FOOTER = 40;
const BOTTOM = A4.height - 30;

/** Characters on the form that no font here has: an empty box stands for each, to be filled by hand. */
export function byHandOf(facts: CollectionFormFacts, fonts: FormFonts): string[] {
  const texts = sectionsOf(facts).flatMap(({ rows }) =>
    rows.flat().flatMap(({ label, value }) => [label, value]),
  );
  return [...new Set(texts.flatMap((text) => charactersByHand(text, fonts)))];
}

/** 学龄人口信息采集表 as PDF. */
export function renderCollectionForm(facts: CollectionFormFacts, fonts: FormFonts): Readable {
  const sheet = new Sheet(fonts, {
    title: `${TITLE} ${groupCollectionNumber(facts.number)}`,
    author: `小学入学服务系统 ${facts.district.name}`,
    createdAt: facts.printedAt,
  });
  const closing = placeClosing(facts, byHandOf(facts, fonts), sheet);
  const room = BOTTOM - FOOTER - TOP;
  const pages = paginate(
    placeRows(sectionsOf(facts), sheet),
    { first: room - HEADER.first, later: room - HEADER.later },
    closing.height,
  );
  pages.forEach((rows, index) => {
    sheet.doc.addPage();
    if (index === 0) drawHeader(sheet, facts);
    else drawLaterHeader(sheet, facts);
    const end = drawRows(sheet, rows, TOP + (index === 0 ? HEADER.first : HEADER.later));
    if (index === pages.length - 1) closing.draw(end);
    drawFooter(sheet, facts, { page: index + 1, of: pages.length });
  });
  sheet.root.end();
  sheet.doc.end();
  return sheet.doc;
}

function drawFooter(
  sheet: Sheet,
  facts: CollectionFormFacts,
  { page, of }: { page: number; of: number },
): void {
  const top = BOTTOM - FOOTER + 12;
  const style = { size: 7.5, colour: SOFT, leading: 11 };
  const times = [
    ...(facts.submittedAt === null ? [] : [`提交时间 ${inFigures(facts.submittedAt)}`]),
    `打印时间 ${inFigures(facts.printedAt)}`,
    `信息版本 ${facts.version}`,
  ];
  const phones = `${facts.district.name}招生电话 ${facts.district.hotline.join('、')}`;
  const texts = () => {
    sheet.text(times.join('\u3000'), TABLE.left, top, style);
    sheet.text(
      `信息更改后请重新打印，旧表作废；本表是否有效，以扫码核验为准。${phones}`,
      TABLE.left,
      top + style.leading,
      style,
    );
  };
  // Read once; on the pages after it is an ornament, as page numbers are.
  if (page === 1) sheet.tagged(sheet.root, 'P', texts);
  sheet.ornament(() => {
    if (page > 1) texts();
    sheet.text(`第 ${page} 页\u3000共 ${of} 页`, RIGHT, top, style, 'right');
    sheet.doc
      .lineWidth(0.5)
      .strokeColor(RULE)
      .moveTo(TABLE.left, top - 4)
      .lineTo(RIGHT, top - 4)
      .stroke();
  });
}
