import { businessDay, isCalendarDate } from '@enrolment/rulebook/calendar.js';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml';

/** A file of the set-up, as it came: YAML as text, a workbook as bytes. */
export type SetupFile =
  { readonly name: string; readonly text: string } | { readonly name: string; readonly bytes: Uint8Array };

export const isWorkbook = (name: string): boolean => /\.xlsx$/i.test(name);

export interface Place {
  readonly file: string;
  /** The sheet of a workbook in which `line` is the row. */
  readonly sheet?: string;
  readonly line: number;
}

/** What is wrong, and where. */
export interface Mistake extends Place {
  readonly message: string;
}

/** Reads the nodes of one file and keeps what is wrong with them. */
export class Reader {
  readonly mistakes: Mistake[] = [];

  constructor(
    private readonly placeOf: (node: Node | null) => Place,
    /** Midnight of today, where days may be told from today; null where they must be dates. */
    readonly today: number | null,
  ) {}

  place(node: Node | null): Place {
    return this.placeOf(node);
  }

  fail(node: Node | null, message: string): undefined {
    this.mistakes.push({ ...this.place(node), message });
    return undefined;
  }
}

/** Reads a value; undefined for one that is not right, after the reader has been told. */
export type Field<Value> = ((node: Node | null, reader: Reader) => Value | undefined) & {
  readonly optional?: boolean;
  /** A list of texts or the like: one cell of a workbook holds it. */
  readonly listed?: boolean;
  /** What an entry holds by name. */
  readonly fields?: Readonly<Record<string, Field<unknown>>>;
};

const ofText =
  <Value>(
    read: (text: string, fail: (message: string) => undefined, reader: Reader) => Value | undefined,
  ): Field<Value> =>
  (node, reader) => {
    if (!isScalar(node) || node.value === null) return reader.fail(node, 'a text is expected here');
    return read(String(node.source ?? node.value).trim(), (message) => reader.fail(node, message), reader);
  };

export const text = (most: number): Field<string> =>
  ofText((value, fail) => {
    if (value === '') return fail('this is empty');
    return [...value].length > most ? fail(`this is longer than ${most} characters`) : value;
  });

export const matching = (pattern: RegExp, what: string): Field<string> =>
  ofText((value, fail) => (pattern.test(value) ? value : fail(`“${value}” is not ${what}`)));

export const oneOf = <Word extends string>(words: readonly Word[]): Field<Word> =>
  ofText(
    (value, fail) =>
      words.find((word) => word === value) ?? fail(`“${value}” is none of ${words.join(', ')}`),
  );

export const day: Field<string> = ofText((value, fail) =>
  isCalendarDate(value) ? value : fail(`“${value}” is no day; write it as 2026-05-01`),
);

/** 2026-05-01 for the beginning of the day in Beijing, 2026-05-01 08:30 for an hour of it; in the sandbox today-10. */
export const moment: Field<Date> = ofText((value, fail, { today }) => {
  const relative = /^today([+-]\d{1,3})?$/.exec(value);
  if (relative && today !== null) return new Date(today + Number(relative[1] ?? 0) * 86_400_000);
  const [, date, time] = /^(\d{4}-\d\d-\d\d)(?:[ T]([01]\d|2[0-3]):([0-5]\d))?$/.exec(value) ?? [];
  if (date === undefined || !isCalendarDate(date)) {
    return fail(`“${value}” is no moment; write it as 2026-05-01 or 2026-05-01 08:30`);
  }
  return new Date(`${date}T${time === undefined ? '00:00' : value.slice(11, 16)}:00+08:00`);
});

export const whole = (least: number, most: number): Field<number> =>
  ofText((value, fail) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
    return number >= least && number <= most
      ? number
      : fail(`“${value}” is no number from ${least} to ${most}`);
  });

/** A year; in the sandbox today’s. */
export const year: Field<number> = (node, reader) =>
  isScalar(node) && node.value === 'today' && reader.today !== null
    ? Number(businessDay(new Date(reader.today)).slice(0, 4))
    : whole(2000, 2100)(node, reader);

export const yesOrNo: Field<boolean> = ofText((value, fail) =>
  value === 'true' ? true : value === 'false' ? false : fail(`“${value}” is neither true nor false`),
);

