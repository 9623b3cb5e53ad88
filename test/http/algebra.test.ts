import { expect, test } from 'vitest';
import { serveSite } from './served-site.ts';

test.each([
  ['/tags/section:old-town+-author:mira-holt.rss', 200, undefined],
  ['/tags/-author:mira-holt+section:old-town.rss?limit=1', 308, '/tags/section:old-town+-author:mira-holt.rss?limit=1'],
  ['/Tags/Section:Old-Town+-Author:Mira-Holt.rss', 308, '/tags/section:old-town+-author:mira-holt.rss'],
  ['/sections/old-town+-author:mira-holt.atom', 308, '/tags/section:old-town+-author:mira-holt.atom'],
  ['/authors/mira-holt,series:walks', 308, '/tags/author:mira-holt,series:walks'],
  ['/tags/section:old-town.json', 308, '/sections/old-town.json'],
  ['/tags/(tides).rss/', 308, '/tags/tides.rss'],
  ['/tags/*.rss', 308, '/feed.rss'],
  ['/tags/*,tides.rss', 400, undefined],
  ['/tags/tides+*.atom', 400, undefined],
  ['/sections/*.rss', 400, undefined],
  ['/tag/-*/feed', 400, undefined],
])('%s is %i', async (path, status, location) => {
  const site = await serveSite();
  const answer = await site.get(path);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('location') ?? undefined).toBe(location);
  expect(site.faults).toEqual([]);
});
