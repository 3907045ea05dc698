import { eraseVault, keptAtDesk } from './school/waiting/erase.ts';
import { keepForNobody } from './tab-memory.ts';

/**
 * Signing out erases what this browser keeps for whoever is signed in. Where a school's desk has decisions that have not been
 * preregistered, it says how many first, and waits to be pressed once more.
 */
export class SigningOut {
  /** How many of them would be lost; null before anybody was told. */
  warned = $state<number | null>(null);

  readonly onsubmit = (event: SubmitEvent & { currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    void this.#go(event.currentTarget);
  };

  async #go(form: HTMLFormElement): Promise<void> {
    if (this.warned === null) {
      const kept = await keptAtDesk();
      if (kept > 0) return void (this.warned = kept);
    }
    keepForNobody();
    await eraseVault();
    form.submit();
  }
}
