const NUMERALS = ['一', '二', '三', '四', '五', '六', '七'];

/** The address of a clause that the rulebook cites: 一(二)3 is at `/manual#1-2-3`. Null for a law or a standard. */
export function clauseAddress(clause: string): string | null {
  const found = /^([一二三四五六七])(?:\(([一二])\)(\d)?)?$/.exec(clause);
  if (!found) return null;
  const [, chapter, section, paragraph] = found;
  const numbers = [chapter, section].flatMap((numeral) => (numeral ? [NUMERALS.indexOf(numeral) + 1] : []));
  return `/manual#${[...numbers, ...(paragraph ? [paragraph] : [])].join('-')}`;
}
