import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

const LONGEST_WAY = 250;

/** Somebody who uses no mouse: whatever is used is reached by Tab, and its focus can be seen. */
export class Keyboard {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses Tab until the wanted element has the focus: one of this name, or this very one. */
  async to(wanted: RegExp | Locator): Promise<void> {
    for (let presses = 0; presses < LONGEST_WAY; presses += 1) {
      if (await this.isAt(wanted)) {
        const here = await this.focused();
        expect(here).toEqual({ ...here, seen: true });
        return;
      }
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${wanted}`);
  }

  async press(wanted: RegExp | Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.to(wanted);
    await this.page.keyboard.press(key);
  }

  async type(field: RegExp | Locator, text: string): Promise<void> {
    await this.to(field);
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(text);
  }

  /** Chooses in a list by arrows, by the value or by the words. */
  async choose(field: RegExp | Locator, wanted: string): Promise<void> {
    await this.to(field);
    const chosen = () =>
      this.page.evaluate(() => {
        const { value, selectedOptions } = document.activeElement as HTMLSelectElement;
        return [value, selectedOptions[0]?.label.trim()];
      });
    for (let presses = 0; !(await chosen()).includes(wanted); presses += 1) {
      expect(presses).toBeLessThan(LONGEST_WAY);
      await this.page.keyboard.press('ArrowDown');
    }
  }

  private async isAt(wanted: RegExp | Locator): Promise<boolean> {
    if (wanted instanceof RegExp) return wanted.test((await this.focused())?.name ?? '');
    return wanted.evaluate((element) => element === document.activeElement);
  }

  /** The name of the focused element, and whether its focus can be seen. */
  private focused() {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return null;
      const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
      const name = [
        element.getAttribute('aria-label') ?? '',
        ...(labels ? [...(element.labels ?? [])].map(({ innerText }) => innerText) : []),
        element.innerText,
      ];
      const marks = (one: Element) => {
        const { boxShadow, outlineStyle } = getComputedStyle(one);
        return `${boxShadow} ${outlineStyle}`;
      };
      const around = element.closest('label') ?? element;
      const now = marks(element) + marks(around);
      element.blur();
      const before = marks(element) + marks(around);
      element.focus();
      return { name: name.join(' ').trim(), seen: now !== before };
    });
  }
}
