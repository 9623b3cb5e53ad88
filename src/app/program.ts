import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { ConfigError } from '../model/errors.ts';
import { FORMATS, type Format } from '../model/feed-key.ts';
import type { Instant } from '../model/instant.ts';
import { PROGRAM } from '../model/program.ts';
import { isZone } from '../time/zones.ts';
import { now } from './clock.ts';
import { type Config, type Environment, readConfig } from './config.ts';
import { fileOrFolder } from './file-or-folder.ts';
import { linesOf } from './input-lines.ts';
import { paint } from './paint.ts';
import { rememberCode } from './remember-code.ts';

/** Fine · problems in the content · wrong use or settings. */
export const EXIT = { fine: 0, content: 1, use: 2 } as const;

/** What the program is run with, so that tests can run it without a process. */
export interface Surroundings {
  readonly environment: Environment;
  readonly input: NodeJS.ReadableStream;
  readonly write: (bytes: string | Uint8Array) => void;
  readonly writeError: (text: string) => void;
}

interface CheckFlags {
  readonly json?: boolean;
  readonly explain?: boolean;
  readonly ids?: string;
}

interface TimestampFlags {
  readonly zone?: string;
  readonly order?: 'dmy' | 'mdy';
  readonly now?: string;
  readonly language?: string;
  readonly explain?: boolean;
  readonly json?: boolean;
}

/**
 * Runs one command line (without the names of Node and the program) and answers the exit code. Wrong use and unusable
 * settings are told in a line each; a bug is thrown.
 */
export async function run(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const outcome = { code: EXIT.fine as number };
  try {
    await commands(surroundings, (code) => {
      outcome.code = code;
    }).parseAsync([...words], { from: 'user' });
    return outcome.code;
  } catch (error) {
    // Commander has already written its line; help and version end with 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.use;
    if (!(error instanceof ConfigError)) throw error;
    for (const line of error.message.split('\n')) surroundings.writeError(`tagwire: ${line}\n`);
    return EXIT.use;
  }
}

/** Each command loads what it needs when it is run: the others start without it. */
function commands(surroundings: Surroundings, end: (code: number) => void): Command {
  const { environment, write, writeError } = surroundings;
  const config = (folder: string | undefined): Config => readConfig(environment, folder);
  const program = new Command('tagwire')
    .description('Feeds for every tag of a folder of articles: RSS 2.0, Atom 1.0 and JSON Feed 1.1')
    .version(PROGRAM.version)
    .showHelpAfterError('(tagwire --help lists the commands)')
    .configureOutput({ writeOut: write, writeErr: writeError })
    .exitOverride()
    .addHelpText(
      'after',
      '\nSettings are environment variables or lines of tagwire.yaml in the folder; the README lists them.',
    );

  program
    .command('serve')
    .description('read a folder of articles, watch it, and serve its feeds')
    .argument('[dir]', 'the folder; CONTENT_DIR when left out')
    .action(async (folder: string | undefined) => {
      const given = config(folder);
      rememberCode(given.database);
      const { serve } = await import('./serve.ts');
      await serve(given);
    });

  program
    .command('check')
    .description('read a folder, serve nothing, and list every problem as path:line: what is wrong and how to mend it')
    .argument('[dir]', 'the folder, or one file of it to tell of alone; CONTENT_DIR when left out')
    .option('--explain', 'say of each article what was found where: its title, its time and why, tags, id and more')
    .option('--ids <file>', 'fail when an id of this list (tagwire ids) is gone or another one now')
    .option('--json', 'the same for programs, with every article')
    .action(async (place: string | undefined, { json = false, explain = false, ids }: CheckFlags) => {
      const { folder, only } = fileOrFolder(place, environment);
      const wishes = { ...(ids !== undefined && { idsBefore: ids }), ...(only !== undefined && { only }) };
      const { check } = await import('./check.ts');
      const isGood = await check(config(folder), { json, explain, ...wishes, write, paint });
      end(isGood ? EXIT.fine : EXIT.content);
    });

  program
    .command('ids')
    .description('print the ledger of ids: keep it beside your articles as tagwire-ids.json, or for check --ids')
    .argument('[dir]', 'the folder; CONTENT_DIR when left out')
    .action(async (folder: string | undefined) => {
      const [{ writeIdList }, { ledgerOf }] = await Promise.all([import('./id-list.ts'), import('./known-ids.ts')]);
      write(writeIdList(await ledgerOf(config(folder))));
    });

  program
    .command('timestamp')
    .description('normalize timestamps, one a line, from the arguments or standard input')
    .argument('[text...]', 'one timestamp; standard input when left out')
    .option('--zone <zone>', 'the zone of timestamps that name none', toZone)
    .addOption(new Option('--order <order>', 'what 03/04/2021 means').choices(['dmy', 'mdy']))
    .option('--now <timestamp>', 'what "3 hours ago" is reckoned from; "now" is the clock of this machine')
    .option('--language <code>', 'the language of the page, such as en-US')
    .option('--explain', 'say why')
    .option('--json', 'say why, for programs')
    .action(async (words: readonly string[], flags: TimestampFlags) => {
      const lines = words.length > 0 ? [[words.join(' ')]] : linesOf(surroundings.input);
      const { now: from, ...options } = flags;
      const moment = from === undefined ? {} : { now: await momentOf(from) };
      const { answerTimestamps } = await import('./timestamp.ts');
      const refused = await answerTimestamps(lines, { ...options, ...moment }, (line) => write(`${line}\n`));
      end(refused === 0 ? EXIT.fine : EXIT.content);
    });

  program
    .command('feed')
    .description('print one feed: the same bytes that the server sends')
    .argument(
      '<selection>',
      "a tag, or algebra as in an address: syria+russia, -france, section:world; '*' is everything",
    )
    .argument('[dir]', 'the folder; CONTENT_DIR when left out')
    .addOption(new Option('--format <format>', 'the format').choices(FORMATS).default('rss'))
    .action(async (selection: string, folder: string | undefined, { format }: { format: Format }) => {
      const { feedBytes } = await import('./print-feed.ts');
      write(await feedBytes(config(folder), selection, format));
    });

  program
    .command('hub')
    .description('list who subscribes to feeds, what waits to be sent, and what failed; a server may run beside it')
    .argument('[dir]', 'the folder; CONTENT_DIR when left out')
    .option('--json', 'the same for programs')
    .action(async (folder: string | undefined, { json = false }: { json?: boolean }) => {
      const { hubReport } = await import('./hub-command.ts');
      write(await hubReport(config(folder), json));
    });

  program
    .command('health')
    .description('ask the running server whether it is ready (for the HEALTHCHECK of a container)')
    .action(async () => {
      const { askHealth } = await import('./health.ts');
      const { isWell, line } = await askHealth(config(undefined).settings);
      (isWell ? write : writeError)(`${line}\n`);
      end(isWell ? EXIT.fine : EXIT.content);
    });
  return program;
}

function toZone(text: string): string {
  if (!isZone(text)) throw new InvalidArgumentError('It is no time zone; write a name such as Europe/Berlin.');
  return text;
}

async function momentOf(text: string): Promise<Instant> {
  if (text === 'now') return now();
  const { readTimestamp } = await import('../time/timestamp.ts');
  const time = readTimestamp(text);
  if (time.kind !== 'instant')
    throw new ConfigError(`--now: "${text}" is no moment; write one such as 2021-04-20T02:27:00Z`);
  return time.instant;
}
