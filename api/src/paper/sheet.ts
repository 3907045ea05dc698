import PDFDocument from 'pdfkit';
import type { Face, PaperFonts, Weight } from './fonts.js';
import { BY_HAND, breakLines, type Line, type Piece } from './lines.js';

export const A4 = { width: 595.28, height: 841.89 } as const;
export const INK = '#1d2528';
export const SOFT = '#55626a';
export const RULE = '#aab3b1';
export const WASH = '#f2f5f3';
export const PINE = '#0f5c56';

export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: string;
  readonly leading?: number;
}

type Tag = PDFKit.PDFStructureElement;

/** The paper: text in runs of faces, rules and boxes, each either tagged for a screen reader or marked as an ornament. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  /** The root of the structure: what is read, in the order in which it is added. */
  readonly root: Tag;
  private readonly names = new Map<Face, string>();
  private open: { element: Tag; tag: string } | null = null;

  constructor(
    private readonly fonts: PaperFonts,
    info: { title: string; author: string; createdAt: Date },
  ) {
    this.doc = new PDFDocument({
      size: 'A4',
      margin: 0,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'zh-CN',
      displayTitle: true,
      autoFirstPage: false,
      // There is none, because the document's default would be embedded beside ours.
      font: '',
      info: { Title: info.title, Author: info.author, CreationDate: info.createdAt },
    });
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  wrap(text: string, width: number, { size, weight = 'regular' }: TextStyle): Line[] {
    return breakLines(text, width / size, this.fonts, weight);
  }

  /** Draws under a tag and hands it to its parent. */
  tagged(parent: Tag, tag: string, draw: () => void, options: { alt?: string; actual?: string } = {}): void {
    const element = this.doc.struct(tag, options);
    parent.add(element);
    const outer = this.open;
    this.open = { element, tag };
    element.add(this.doc.markStructureContent(tag));
    draw();
    this.doc.endMarkedContent();
    this.open = outer;
    element.end();
  }

  /** A part of what is being drawn that is read as something else. */
  private readAs(actual: string, draw: () => void): void {
    if (!this.open) return draw();
    const { element, tag } = this.open;
    this.doc.endMarkedContent();
    this.tagged(element, 'Span', draw, { actual });
    element.add(this.doc.markStructureContent(tag));
  }

  /** Draws rules, washes and page numbers, which are not read aloud. */
  ornament(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  /** Lines from `top` downwards; returns where they end. */
  lines(lines: readonly Line[], x: number, top: number, style: TextStyle): number {
    const { size, leading = size * 1.4 } = style;
    lines.forEach((line, index) => {
      // The em box of Chinese type stands 0.88 above the baseline.
      const baseline = top + index * leading + (leading - size) / 2 + size * 0.88;
      let at = x;
      for (const piece of line.pieces) {
        this.piece(piece, at, baseline, style);
        at += piece.width * size;
      }
    });
    return top + lines.length * leading;
  }

  /** Draws one line that is known to fit. */
  text(
    text: string,
    x: number,
    top: number,
    style: TextStyle,
    align: 'left' | 'right' | 'center' = 'left',
  ): void {
    const [line] = this.wrap(text, Number.POSITIVE_INFINITY, style);
    if (!line) return;
    const shift = align === 'left' ? 0 : align === 'right' ? 1 : 0.5;
    this.lines([line], x - line.width * style.size * shift, top, style);
  }

  private piece(piece: Piece, x: number, baseline: number, { size, colour = INK }: TextStyle): void {
    const { doc } = this;
    if (piece.byHand === undefined) {
      this.run(piece.text, piece.face, x, baseline, size, colour);
      return;
    }
    const gap = BY_HAND.gap * size;
    const label = x + gap * 2 + BY_HAND.box * size;
    // Screen readers and copied text get the character itself.
    this.readAs(piece.byHand, () => {
      doc.lineWidth(0.6).strokeColor(INK);
      doc.rect(x + gap, baseline - size * 0.88, BY_HAND.box * size, size).stroke();
      this.run(piece.text, piece.face, label, baseline, size * BY_HAND.size, SOFT);
    });
  }

  private run(text: string, face: Face, x: number, baseline: number, size: number, colour: string): void {
    let name = this.names.get(face);
    if (name === undefined) {
      name = `face ${this.names.size}`;
      this.names.set(face, name);
      // pdfkit takes an opened font, too, which saves reading ten megabytes for every form; its types do not say so.
      this.doc.registerFont(name, face.font as unknown as Buffer);
    }
    this.doc
      .font(name)
      .fontSize(size)
      .fillColor(colour)
      .text(text, x, baseline, { baseline: 'alphabetic', lineBreak: false });
  }
}
