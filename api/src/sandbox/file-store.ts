import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const SAVE_AFTER_MS = 50;

/** A small JSON file that survives kill -9: written beside and renamed. */
export class FileStore<T> {
  private timer: NodeJS.Timeout | null = null;
  value: T;

  constructor(
    private readonly file: string,
    initial: () => T,
  ) {
    try {
      this.value = JSON.parse(readFileSync(file, 'utf8')) as T;
    } catch {
      this.value = initial();
      this.save();
    }
  }

  changed(): void {
    this.timer ??= setTimeout(() => this.save(), SAVE_AFTER_MS);
  }

  save(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(`${this.file}.new`, JSON.stringify(this.value), { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }
}
