/** Prints the answers to a few stamps under ten values of TZ, divided by dashes; run as its own process by a test. */
import { noonOf } from '../../src/time/day.ts';
import { httpDate, isoText, readHttpDate, rfc822Date, toInstant } from '../../src/time/instant.ts';
import { readTimestamp } from '../../src/time/timestamp.ts';

const machineZones = [
  'UTC',
  'America/New_York',
  'Europe/London',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Tehran',
  'Pacific/Kiritimati',
];

const lines = [
  '02:27 GMT 20 April 2021',
  '2021-03-28 02:30',
  '20.04.2021',
  '7 November 2021 01:30 ET',
  'April 20, 2021 2:27 AM EDT',
  '1 January 1970 00:30',
  '2021-03-14 02:30',
];

for (const machineZone of machineZones) {
  process.env.TZ = machineZone;
  if (machineZone === 'Asia/Kolkata' && new Date(0).getTimezoneOffset() !== -330)
    throw new Error('TZ was not taken over');
  for (const line of lines) {
    for (const zone of ['UTC', 'Europe/Paris', 'America/New_York']) {
      process.stdout.write(`${JSON.stringify(readTimestamp(line, { zone }))}\n`);
    }
  }
  const instant = toInstant(1_618_885_620_000);
  if (instant === undefined) throw new Error('no instant');
  const printed = [isoText(instant), httpDate(instant), rfc822Date(instant), noonOf('2021-04-20', 'Asia/Tokyo')];
  process.stdout.write(`${printed.join(' ')} ${readHttpDate('Sun Nov  6 08:49:37 1994')}\n----\n`);
}
