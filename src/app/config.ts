import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { decodeText } from '../content/decode/decode.ts';
import type { Field } from '../content/fields/field.ts';
import { readYamlFields } from '../content/fields/yaml-fields.ts';
import { readPageHabits } from '../content/folder/folder-habits.ts';
import { ConfigError, ContentError } from '../model/errors.ts';
import type { Site } from '../model/site.ts';
import { podcastIn } from './podcast-settings.ts';
import { SETTINGS, type SettingName, type Settings } from './settings.ts';

/** The variables of the environment; this file alone looks at them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything that the operator has said, checked. */
export interface Config {
  readonly settings: Settings;
  readonly site: Site;
  /** Absolute. */
  readonly contentFolder: string;
  /** Absolute path of the database file, or `:memory:`. */
  readonly database: string;
}

const SITE_FILE = 'tagwire.yaml';
const NAMES = Object.keys(SETTINGS).filter((name): name is SettingName => name in SETTINGS);

interface Given {
  readonly text: string;
  /** Where it was said: begins the message about it. */
  readonly where: string;
}

/**
 * Gathers the settings: a command's own folder, then the environment (`NAME`, or `NAME_FILE` for a file that holds the
 * value), then `tagwire.yaml` in the content folder, then the defaults. An empty variable counts as not set.
 *
 * Throws ConfigError with one line for each unknown or unusable setting.
 */
export function readConfig(environment: Environment, folder?: string): Config {
  const faults: string[] = [];
  const fault = (line: string): undefined => void faults.push(line);
  const fromEnvironment = readEnvironment(environment, fault);
  const contentFolder = resolve(folder ?? fromEnvironment.get('CONTENT_DIR')?.text ?? SETTINGS.CONTENT_DIR.byDefault);
  if (!isFolder(contentFolder)) {
    throw new ConfigError(
      `CONTENT_DIR: there is no folder "${contentFolder}"; make it, or name another: tagwire serve FOLDER`,
    );
  }
  const given = new Map([...readSiteFile(join(contentFolder, SITE_FILE), fault), ...fromEnvironment]);
  const settings = toSettings(given, fault);
  if (settings === undefined || faults.length > 0) throw new ConfigError(faults.join('\n'));
  const podcast = podcastIn(settings);
  if (typeof podcast === 'string') throw new ConfigError(podcast);
  const baseUrl = settings.BASE_URL ?? `http://localhost:${settings.PORT}/`;
  return {
    settings,
    site: {
      title: settings.TITLE,
      description: settings.DESCRIPTION,
      ...(settings.LANGUAGE === undefined ? {} : { language: settings.LANGUAGE }),
      ...(settings.AUTHOR === undefined ? {} : { author: settings.AUTHOR }),
      baseUrl,
      idAuthority: settings.SITE_ID ?? `${nameOfHost(baseUrl)},2026`,
      maxAgeSeconds: settings.FEED_MAX_AGE,
      hasHub: settings.HUB === 'on',
      otherHubs: settings.HUBS ?? [],
      ...(podcast === undefined ? {} : { podcast }),
    },
    contentFolder,
    database: databasePath(settings.DATA_DIR, contentFolder),
  };
}

