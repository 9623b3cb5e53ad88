import type { Settings } from './settings.ts';

const TIMEOUT_MS = 5_000;

/** Asks the server of this machine whether it is ready; answers a line that says how it is, and whether that is well. */
export async function askHealth({
  PORT,
  HOST,
}: Pick<Settings, 'PORT' | 'HOST'>): Promise<{ isWell: boolean; line: string }> {
  const host = HOST === undefined || HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${PORT}/readyz`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return { isWell: response.ok, line: `${url}: ${response.status} ${(await response.text()).trim()}` };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const reason = error.cause instanceof Error ? error.cause.message : error.message;
    return {
      isWell: false,
      line: `${url}: no answer (${reason}); is the server running, and is PORT the same for both?`,
    };
  }
}
