import { beforeAll, describe, expect, test } from 'vitest';
import { LILAC, OWN } from './own-addresses.ts';
import { fieldsOf, type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite();
});

describe('our own addresses', () => {
  test.each(OWN)('%s is there, under no other spelling', async (path) => {
    expect((await site.get(path)).status).toBe(200);
    expect((await site.get(`${path}?utm_source=a%20b&x`)).status).toBe(200);
  });

  test.each(OWN.filter((path) => path !== '/'))('%s/ and its upper case lead to it, the query kept', async (path) => {
    const shout = path.replace(/%[0-9A-F]{2}|[^%]/g, (part) => (part.startsWith('%') ? part : part.toUpperCase()));
    for (const spelling of [`${path}/`, `${path}//`, ...(shout === path ? [] : [shout, `${shout}/`])]) {
      const answer = await site.get(`${spelling}?Q=%41&q=b+c`);
      expect([spelling, answer.status, answer.headers.get('location')]).toEqual([spelling, 308, `${path}?Q=%41&q=b+c`]);
    }
  });

  test.each([
    ['a label is led to its slug', '/tags/C%2B%2B.rss', '/tags/c-plus-plus.rss'],
    ['so is a label with an ampersand', '/tags/R&D.atom', '/tags/r-and-d.atom'],
    ['and one with an encoded number sign', '/tags/C%23', '/tags/c-sharp'],
    ['and one with a blank', '/tags/S%C3%A3o%20Paulo.json', '/tags/s%C3%A3o-paulo.json'],
    ['letters of another script in upper case', `/tags/%D0%A1%D0%98%D0%A0%D0%95%D0%9D%D0%AC`, `/tags/${LILAC}`],
    ['decomposed letters', '/tags/sa%CC%83o-paulo.rss', '/tags/s%C3%A3o-paulo.rss'],
    ['escapes in lower case', `/tags/${LILAC.toLowerCase()}.rss`, `/tags/${LILAC}.rss`],
    ['letters that need no escape', '/tags/%74ides.rss', '/tags/tides.rss'],
    ['a folder in escapes', '/%74%61gs/tides.rss', '/tags/tides.rss'],
    ['a dot in escapes', '/tags/tides%2Erss', '/tags/tides.rss'],
    ['all of it at once', '/TAGS/%54ides%2ERSS/', '/tags/tides.rss'],
    ['unsorted algebra', '/tags/tides+ferries.rss', '/tags/ferries+tides.rss'],
    ['unsorted alternatives', '/tags/tides,ferries.rss', '/tags/ferries,tides.rss'],
    ['a term named twice', '/tags/tides+tides.rss', '/tags/tides.rss'],
    ['needless brackets', '/tags/(tides)+(ferries)', '/tags/ferries+tides'],
    ['a kind of term in the folder of tags', '/tags/section:old-town.rss', '/sections/old-town.rss'],
    ['the kind of the folder said twice', '/tags/tag:tides.rss', '/tags/tides.rss'],
    [
      'algebra in the folder of sections',
      '/sections/old-town+harbour.rss',
      '/tags/section:harbour+section:old-town.rss',
    ],
    ['a negation in the folder of sections', '/sections/-old-town', '/tags/-section:old-town'],
    ['another kind in the folder of sections', '/sections/old-town+tag:tides', '/tags/section:old-town+tides'],
    ['brackets in the folder of authors', '/authors/(mira-holt,kai).json', '/tags/author:kai,author:mira-holt.json'],
    ['everything, written as a selection', '/tags/*.atom', '/feed.atom'],
    ['the page of everything', '/tags/*', '/'],
    ['what is always true', '/tags/tides,-tides.rss', '/feed.rss'],
    ['the title of an article', '/articles/Ferry', '/articles/ferry'],
    ['many slashes at the end of the root', '//', '/'],
  ])('%s', async (_name, spelling, canonical) => {
    const answer = await site.get(spelling);
    expect([answer.status, answer.headers.get('location')]).toEqual([308, canonical]);
    expect(fieldsOf(answer)).toMatchObject({
      'content-length': '0',
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
    });
    expect((await site.get(canonical)).status).not.toBe(308);
  });

  test('no spelling leads to another host', async () => {
    for (const path of [
      '//evil.example',
      '//evil.example/',
      '//evil.example/tags/',
      '//evil.example/Tags/tides.rss',
      '///evil.example//',
      '/\\evil.example',
      '/%5Cevil.example/',
      '/%2F%2Fevil.example',
      '/%2F%2Fevil.example/',
      '/%2Fevil.example/TAGS/',
      '/tags//evil.example/',
      '/tags/%2F%2Fevil.example/',
      '/tags/https://evil.example/',
      '/tags/https:%2F%2Fevil.example',
      '/articles/%2F%2Fevil.example/',
      '/articles/..%2F..%2Fevil',
      '/HTTP://evil.example/',
      '/http:evil.example/',
      '/.%2e/%2e%2e/evil.example/',
      '/@evil.example/',
      '/;@evil.example/TAGS',
    ]) {
      const answer = await site.get(path);
      const location = answer.headers.get('location');
      if (location === null) expect([path, answer.status]).toEqual([path, 404]);
      else expect(new URL(location, 'https://quay.example.org/').host).toBe('quay.example.org');
      expect(location ?? '/x').toMatch(/^\/(?!\/)/);
    }
  });
});

