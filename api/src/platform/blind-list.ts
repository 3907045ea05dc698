import { p, Type } from '@mikro-orm/core';

/** Several blind indexes of one value, in one column. */
class BlindList extends Type<readonly Buffer[], string> {
  override convertToDatabaseValue(value: readonly Buffer[] | string): string {
    return typeof value === 'string' ? value : inText(value);
  }

  override convertToJSValue(value: readonly Buffer[] | string): readonly Buffer[] {
    return typeof value === 'string' ? [] : value;
  }

  override compareValues(a: unknown, b: unknown): boolean {
    return JSON.stringify(a) === JSON.stringify(b);
  }

  override compareAsType(): string {
    return 'any';
  }

  override getColumnType(): string {
    return 'bytea[]';
  }
}

/** As PostgreSQL reads an array of bytes. */
const inText = (list: readonly Buffer[]): string =>
  `{${list.map((index) => `"\\\\x${index.toString('hex')}"`).join(',')}}`;

export const blindList = () => p.type(BlindList).$type<readonly Buffer[]>();
