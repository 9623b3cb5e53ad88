import { expect, test } from 'vitest';
import { placeZones } from '../../src/time/place-zones.ts';
import { zoneNames } from '../../src/time/zone-names.ts';
import { isZone } from '../../src/time/zones.ts';

test('every zone of the table of places is one that the platform knows', () => {
  const unknown = [...placeZones.values()].flat().filter(({ at }) => typeof at !== 'string' || !isZone(at));
  expect(unknown).toEqual([]);
  expect(placeZones.size).toBeGreaterThan(600);
});

test('no name stands in both tables of zones', () => {
  expect([...placeZones.keys()].filter((name) => zoneNames.has(`${name} time`))).toEqual([]);
});

test.each([
  ['Kabul', 'Asia/Kabul'],
  ['Canberra', 'Australia/Sydney'],
  ['Ottawa', 'America/Toronto'],
  ['Brasilia', undefined],
  ['Pretoria', 'Africa/Johannesburg'],
  ['Washington', 'America/New_York'],
  ['Naypyidaw', 'Asia/Yangon'],
  ['Wellington', 'Pacific/Auckland'],
])('the capital %s has the clocks of %s', (city, zone) => {
  expect(placeZones.get(city.toLowerCase())?.[0]?.at).toBe(zone);
});
