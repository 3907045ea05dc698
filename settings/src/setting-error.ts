/** Settings that cannot be worked with: one line for each mistake, told without a stack. */
export class SettingError extends Error {
  override name = 'SettingError';
}
