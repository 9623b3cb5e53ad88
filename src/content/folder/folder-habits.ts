import { ContentError } from '../../model/errors.ts';
import { isZone } from '../../time/zones.ts';
import type { Field } from '../fields/field.ts';
import { readYamlFields } from '../fields/yaml-fields.ts';
import type { FolderHabits } from '../source-file.ts';

/** The file in a folder that says how its site writes its pages. */
export const HABITS_FILE = 'tagwire.yaml';

const TITLES = ['above-time', 'below-time', 'first-line'] as const;
const UNDATED = ['file', 'refuse'] as const;
const ORDERS = ['dmy', 'mdy'] as const;

type Habits = { -readonly [Key in keyof FolderHabits]: FolderHabits[Key] };
type Take = (habits: Habits, text: string) => boolean;

interface Key {
  readonly mend: string;
  /** Puts the value in its place; false for one that does not fit. */
  readonly take: Take;
}

const oneOf = <Value extends string>(values: readonly Value[], put: (habits: Habits, value: Value) => void): Take => {
  return (habits, text) => {
    const value = values.find((one) => one === text);
    if (value !== undefined) put(habits, value);
    return value !== undefined;
  };
};

/** What may stand below `pages:`, besides the list `drop`. */
const PAGE_KEYS: Readonly<Record<string, Key>> = {
  title: {
    mend: `write ${TITLES.join(', ')}`,
    take: oneOf(TITLES, (habits, value) => {
      habits.title = value;
    }),
  },
  tags_prefix: {
    mend: 'write the words that stand before the tags, such as "Filed: "',
    take: (habits, text) => {
      habits.tagsPrefix = text;
      return text !== '';
    },
  },
  tags_separator: {
    mend: 'write the sign that stands between two tags, such as "|"',
    take: (habits, text) => {
      habits.tagsSeparator = text;
      return text !== '';
    },
  },
  undated: {
    mend: `write ${UNDATED.join(' or ')}`,
    take: oneOf(UNDATED, (habits, value) => {
      habits.undated = value;
    }),
  },
};

/** What may stand at the top of the file in a folder below the content folder; at its root these are settings. */
const FOLDER_KEYS: Readonly<Record<string, Key>> = {
  time_zone: {
    mend: 'write a name such as Europe/Berlin',
    take: (habits, text) => {
      habits.zone = text;
      return isZone(text);
    },
  },
  date_order: {
    mend: `write ${ORDERS.join(' or ')}`,
    take: oneOf(ORDERS, (habits, value) => {
      habits.order = value;
    }),
  },
  language: {
    mend: 'write a code such as en or pt-BR',
    take: (habits, text) => {
      habits.language = text;
      return /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(text);
    },
  },
};

/** Is told what is wrong, with its line. */
type Fault = (line: number, message: string) => void;

/** Reads the `tagwire.yaml` of a folder below the content folder. What does not fit is told and left out. */
export function readFolderHabits(yaml: string, fault: Fault): FolderHabits {
  const habits: Habits = {};
  try {
    for (const [key, field] of readYamlFields(yaml, 1, HABITS_FILE)) {
      if (key === 'pages') Object.assign(habits, readPageHabits(field, fault));
      else takeKey(FOLDER_KEYS, 'pages', key, field, habits, fault);
    }
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    fault(error.line ?? 1, error.message);
  }
  return habits;
}

const MOST_DROPS = 200;

/** Reads what stands below `pages:`, in the content folder itself or in one below it. */
export function readPageHabits(field: Field, fault: Fault): FolderHabits {
  const habits: Habits = {};
  if (field.kind !== 'record') {
    fault(lineOf(field), 'pages: it is no list of "key: value" lines; write one such as "drop: [Listen Live]"');
    return habits;
  }
  for (const [key, value] of field.fields) {
    if (key !== 'drop') takeKey(PAGE_KEYS, 'drop', key, value, habits, fault, 'pages: ');
    else {
      const globs = (value.kind === 'list' ? value.values : [value]).flatMap((one) =>
        one.kind === 'text' ? [one.value.text] : [],
      );
      if (globs.length > MOST_DROPS)
        fault(lineOf(value), `pages: drop: it has ${globs.length} lines; keep ${MOST_DROPS}`);
      habits.drop = globs.slice(0, MOST_DROPS);
    }
  }
  if (habits.tagsSeparator !== undefined && habits.tagsPrefix === undefined) {
    fault(field.line, 'pages: tags_separator: it needs tags_prefix beside it; write what stands before the tags');
  }
  return habits;
}

const lineOf = (field: Field): number => (field.kind === 'text' ? field.value.line : field.line);

function takeKey(
  keys: Readonly<Record<string, Key>>,
  other: string,
  key: string,
  field: Field,
  habits: Habits,
  fault: Fault,
  place = '',
): void {
  const known = Object.hasOwn(keys, key) ? keys[key] : undefined;
  const line = lineOf(field);
  if (known === undefined) {
    fault(line, `${place}there is no habit "${key}"; known are ${[...Object.keys(keys), other].join(', ')}`);
  } else if (field.kind !== 'text') fault(line, `${place}${key}: it is no text; ${known.mend}`);
  else {
    const taken: Habits = {};
    if (known.take(taken, field.value.text)) Object.assign(habits, taken);
    else fault(line, `${place}${key}: "${field.value.text}" does not fit; ${known.mend}`);
  }
}

/** What a folder has of its own, and else what the folder above it has; lines to be dropped add up. */
export function withHabits(above: FolderHabits, own: FolderHabits): FolderHabits {
  const drop = [...(above.drop ?? []), ...(own.drop ?? [])];
  return { ...above, ...own, ...(drop.length === 0 ? {} : { drop }) };
}
