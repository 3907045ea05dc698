/** What families leave out, or put instead, at the end of a subdistrict's name. */
const ENDS = ['', '街道', '街道办', '街道办事处', '地区', '地区办事处'];
const END = /(?:街道|地区)(?:办|办事处)?$/u;

/** The ways in which a subdistrict is written: 东直门 is 东直门街道. Towns and townships have one. */
export function spellingsOf(subdistrict: string): string[] {
  const name = subdistrict.replace(END, '');
  if (name === '' || /[镇乡]$/u.test(name)) return [subdistrict];
  return ENDS.map((end) => name + end);
}

/** The ways in which families write the subdistricts of an officer: as the district lists them, if it does. */
export const writingsIn = ({
  subdistricts = [],
  writings,
}: {
  readonly subdistricts?: readonly string[] | undefined;
  readonly writings?: readonly string[] | undefined;
}): readonly string[] => writings ?? subdistricts.flatMap(spellingsOf);
