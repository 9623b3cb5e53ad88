import { symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../content/temporary-folder.ts';
import { fieldsOf, serveSite } from './served-site.ts';

const BYTES = Uint8Array.from({ length: 1_000 }, (_, place) => place % 251);
const SAVED = 'Wed, 01 Apr 2026 08:00:00 GMT';

async function mediaSite(baseUrl?: string) {
  const folder = temporaryFolder({
    'notes/talk one.mp3': BYTES,
    'notes/picture.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    'score.pdf': '%PDF-1.7',
    'empty.png': '',
    'page.html': '<script>alert(1)</script>',
    'article.md': 'text',
    '.hidden/x.png': 'x',
    'naïve 日本.png': 'x',
  });
  const seconds = Date.parse(SAVED) / 1000;
  utimesSync(join(folder, 'notes/talk one.mp3'), seconds, seconds + 0.25);
  return {
    folder,
    site: await serveSite(baseUrl === undefined ? {} : { baseUrl }, undefined, { mediaFolder: folder }),
  };
}

const TALK = '/media/notes/talk%20one.mp3';

describe('a recording', () => {
  test('is sent whole, with what tells its state', async () => {
    const { site } = await mediaSite();
    const answer = await site.get(TALK);
    expect(answer.status).toBe(200);
    expect(fieldsOf(answer)).toMatchObject({
      'content-type': 'audio/mpeg',
      'content-length': '1000',
      'accept-ranges': 'bytes',
      'last-modified': SAVED,
      etag: expect.stringMatching(/^"[^"]+"$/),
      'cache-control': 'public, max-age=3600',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'access-control-allow-origin': '*',
    });
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(BYTES);
  });

  test.each<[string, string, number, string | null, Uint8Array | undefined]>([
    ['the beginning', 'bytes=0-9', 206, 'bytes 0-9/1000', BYTES.subarray(0, 10)],
    ['the middle', 'bytes=500-501', 206, 'bytes 500-501/1000', BYTES.subarray(500, 502)],
    ['the end', 'bytes=-3', 206, 'bytes 997-999/1000', BYTES.subarray(997)],
    ['two parts: all of it', 'bytes=0-1,5-6', 200, null, BYTES],
    ['what is behind its end', 'bytes=1000-', 416, 'bytes */1000', undefined],
  ])('is sent in parts: %s', async (_name, range, status, contentRange, bytes) => {
    const { site } = await mediaSite();
    const answer = await site.get(TALK, { range });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([status, contentRange]);
    if (bytes === undefined) return;
    expect(answer.headers.get('content-length')).toBe(`${bytes.length}`);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
  });

  test('tells by HEAD what it is, and sends nothing', async () => {
    const { site } = await mediaSite();
    const answer = await site.ask('HEAD', TALK, { range: 'bytes=0-9' });
    expect([answer.status, answer.headers.get('content-length'), answer.body]).toEqual([200, '1000', null]);
  });

  test('is sent in part only to who has a part of the same state', async () => {
    const { site } = await mediaSite();
    const etag = (await site.get(TALK)).headers.get('etag') ?? '';
    const statusOf = async (ifRange: string) =>
      (await site.get(TALK, { range: 'bytes=0-9', 'if-range': ifRange })).status;
    expect(await statusOf(etag)).toBe(206);
    expect(await statusOf(SAVED)).toBe(206);
    expect(await statusOf(`W/${etag}`)).toBe(200);
    expect(await statusOf('"other"')).toBe(200);
    expect(await statusOf('Wed, 01 Apr 2026 08:00:01 GMT')).toBe(200);
  });

  test('is not sent to who has it', async () => {
    const { site } = await mediaSite();
    const etag = (await site.get(TALK)).headers.get('etag') ?? '';
    const statusOf = async (fields: Record<string, string>) => (await site.get(TALK, fields)).status;
    expect(await statusOf({ 'if-none-match': etag, range: 'bytes=0-9' })).toBe(304);
    expect(await statusOf({ 'if-modified-since': SAVED })).toBe(304);
    expect(await statusOf({ 'if-match': '"other"' })).toBe(412);
    expect(await statusOf({ 'if-unmodified-since': 'Wed, 01 Apr 2026 07:59:59 GMT' })).toBe(412);
    expect(await statusOf({ 'if-none-match': '"other"' })).toBe(200);
  });

  test.each([
    ['another spelling of its address', '/MEDIA/notes/talk%20%6fne.mp3', 308],
    ['the same with a query', '/media/notes/talk%20one.mp3?v=1', 200],
    ['letters of other scripts', `/media/${encodeURIComponent('naïve 日本.png')}`, 200],
    ['a file without bytes', '/media/empty.png', 200],
  ])('%s is answered', async (_name, path, status) =>
    expect((await (await mediaSite()).site.get(path)).status).toBe(status),
  );
});

describe('what is no picture and no recording is not sent', () => {
  test.each([
    ['a page', '/media/page.html'],
    ['an article', '/media/article.md'],
    ['a hidden file', '/media/.hidden/x.png'],
    ['a folder', '/media/notes'],
    ['the folder itself', '/media/'],
    ['nothing', '/media'],
    ['a file that is not there', '/media/other.png'],
    ['a way out', '/media/notes/../../x.png'],
    ['a way out in escapes', '/media/%2e%2e/%2e%2e/etc/passwd.png'],
    ['a slash in an escape', '/media/notes%2Ftalk%20one.mp3'],
    ['a backslash', '/media/notes%5Ctalk%20one.mp3'],
    ['two slashes', '/media//score.pdf'],
    ['an absolute path', '/media//etc/x.png'],
  ])('%s', async (_name, path) => {
    const { site } = await mediaSite();
    expect((await site.get(path)).status).toBe(404);
    expect(site.faults).toEqual([]);
  });

  test('what a link leads to outside of the folder', async () => {
    const { folder, site } = await mediaSite();
    const other = temporaryFolder({ 'secret.png': 'x' });
    symlinkSync(join(other, 'secret.png'), join(folder, 'leak.png'));
    symlinkSync(other, join(folder, 'away'));
    symlinkSync(join(folder, 'score.pdf'), join(folder, 'again.pdf'));
    expect((await site.get('/media/leak.png')).status).toBe(404);
    expect((await site.get('/media/away/secret.png')).status).toBe(404);
    expect((await site.get('/media/again.pdf')).status).toBe(200);
  });

  test('a NUL is refused at the door', async () => {
    expect((await (await mediaSite()).site.get('/media/a%00.png')).status).toBe(400);
  });

  test('and nothing in a drawing runs', async () => {
    const answer = await (await mediaSite()).site.get('/media/notes/picture.svg');
    expect(fieldsOf(answer)).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    });
  });
});
