import { p, Type } from '@mikro-orm/core';
import type { DataKey } from './keys.js';

/** A sealed value: bytes for the database, words only for whoever holds the record's data key. It is never printed. */
export class Sealed {
  constructor(
    readonly bytes: Buffer,
    private readonly place: string | null = null,
  ) {}

  static of(key: DataKey, place: string, text: string): Sealed {
    return new Sealed(key.seal(place, text), place);
  }

  /** `place` is where the value stands: it is part of the seal, so a value that was moved elsewhere cannot be opened. */
  open(key: DataKey, place = this.place): string {
    if (place === null)
      throw new Error('a sealed value whose place depends on its row is opened by its entity');
    return key.open(place, this.bytes);
  }

  toJSON(): string {
    return '[sealed]';
  }

  toString(): string {
    return '[sealed]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[sealed]';
  }
}

/** bytea in the database, `Sealed` in the entity. It knows the place of its property and nothing of keys. */
class SealedType extends Type<Sealed | null, Buffer | null> {
  constructor(private readonly place: string | null = null) {
    super();
  }

  override convertToDatabaseValue(value: Sealed | Buffer | null): Buffer | null {
    return value instanceof Sealed ? value.bytes : (value ?? null);
  }

  override convertToJSValue(value: Buffer | Sealed | null): Sealed | null {
    if (value === null || value === undefined || value instanceof Sealed) return value ?? null;
    return new Sealed(value, this.place);
  }

  override compareValues(a: Buffer | null, b: Buffer | null): boolean {
    return a === null || b === null ? a === b : a.equals(b);
  }

  override compareAsType(): string {
    return 'Buffer';
  }

  override getColumnType(): string {
    return 'bytea';
  }
}

/** A property that is kept sealed with the key of its record; without a place, its entity says where it stands. */
export const sealed = (place: string | null = null) => p.type(new SealedType(place)).$type<Sealed>();
