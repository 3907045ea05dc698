import { render } from 'svelte/server';
import chartStyle from './chart.css?raw';
import type { Drawing } from './drawing.ts';
import DrawingView from './DrawingView.svelte';
import tokens from '#lib/styles/tokens.css?raw';

/** Wide enough for a page of a report. */
const WIDTH = 720;
const MARGIN = 16;

/** A drawing as a file of its own: light colours on white, and nothing loaded from elsewhere. */
export function toSvg(drawing: Drawing, title: string): string {
  const { body } = render(DrawingView, { props: { drawing, width: WIDTH, label: title } });
  const svg = /<svg[^]*<\/svg>/.exec(body)![0].replaceAll(/<!--[^]*?-->/g, '');
  const height = Number(/ height="(\d+)"/.exec(svg)![1]);
  const [width, tall] = [WIDTH + 2 * MARGIN, height + 2 * MARGIN + 28];
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${tall}" width="${width}" height="${tall}">
<style>${lightColours(chartStyle)}</style>
<rect width="100%" height="100%" fill="#fff"/>
<text class="b" x="${MARGIN}" y="${MARGIN + 14}">${escaped(title)}</text>
<g transform="translate(${MARGIN} ${MARGIN + 28})">${svg}</g>
</svg>
`;
}

/** Replaces each `var(--name)` by its light value in the tokens. */
function lightColours(style: string): string {
  return style.replaceAll(/var\((--[\w-]+)\)/g, (whole, name: string) => {
    const value = new RegExp(`${name}:\\s*([^;]+);`).exec(tokens)?.[1]?.replaceAll(/\s+/g, ' ');
    return value?.replace(/light-dark\((.*?), .*\)/, '$1') ?? whole;
  });
}

const escaped = (text: string) =>
  text.replaceAll(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!);
