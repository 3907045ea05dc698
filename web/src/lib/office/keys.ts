const MEMORY = 'office:keys';

/** Single keys can be switched off (WCAG 2.1.4); the browser remembers it. */
export const keysOn = (): boolean => {
  try {
    return localStorage.getItem(MEMORY) !== 'off';
  } catch {
    return true;
  }
};

export function switchKeys(on: boolean): void {
  try {
    localStorage.setItem(MEMORY, on ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing has them on.
  }
}

const TYPING = 'input:not([type="checkbox"], [type="radio"]), textarea, select';

/** For `<svelte:window onkeydown>`: single keys, outside fields, without modifiers, once for each press, and each on the button that it presses. */
export const onKeys =
  (keys: Readonly<Record<string, (event: KeyboardEvent) => void>>) =>
  (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat || !keysOn())
      return;
    const target = event.target as Element;
    if (target.matches(TYPING) || document.querySelector('#keys:not([hidden])')) return;
    if (event.key === 'Enter' && target.closest('a, button, summary, input')) return;
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act(event);
  };

/** While a text is written, Ctrl and Enter send it, where there is one way to. */
export function sendText(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  if (event.repeat || !(event.target instanceof HTMLTextAreaElement)) return;
  const buttons = event.target.form?.querySelectorAll<HTMLButtonElement>('button:enabled') ?? [];
  if (buttons.length === 1) buttons[0]!.click();
}
