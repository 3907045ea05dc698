import { z } from 'zod';
import { SettingError } from './setting-error.ts';
import { SETTINGS, type Environment, type ProcessName, type Setting, type SettingName } from './settings.ts';

export type Values<Name extends SettingName> = {
  readonly [N in Name]: z.output<(typeof SETTINGS)[N]['type']>;
};

export type NamesOf<Process extends ProcessName> = {
  [Name in SettingName]: Process extends (typeof SETTINGS)[Name]['readBy'][number] ? Name : never;
}[SettingName];

const settingOf = (name: SettingName): Setting => SETTINGS[name];

const NAMES = Object.keys(SETTINGS) as SettingName[];

/** Reads all settings of one process. */
export const readSettingsOf = <Process extends ProcessName>(
  process: Process,
  given: Environment,
): Values<NamesOf<Process>> => readSettings(namesOf(process) as NamesOf<Process>[], given);

/** The settings that at least one of these processes reads. */
export const namesOf = (...processes: ProcessName[]): SettingName[] =>
  NAMES.filter((name) => processes.some((process) => settingOf(name).readBy.includes(process)));

/** Reads settings by their names, or throws an error that tells all that is wrong with them. */
export function readSettings<Name extends SettingName>(
  names: readonly Name[],
  given: Environment,
): Values<Name> {
  const texts = Object.fromEntries(names.map((name) => [name, textOf(name, given)]));
  const types = Object.fromEntries(names.map((name) => [name, settingOf(name).type]));
  const { data, error } = z.object(types).safeParse(texts);
  const mistakes = new Map(error?.issues.map(({ path, message }) => [path[0] as Name, message]));
  for (const name of names) {
    if (mistakes.has(name) && texts[name] === undefined) mistakes.set(name, 'is not set (docs/settings.md)');
    const refused = !mistakes.has(name) && refusedInProduction(name, given);
    if (refused) mistakes.set(name, refused);
  }
  if (mistakes.size > 0) {
    throw new SettingError([...mistakes].map(([name, wrong]) => `${name} ${wrong}`).join('\n'));
  }
  return data as Values<Name>;
}

/** An empty value counts as not set: compose files and CI forms pass such values. */
function textOf(name: SettingName, given: Environment): string | undefined {
  const { fallback, production } = settingOf(name);
  const otherwise =
    isProduction(given) && production?.fallback !== undefined ? production.fallback : fallback;
  return given[name] || fillIn(otherwise ?? undefined, given);
}

/** Undefined if a setting that the fallback names is itself not set. */
function fillIn(fallback: string | undefined, given: Environment): string | undefined {
  const [named, name] = /\$\{(\w+)\}/.exec(fallback ?? '') ?? [];
  if (named === undefined) return fallback;
  const value = textOf(name as SettingName, given);
  return value === undefined ? undefined : fallback!.replace(named, value);
}

function refusedInProduction(name: SettingName, given: Environment): string | null {
  const text = given[name];
  return (isProduction(given) && text && settingOf(name).production?.refuse?.(text, given)) || null;
}

const isProduction = (given: Environment) => given['NODE_ENV'] === 'production';

/** The environment of one process: everything but the secrets of others. */
export const withoutSecretsOfOthers = (process: ProcessName, env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !isSecretOfOthers(process, name)));

function isSecretOfOthers(process: ProcessName, name: string): boolean {
  const setting: Setting | undefined = (SETTINGS as Record<string, Setting>)[name];
  return setting?.secret === true && !setting.readBy.includes(process);
}
