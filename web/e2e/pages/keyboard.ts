import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

const LONGEST_WAY = 250;

/** Somebody who uses no mouse: whatever is used is reached by Tab, its focus can be seen, and nothing lies over it. */
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
        expect(here).toEqual({ ...here, seen: true, covered: '' });
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

  /** Into one part of a field for a day. */
  async toPart(field: Locator, part: 'year' | 'month' | 'day'): Promise<void> {
    const order = await this.orderOfDay();
    await this.to(field);
    for (let at = order.indexOf(part); at > 0; at -= 1) await this.page.keyboard.press('ArrowRight');
  }

  /** Browsers have the parts of a day in different orders: in a field of our own, a step up tells which is the first. */
  private async orderOfDay(): Promise<('year' | 'month' | 'day')[]> {
    const probe = await this.page.evaluateHandle(() => {
      const field = Object.assign(document.createElement('input'), { type: 'date', value: '2000-05-05' });
      const before = document.activeElement as HTMLElement;
      document.body.append(field);
      field.focus();
      return { field, before };
    });
    await this.page.keyboard.press('ArrowUp');
    const day = await probe.evaluate(({ field, before }) => {
      field.remove();
      before.focus();
      return field.value;
    });
    if (day === '2001-05-05') return ['year', 'month', 'day'];
    if (day === '2000-06-05') return ['month', 'day', 'year'];
    expect(day).toBe('2000-05-06');
    return ['day', 'month', 'year'];
  }

  /** Past what stands on every page. */
  async skip(): Promise<void> {
    await this.begin();
    await this.page.keyboard.press('Tab');
    await this.press(/^(跳到正文|Skip to the content)$/);
    await this.page.waitForFunction(() => document.activeElement?.id === 'main');
  }

  /** What keeps something from being done is told, and has the focus. */
  refused(text: string | RegExp): Promise<void> {
    return this.page.locator(':focus').and(this.page.getByRole('alert')).filter({ hasText: text }).waitFor();
  }

  /**
   * Goes through the whole page by Tab. The way begins with the link to the content, comes to its end, and at each step the
   * focus can be seen and nothing lies over it.
   */
  async walk(): Promise<void> {
    await this.begin();
    let stops = 0;
    for (let presses = 0; ; presses += 1) {
      expect(presses).toBeLessThan(LONGEST_WAY);
      await this.page.keyboard.press('Tab');
      // A field for a day has several stops, and to look at it would lead back to the first.
      if (!(await this.moved())) continue;
      const here = await this.focused();
      if (here === null || (stops > 0 && here.skips)) break;
      expect(here).toEqual({ ...here, seen: true, covered: '', skips: stops === 0 });
      stops += 1;
    }
    // The link and whatever it leads to; a way of fewer stops has shown nothing.
    expect(stops).toBeGreaterThan(1);
  }

  /** Some pages put the focus into a field; the way through them begins above it all the same. */
  private begin(): Promise<void> {
    return this.page.evaluate(() => {
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute('tabindex');
      Object.assign(document, { stop: document.body });
    });
  }

  /** Whether the focus is on another element than when this was last asked. */
  private moved(): Promise<boolean> {
    return this.page.evaluate(() => {
      const asked = document as Document & { stop?: Element | null };
      const moved = asked.stop !== document.activeElement;
      asked.stop = document.activeElement;
      return moved;
    });
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
      const box = element.getClientRects()[0];
      const above = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      const free = above === null || (above && (around.contains(above) || above.contains(element)));
      return {
        name: name.join(' ').trim(),
        seen: now !== before,
        covered: free ? '' : (above?.outerHTML.slice(0, 200) ?? 'it has no place'),
        skips: element.classList.contains('skip'),
      };
    });
  }
}