/** The same with the port that the server got, where any was asked for and the links name it. */
export function onPort(config: Config, port: number): Config {
  if (config.settings.PORT === port || config.settings.BASE_URL !== undefined) return config;
  return { ...config, site: { ...config.site, baseUrl: `http://localhost:${port}/` } };
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** A `tag:` URI names a domain; an address in brackets is none. */
const nameOfHost = (baseUrl: string): string => new URL(baseUrl).hostname.replaceAll(/[^a-z0-9.-]/g, '') || 'localhost';

function databasePath(dataFolder: string | undefined, contentFolder: string): string {
  if (dataFolder === ':memory:') return dataFolder;
  return join(
    dataFolder === undefined ? join(dirname(contentFolder), '.tagwire') : resolve(dataFolder),
    `${basename(contentFolder)}.sqlite`,
  );
}

type Fault = (line: string) => undefined;

function readEnvironment(environment: Environment, fault: Fault): ReadonlyMap<SettingName, Given> {
  const given = new Map<SettingName, Given>();
  for (const name of NAMES) {
    const direct = environment[name]?.trim() || undefined;
    const file = environment[`${name}_FILE`]?.trim() || undefined;
    if (direct !== undefined && file !== undefined) fault(`${name}: ${name}_FILE is set, too; keep one of the two`);
    if (direct !== undefined) given.set(name, { text: direct, where: name });
    else if (file !== undefined) {
      const text = readSecret(file, `${name}_FILE`, fault);
      if (text !== undefined) given.set(name, { text, where: `${name}_FILE` });
    }
  }
  if (environment.DATABASE_URL) {
    fault('DATABASE_URL: this version keeps its data in DATA_DIR and in no other database; unset it');
  }
  for (const name of Object.keys(environment).filter((key) => key.startsWith('TAGWIRE_'))) {
    const bare = name.slice('TAGWIRE_'.length).replace(/_FILE$/, '');
    fault(
      `${name}: there is no such setting; ${bare in SETTINGS ? `write ${name.slice('TAGWIRE_'.length)}` : `known are ${NAMES.join(', ')}`}`,
    );
  }
  return given;
}

function readSecret(path: string, where: string, fault: Fault): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return fault(`${where}: "${path}" cannot be read (${String(error.code)}); name a file that this user can read`);
  }
}

function readSiteFile(path: string, fault: Fault): ReadonlyMap<SettingName, Given> {
  const given = new Map<SettingName, Given>();
  if (!existsSync(path)) return given;
  try {
    for (const [key, field] of readYamlFields(decodeText(readFileSync(path)), 1, SITE_FILE)) {
      if (key === 'pages') {
        readPageHabits(field, (line, message) => fault(`${SITE_FILE}:${line}: ${message}`));
        continue;
      }
      const name = NAMES.find((known) => known.toLowerCase() === key && known !== 'CONTENT_DIR');
      if (name === undefined) {
        const known = NAMES.filter((other) => other !== 'CONTENT_DIR').map((other) => other.toLowerCase());
        fault(`${SITE_FILE}: there is no setting "${key}"; known are ${known.join(', ')}, pages`);
      } else if (field.kind === 'text') {
        given.set(name, { text: field.value.text, where: `${SITE_FILE}:${field.value.line}: ${key}` });
      } else if (field.kind === 'list' && field.values.every(({ kind }) => kind === 'record')) {
        const text = JSON.stringify(field.values.map(plainOf));
        given.set(name, { text, where: `${SITE_FILE}:${field.line}: ${key}` });
      } else {
        fault(`${SITE_FILE}:${field.line}: ${key}: it is a list; ${SETTINGS[name].mend}`);
      }
    }
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    fault(`${SITE_FILE}:${error.line ?? 1}: ${error.message}`);
  }
  return given;
}

/** A field of YAML as it would stand in JSON. */
function plainOf(field: Field): unknown {
  if (field.kind === 'text') return field.value.text;
  if (field.kind === 'list') return field.values.map(plainOf);
  return Object.fromEntries([...field.fields].map(([key, value]) => [key, plainOf(value)]));
}

function toSettings(given: ReadonlyMap<SettingName, Given>, fault: Fault): Settings | undefined {
  let sound = true;
  const entries = NAMES.map((name) => {
    const said = given.get(name);
    const parsed = SETTINGS[name].schema.safeParse(said?.text);
    if (parsed.success) return [name, parsed.data];
    sound = false;
    const isSecret = 'isSecret' in SETTINGS[name];
    const value = isSecret ? 'its value' : `"${said?.text ?? ''}"`;
    fault(`${said?.where ?? name}: ${value} does not fit; ${SETTINGS[name].mend}`);
    return [name, undefined];
  });
  return sound ? (Object.fromEntries(entries) as Settings) : undefined;
}
