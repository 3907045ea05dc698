/** Narrow panels stand in pairs, and a wide one only follows a whole pair: no place stays empty before it. */
export function arranged<P extends { wide: boolean }>(panels: readonly P[]): P[] {
  const placed: P[] = [];
  const held: P[] = [];
  let halves = 0;
  for (const panel of panels) {
    if (panel.wide && halves % 2 === 1) held.push(panel);
    else placed.push(panel);
    if (panel.wide) continue;
    halves += 1;
    if (halves % 2 === 0) placed.push(...held.splice(0));
  }
  return [...placed, ...held];
}