export const list = <Value>(of: Field<Value>): Field<Value[]> =>
  Object.assign(
    (node: Node | null, reader: Reader) => {
      if (!isSeq(node)) return reader.fail(node, 'a list is expected here');
      const read = node.items.map((item) => of(item as Node, reader));
      return read.every((value) => value !== undefined) ? (read as Value[]) : undefined;
    },
    { listed: true, ...(of.fields ? { fields: of.fields } : {}) },
  );

/** `all`, or a list. */
export const allOr = <Value>(of: Field<Value>): Field<Value[] | 'all'> =>
  Object.assign(
    (node: Node | null, reader: Reader) =>
      isScalar(node) && node.value === 'all' ? ('all' as const) : list(of)(node, reader),
    { listed: true },
  );

export const optional = <Value>(of: Field<Value>): Field<Value | null> =>
  Object.assign(
    (node: Node | null, reader: Reader) =>
      node === null || (isScalar(node) && node.value === null) ? null : of(node, reader),
    {
      optional: true,
      ...(of.listed ? { listed: true } : {}),
      ...(of.fields ? { fields: of.fields } : {}),
    },
  );

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type Read<Shape extends Fields> = {
  [Name in keyof Shape]: Shape[Name] extends Field<infer Value> ? Value : never;
};

/** What was read at one place. */
export interface Entry<Value> {
  readonly value: Value;
  readonly at: Place;
}

/** An entry with these fields and no others. */
export const record = <Shape extends Fields>(fields: Shape): Field<Entry<Read<Shape>>> =>
  Object.assign(readerOf(fields), { fields });

const readerOf =
  <Shape extends Fields>(fields: Shape) =>
  (node: Node | null, reader: Reader): Entry<Read<Shape>> | undefined => {
    if (!isMap(node)) return reader.fail(node, `fields are expected here: ${Object.keys(fields).join(', ')}`);
    for (const { key } of node.items) {
      if (!Object.hasOwn(fields, String(key))) {
        reader.fail(
          key as Node,
          `there is no field “${String(key)}”; there are ${Object.keys(fields).join(', ')}`,
        );
      }
    }
    let right = true;
    const value: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(fields)) {
      const child = valueOf(node, name);
      const read =
        child === null && !field.optional ? reader.fail(node, `“${name}” is missing`) : field(child, reader);
      if (read === undefined) right = false;
      value[name] = read;
    }
    return right ? { value: value as Read<Shape>, at: reader.place(node) } : undefined;
  };

const valueOf = (node: YAMLMap, name: string): Node | null =>
  (node.get(name, true) as Node | undefined) ?? null;

/** Reads the sections of a file, each by its own field; what is not YAML at all is told with its line, too. */
export function readSections<Shape extends Fields>(
  { name, text: source }: { readonly name: string; readonly text: string },
  sections: Shape,
  today: number | null,
): { read: Partial<Read<Shape>>; mistakes: Mistake[] } {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const placeOf = (node: Node | null) => ({
    file: name,
    line: node?.range ? lines.linePos(node.range[0]).line : 1,
  });
  const reader = new Reader(placeOf, today);
  for (const error of document.errors) {
    reader.mistakes.push({ file: name, line: lines.linePos(error.pos[0]).line, message: error.message });
  }
  if (reader.mistakes.length > 0) return { read: {}, mistakes: reader.mistakes };
  const whole = document.contents;
  if (!isMap(whole)) {
    reader.fail(whole as Node | null, `sections are expected here: ${Object.keys(sections).join(', ')}`);
    return { read: {}, mistakes: reader.mistakes };
  }
  const read: Record<string, unknown> = {};
  for (const { key, value } of whole.items) {
    const section = Object.hasOwn(sections, String(key)) ? sections[String(key)] : undefined;
    if (!section)
      reader.fail(
        key as Node,
        `there is no section “${String(key)}”; there are ${Object.keys(sections).join(', ')}`,
      );
    else read[String(key)] = section(value as Node | null, reader);
  }
  return { read: read as Partial<Read<Shape>>, mistakes: reader.mistakes };
}
