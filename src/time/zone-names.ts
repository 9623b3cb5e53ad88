/**
 * What the names of zones in page text mean.
 *
 * An abbreviation is a fixed offset, also in the wrong season: `EST` in July is still five hours behind UTC.
 * Names without a season, such as `ET`, follow the clocks of a place.
 */
export type ZoneMeaning = {
  /** Minutes ahead of UTC, or the IANA zone whose clocks are meant. */
  readonly at: number | string;
  /** Zones whose own abbreviation this is: when one of them is configured, this meaning is taken. */
  readonly home: readonly string[];
  /** Where the meaning is laid down. */
  readonly source: string;
};

type Row = readonly [names: string, at: number | string, source: string, home?: string];

const rfc = 'RFC 5322 4.3';
const tzdb = 'IANA tz database';
const use = 'common use';

/** The first meaning of a name is taken when no configured zone says otherwise. Offsets in hours. */
const rows: readonly Row[] = [
  ['utc gmt ut z zulu', 0, 'RFC 5322 4.3, RFC 3339'],
  ['est', -5, rfc, 'America/New_York America/Toronto America/Panama America/Jamaica'],
  ['est', 10, use, 'Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Hobart Australia/Canberra'],
  ['edt', -4, rfc, 'America/New_York America/Toronto'],
  ['edt', 11, use, 'Australia/Sydney Australia/Melbourne Australia/Hobart Australia/Canberra'],
  ['cst', -6, rfc, 'America/Chicago America/Winnipeg America/Mexico_City America/Costa_Rica'],
  ['cst', 8, tzdb, 'Asia/Shanghai Asia/Taipei Asia/Macau Asia/Chongqing PRC'],
  ['cst', -5, tzdb, 'America/Havana Cuba'],
  ['cst', 9.5, use, 'Australia/Adelaide Australia/Darwin'],
  ['cdt', -5, rfc, 'America/Chicago America/Winnipeg'],
  ['cdt', -4, tzdb, 'America/Havana Cuba'],
  ['mst', -7, rfc, 'America/Denver America/Phoenix America/Edmonton'],
  ['mst', 8, use, 'Asia/Kuala_Lumpur'],
  ['mdt', -6, rfc, 'America/Denver America/Edmonton'],
  ['pst', -8, rfc, 'America/Los_Angeles America/Vancouver America/Tijuana'],
  ['pst', 8, tzdb, 'Asia/Manila'],
  ['pdt', -7, rfc, 'America/Los_Angeles America/Vancouver America/Tijuana'],
  ['akst', -9, tzdb],
  ['akdt', -8, tzdb],
  ['hst', -10, tzdb],
  ['hdt', -9, tzdb],
  ['ast', -4, tzdb, 'America/Halifax America/Puerto_Rico Atlantic/Bermuda'],
  ['ast', 3, use, 'Asia/Riyadh Asia/Baghdad Asia/Kuwait Asia/Qatar Asia/Bahrain Asia/Aden'],
  ['adt', -3, tzdb],
  ['nst', -3.5, tzdb],
  ['ndt', -2.5, tzdb],
  ['bst', 1, tzdb, 'Europe/London Europe/Belfast Europe/Jersey Europe/Guernsey Europe/Isle_of_Man GB'],
  ['bst', 6, use, 'Asia/Dhaka'],
  ['bst', 11, use, 'Pacific/Bougainville'],
  ['wet', 0, tzdb],
  ['west', 1, tzdb],
  ['cet mez', 1, tzdb],
  ['cest mesz', 2, tzdb],
  ['met', 1, tzdb],
  ['mest', 2, tzdb],
  ['eet', 2, tzdb],
  ['eest', 3, tzdb],
  ['msk мск', 3, tzdb],
  ['msd', 4, tzdb],
  ['trt', 3, use],
  ['ist', 5.5, tzdb, 'Asia/Kolkata Asia/Calcutta'],
  ['ist', 2, tzdb, 'Asia/Jerusalem Asia/Tel_Aviv Israel'],
  ['ist', 1, tzdb, 'Europe/Dublin Eire'],
  ['idt', 3, tzdb],
  ['pkt', 5, tzdb],
  ['npt', 5.75, use],
  ['slst', 5.5, use],
  ['mmt', 6.5, use],
  ['bdt', 6, use],
  ['ict', 7, use],
  ['wib', 7, tzdb],
  ['wita', 8, tzdb],
  ['wit', 9, tzdb],
  ['myt', 8, use],
  ['sgt', 8, use],
  ['hkt', 8, tzdb],
  ['pht', 8, use],
  ['jst', 9, tzdb],
  ['kst', 9, tzdb],
  ['awst', 8, tzdb],
  ['acst', 9.5, tzdb],
  ['acdt', 10.5, tzdb],
  ['aest', 10, tzdb],
  ['aedt', 11, tzdb],
  ['nzst', 12, tzdb],
  ['nzdt', 13, tzdb],
  ['gst', 4, use, 'Asia/Dubai Asia/Muscat'],
  ['gst', -2, use, 'Atlantic/South_Georgia'],
  ['amt', 4, use, 'Asia/Yerevan'],
  ['amt', -4, use, 'America/Manaus America/Porto_Velho America/Cuiaba'],
  ['azt', 4, use],
  ['get', 4, use],
  ['irst', 3.5, use],
  ['irdt', 4.5, use],
  ['aft', 4.5, use],
  ['uzt', 5, use],
  ['sast', 2, tzdb],
  ['cat', 2, tzdb],
  ['eat', 3, tzdb],
  ['wat', 1, tzdb],
  ['brt', -3, use],
  ['brst', -2, use],
  ['art', -3, use],
  ['clt', -4, use],
  ['clst', -3, use],
  ['cot', -5, use],
  ['pet', -5, use],
  ['vet', -4, use],
  ['uyt', -3, use],
  ['pyt', -3, use],
  ['bot', -4, use],
  ['sst', -11, tzdb, 'Pacific/Pago_Pago Pacific/Midway'],
  ['sst', 8, use, 'Asia/Singapore'],
  ['chst', 10, tzdb],
  ['et', 'America/New_York', use],
  ['ct', 'America/Chicago', use],
  ['mt', 'America/Denver', use],
  ['pt', 'America/Los_Angeles', use],
];

/** Every meaning of a lower-case name, the usual one first. */
export const zoneNames: ReadonlyMap<string, readonly ZoneMeaning[]> = tabulate();

function tabulate(): Map<string, ZoneMeaning[]> {
  const table = new Map<string, ZoneMeaning[]>();
  for (const [names, at, source, home = ''] of rows) {
    const meaning = { at: typeof at === 'number' ? at * 60 : at, home: home.split(' '), source };
    for (const name of names.split(' ')) table.set(name, [...(table.get(name) ?? []), meaning]);
  }
  return table;
}

/** The meaning of a name for a reader in `configured`, and whether the name has others. */
export function meaningOf(
  name: string,
  configured: string | undefined,
): { meaning: ZoneMeaning; others: boolean } | undefined {
  const meanings = zoneNames.get(name);
  const usual = meanings?.[0];
  if (meanings === undefined || usual === undefined) return undefined;
  const meaning = meanings.find((one) => configured !== undefined && one.home.includes(configured)) ?? usual;
  return { meaning, others: meanings.length > 1 };
}