describe('addresses of nothing', () => {
  test.each([
    ['an unknown tag', '/tags/unicorns.rss', 404],
    ['an unknown tag as a page', '/tags/unicorns', 404],
    ['an unknown section', '/sections/tides.atom', 404],
    ['an algebra of unknown tags', '/tags/nessie+unicorns.json', 404],
    ['an unknown article', '/articles/unicorns', 404],
    ['an article that was removed', '/articles/gone', 410],
    ['an address that nobody made', '/wp-login.php', 404],
    ['a file of another house', '/.env', 404],
    ['a longer path than ours', '/tags/tides/more/of/it', 404],
    ['a slash inside a tag is part of its label', '/tags/a%2Fb', 308],
    ['an unknown format is a name', '/tags/tides.xml/', 308],
    ['an algebra with a term left out', '/tags/tides+.rss', 400],
    ['an algebra that nothing fits', '/tags/tides+-tides.rss', 400],
    ['a bracket too many', '/tags/(tides', 400],
    ['brackets too deep', `/tags/${'('.repeat(40)}tides${')'.repeat(40)}`, 400],
    ['too many terms', `/tags/${Array.from({ length: 40 }, (_, index) => `t${index}`).join('+')}.rss`, 400],
    ['a page whose name is a format', '/tags/rss', 404],
    ['a name that begins like a format', '/tags/.rss', 308],
    ['an address of nothing as long as a book', `/${'x'.repeat(5_000)}`, 404],
    ['a name without a letter', '/tags/%20', 400],
    ['a name as long as a book', `/tags/${'x'.repeat(5_000)}.rss`, 400],
    ['an escape that is none', '/tags/%zz.rss', 400],
    ['half an escape', '/tags/tides%2', 400],
    ['an escape at the end', '/tags/tides%', 400],
    ['escapes that are no UTF-8', '/tags/%ff%fe.rss', 400],
    ['escapes of a lone surrogate', '/tags/%ED%A0%80.rss', 400],
    ['an overlong escape of a slash', '/tags/%c0%af', 400],
    ['a NUL', '/tags/tides%00.rss', 400],
    ['a line end', '/tags/tides%0d%0aX:1', 400],
    ['a control character beyond ASCII', '/tags/tides%C2%85.rss', 400],
    ['a bell, where no tag is', '/%07', 400],
    ['DEL', '/articles/%7F', 400],
    ['a fragment, which no client may send', '/tags/tides.rss#entry', 400],
    ['a path of 8,001 signs', `/${'x'.repeat(8_000)}`, 414],
    ['a query that makes it as long', `/feed.rss?${'x'.repeat(8_000)}`, 414],
    ['the longest one that is read', `/feed.rss?${'x'.repeat(7_990)}`, 200],
  ])('%s', async (_name, path, status) => {
    const answer = await site.get(path);
    expect(answer.status).toBe(status);
    if (status >= 400) {
      const text = await answer.text();
      expect(JSON.parse(text)).toMatchObject({ type: 'about:blank', status });
      expect(text.length, 'a long address does not come back').toBeLessThan(700);
    }
  });

  test('a tag that is known without articles has a valid, empty feed', async () => {
    expect(await (await site.get('/tags/empty.json')).json()).toMatchObject({ items: [] });
    expect(await (await site.get('/tags/empty+-unicorns.json')).json()).toMatchObject({ items: [] });
  });

  test('a known tag or an unknown one shows the known one', async () => {
    const feed: unknown = await (await site.get('/tags/tides,unicorns.json')).json();
    expect(feed).toMatchObject({ items: [{}, {}, {}] });
  });
});

describe('a base address with a path', () => {
  let below: ServedSite;
  beforeAll(async () => {
    below = await serveSite({ baseUrl: 'https://example.org/News/feeds/' });
  });

  test.each([
    ['a feed, the path kept by the proxy', '/News/feeds/tags/tides.rss', 200, null],
    ['a feed, the path taken off by the proxy', '/tags/tides.rss', 200, null],
    ['the home page', '/News/feeds/', 200, null],
    ['the home page without its slash', '/News/feeds', 308, '/News/feeds/'],
    ['the same with a query', '/News/feeds?a=b', 308, '/News/feeds/?a=b'],
    ['another spelling', '/News/feeds/Tags/Tides.rss/?a=b', 308, '/News/feeds/tags/tides.rss?a=b'],
    ['another spelling, the path taken off', '/Tags/Tides.rss', 308, '/News/feeds/tags/tides.rss'],
    ['the habit of another program', '/News/feeds/tag/tides/feed/', 200, null],
    ['something that begins like it', '/News/feedsx/tags/tides.rss', 404, null],
    ['the path in another case is another path', '/news/feeds/tags/tides.rss', 404, null],
  ])('%s', async (_name, path, status, location) => {
    const answer = await below.get(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([status, location]);
  });

  test('links and Content-Location name the whole path', async () => {
    const answer = await below.get('/tag/tides/feed/atom/');
    expect(fieldsOf(answer)).toMatchObject({
      'content-location': '/News/feeds/tags/tides.atom',
      link: '<https://example.org/News/feeds/tags/tides.atom>; rel="self", <https://example.org/News/feeds/tags/tides>; rel="alternate"; type="text/html"',
    });
    expect(await answer.text()).toContain('href="https://example.org/News/feeds/tags/tides.atom"');
  });
});
