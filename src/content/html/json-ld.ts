import { plainText } from './dom.ts';

/** A node of JSON-LD: its keys as they are written, its values unknown. */
export type LinkedData = Readonly<Record<string, unknown>>;

/** What a page's JSON-LD has one thing for: a node that is an article, a page, a list of crumbs. */
export interface Graph {
  /** In the order of the page, the outer before the inner. */
  readonly nodes: readonly LinkedData[];
  /** By `@id`, for references. */
  readonly byId: ReadonlyMap<string, LinkedData>;
}

const MAX_NODES = 5_000;
const MAX_DEPTH = 40;

/** Reads all JSON-LD scripts of a page; one that cannot be mended gives what its strings still tell. */
export function readJsonLd(scripts: readonly string[]): Graph {
  const nodes: LinkedData[] = [];
  const byId = new Map<string, LinkedData>();
  const take = (value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH || nodes.length >= MAX_NODES) return;
    if (Array.isArray(value)) {
      for (const one of value) take(one, depth + 1);
    } else if (isNode(value)) {
      nodes.push(value);
      const id = value['@id'];
      // A reference has nothing but its id.
      if (typeof id === 'string' && Object.keys(value).length > 2 && !byId.has(id)) byId.set(id, value);
      for (const key in value) if (typeof value[key] === 'object') take(value[key], depth + 1);
    }
  };
  for (const script of scripts) take(parseLeniently(script), 0);
  return { nodes, byId };
}

const isNode = (value: unknown): value is LinkedData =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The node that a value is or refers to. */
export function nodeOf(value: unknown, graph: Graph): LinkedData | undefined {
  if (Array.isArray(value)) return nodeOf(value[0], graph);
  if (!isNode(value)) return undefined;
  const id = value['@id'];
  return typeof id === 'string' && Object.keys(value).length <= 2 ? (graph.byId.get(id) ?? value) : value;
}

/** The types of a node without their vocabulary. */
export function typesOf(node: LinkedData): readonly string[] {
  const type = node['@type'] ?? node.type;
  const types = Array.isArray(type) ? type : [type];
  return types.filter((one) => typeof one === 'string').map((one) => one.replace(/^.*[/#:]/, ''));
}

/** A text, the value of a node that holds one (`@value`, `name`, `url`), or the first of a list; undefined when empty. */
export function textIn(value: unknown, ...keys: readonly string[]): string | undefined {
  if (Array.isArray(value)) return textIn(value[0], ...keys);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return plainText(value) || undefined;
  if (!isNode(value)) return undefined;
  for (const key of ['@value', ...keys]) {
    const text = typeof value[key] === 'object' ? textIn(value[key], ...keys) : textIn(value[key]);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** All texts of a value: of a list each. */
export const textsIn = (value: unknown, ...keys: readonly string[]): readonly string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => textIn(one, ...keys) ?? []);

const AROUND =
  /^\s*(?:\/\*\s*)?(?:\/\/)?\s*(?:<!--|<!\[CDATA\[)?(?:\s*\*\/)?|(?:\/\*\s*)?(?:\/\/)?\s*(?:-->|\]\]>)?(?:\s*\*\/)?\s*;?\s*$/g;

/** Parses JSON as pages write it: in comments or CDATA, with raw line ends in strings, commas too many, entities. */
function parseLeniently(script: string): unknown {
  const text = script.replace(AROUND, '').trim();
  if (text === '') return undefined;
  for (const mend of [same, mended, unescaped]) {
    try {
      return JSON.parse(mend(text));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return salvaged(text);
}

const same = (text: string): string => text;
const unescaped = (text: string): string => mended(text.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));

const STRING_OR_COMMENT = /"(?:[^"\\]|\\[\s\S])*"|\/\*[\s\S]*?\*\/|(?<![:\w])\/\/[^\n]*|,(?=\s*[\]}])/g;
/** Control characters: all that comes before the space. */
const RAW = /[^ -\u{10ffff}]/gu;
const BAD_ESCAPE = /\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/g;

/** Takes out comments and commas before a bracket, and escapes what may not stand in a string. */
const mended = (text: string): string =>
  text
    .replace(STRING_OR_COMMENT, (part) =>
      part.startsWith('"') ? part.replace(RAW, (sign) => (sign === '\n' ? '\\n' : ' ')).replace(BAD_ESCAPE, '') : '',
    )
    .replace(/,(?=\s*[\]}])/g, '');

/** Fields that stand alone even in JSON that is broken elsewhere. */
const TELLING = ['headline', 'datePublished', 'dateModified', 'dateCreated', 'articleSection', 'inLanguage'];

function salvaged(text: string): unknown {
  const fields = TELLING.flatMap((key) => {
    const value = new RegExp(`"${key}"\\s*:\\s*"((?:[^"\\\\\\n]|\\\\.)*)"`).exec(text)?.[1];
    return value === undefined ? [] : [[key, value.replace(/\\(.)/g, '$1')]];
  });
  const type = /"@type"\s*:\s*"(\w*(?:Article|Posting))"/.exec(text)?.[1];
  const author = /"author"\s*:\s*[[{][^\]}]{0,500}?"name"\s*:\s*"((?:[^"\\\n]|\\.)*)"/.exec(text)?.[1];
  if (fields.length === 0 || type === undefined) return undefined;
  return { '@type': type, ...Object.fromEntries(fields), ...(author === undefined ? {} : { author }) };
}
