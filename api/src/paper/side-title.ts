import type { Sheet } from './sheet.js';

const STYLE = { size: 9.5, weight: 'bold', leading: 12.5 } as const;
const AIR = 6;

/** The least that a title needs: two columns of characters. */
export const sideTitleHeight = (title: string): number =>
  Math.ceil([...title].length / 2) * STYLE.leading + AIR;

/** A title from top to bottom, as Chinese forms have it; in two columns where there is little height. */
export function drawSideTitle(
  sheet: Sheet,
  title: string,
  box: { x: number; top: number; width: number; height: number },
): void {
  const characters = [...title];
  const columns = characters.length * STYLE.leading + AIR > box.height ? 2 : 1;
  const perColumn = Math.ceil(characters.length / columns);
  const first = box.top + (box.height - perColumn * STYLE.leading) / 2;
  const draw = () =>
    characters.forEach((character, index) => {
      const column = Math.floor(index / perColumn);
      const middle = box.x + box.width / 2 + (column - (columns - 1) / 2) * (STYLE.size + 1);
      sheet.text(character, middle, first + (index % perColumn) * STYLE.leading, STYLE, 'center');
    });
  sheet.tagged(sheet.root, 'H2', draw, { actual: title });
}
