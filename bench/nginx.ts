import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { askOnce } from './answer.ts';
import { freePort } from './tagwire.ts';
import { undoLater } from './tidy.ts';

export interface RunningNginx extends AsyncDisposable {
  readonly baseUrl: string;
  /** Of the one worker, which answers. */
  readonly pid: number;
}

const execute = promisify(execFile);
const TRIES = 100;
const TRY_MS = 50;

/**
 * Stock nginx with the feed as a file and its compressed twin beside it, as a generator of static sites would have it.
 * Undefined where nginx is not installed.
 */
export async function startNginx(
  folder: string,
  name: string,
  body: Uint8Array,
  gzip: Uint8Array,
): Promise<RunningNginx | undefined> {
  const found = await execute('nginx', ['-v']).then(
    () => true,
    () => false,
  );
  if (!found) return undefined;
  const port = await freePort();
  mkdirSync(join(folder, 'www'));
  for (const inside of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) mkdirSync(join(folder, inside));
  writeFileSync(join(folder, 'www', name), body);
  writeFileSync(join(folder, 'www', `${name}.gz`), gzip);
  const conf = join(folder, 'nginx.conf');
  writeFileSync(conf, configuration(folder, port));
  const child = spawn('nginx', ['-p', folder, '-c', conf, '-g', 'daemon off;'], { stdio: 'ignore' });
  const end = undoLater(() => void child.kill('SIGTERM'));
  const baseUrl = `http://127.0.0.1:${port}/`;
  for (let turn = 0; ; turn += 1) {
    const status = await askOnce(`${baseUrl}${name}`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) break;
    if (turn > TRIES) throw new Error('nginx does not answer');
    await pause(TRY_MS);
  }
  const { stdout } = await execute('pgrep', ['-P', String(child.pid)]);
  return {
    baseUrl,
    pid: Number(stdout.trim().split('\n')[0]),
    [Symbol.asyncDispose]: async () => {
      const exited = once(child, 'exit');
      end();
      await exited;
    },
  };
}

const configuration = (folder: string, port: number): string => `
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
user root;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000000;
  types { application/rss+xml rss; }
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server { listen 127.0.0.1:${port}; root ${folder}/www; gzip_static on; }
}
`;
