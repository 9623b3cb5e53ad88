import { type Logger, pino } from 'pino';
import type { Settings } from './settings.ts';

export type { Logger };

/** Logs to standard error: lines for people on a terminal, JSON elsewhere. Nothing is buffered, so nothing is lost. */
export async function createLog({
  LOG_LEVEL,
  LOG_FORMAT,
}: Pick<Settings, 'LOG_LEVEL' | 'LOG_FORMAT'>): Promise<Logger> {
  const isPretty = LOG_FORMAT === 'pretty' || (LOG_FORMAT === 'auto' && process.stderr.isTTY);
  const options = { level: LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  if (!isPretty) return pino(options, pino.destination({ fd: 2, sync: true }));
  const { PinoPretty } = await import('pino-pretty');
  return pino(
    options,
    PinoPretty({
      destination: 2,
      sync: true,
      translateTime: 'HH:MM:ss',
      colorize: process.stderr.isTTY,
      singleLine: true,
    }),
  );
}
