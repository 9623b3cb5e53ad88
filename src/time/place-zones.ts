import { type ZoneMeaning, zoneNames } from './zone-names.ts';

/**
 * The clocks of places, as in `5:04 p.m. Phnom Penh time`: a zone of the IANA database, whose last part is a city, and
 * other names for its clocks: the country where it has one zone only (CLDR generic location names), the capital where
 * it is no city of the database, large cities and adjectives that the news use. A name with several zones (Georgia,
 * Victoria, San José) stands under each of them or is left out; then it is refused.
 */
const places = `
Africa/Abidjan ivory coast|ivorian|yamoussoukro; Africa/Accra ghana|ghanaian;
Africa/Addis_Ababa ethiopia|ethiopian; Africa/Algiers algeria; Africa/Asmara eritrea; Africa/Bamako mali;
Africa/Bangui central african republic; Africa/Banjul gambia|gambian; Africa/Bissau guinea bissau;
Africa/Blantyre malawi|lilongwe; Africa/Brazzaville; Africa/Bujumbura burundi|gitega; Africa/Cairo egypt|egyptian;
Africa/Casablanca morocco|rabat|moroccan; Africa/Conakry guinea; Africa/Dakar senegal;
Africa/Dar_es_Salaam tanzania|dodoma; Africa/Djibouti; Africa/Douala cameroon|yaounde|yaoundé;
Africa/El_Aaiun western sahara; Africa/Freetown sierra leone; Africa/Gaborone botswana;
Africa/Harare zimbabwe|zimbabwean;
Africa/Johannesburg south africa|pretoria|cape town|durban|bloemfontein|south african; Africa/Juba south sudan;
Africa/Kampala uganda; Africa/Khartoum sudan; Africa/Kigali rwanda; Africa/Kinshasa;
Africa/Lagos nigeria|abuja|nigerian; Africa/Libreville gabon; Africa/Lome togo|lomé; Africa/Luanda angola;
Africa/Lubumbashi; Africa/Lusaka zambia; Africa/Malabo equatorial guinea; Africa/Maputo mozambique;
Africa/Maseru lesotho; Africa/Mbabane eswatini|lobamba; Africa/Mogadishu somalia; Africa/Monrovia liberia;
Africa/Nairobi kenya|kenyan; Africa/Ndjamena chad|n'djamena; Africa/Niamey; Africa/Nouakchott mauritania;
Africa/Ouagadougou burkina faso; Africa/Porto-Novo benin|cotonou; Africa/Sao_Tome são tomé; Africa/Tripoli libya;
Africa/Tunis tunisia; Africa/Windhoek namibia; America/Anchorage; America/Anguilla; America/Antigua;
America/Araguaina araguaína; America/Argentina/Rio_Gallegos río gallegos; America/Argentina/Salta;
America/Argentina/San_Luis; America/Argentina/Tucuman tucumán; America/Argentina/Ushuaia; America/Aruba;
America/Asuncion paraguay|asunción; America/Bahia_Banderas; America/Barbados bridgetown; America/Belem belém;
America/Belize belmopan; America/Boa_Vista; America/Bogota colombia|bogotá|colombian; America/Boise;
America/Argentina/Buenos_Aires; America/Campo_Grande; America/Cancun; America/Caracas venezuela|venezuelan;
America/Catamarca; America/Cayenne french guiana; America/Cayman; America/Chicago houston|dallas;
America/Chihuahua; America/Ciudad_Juarez; America/Costa_Rica costa rican; America/Cuiaba cuiabá;
America/Curacao willemstad; America/Dawson_Creek; America/Denver; America/Detroit;
America/Edmonton calgary|alberta; America/El_Salvador san salvador; America/Fortaleza; America/Nuuk;
America/Grand_Turk; America/Grenada; America/Guadeloupe; America/Guatemala guatemala city;
America/Guayaquil ecuador|quito; America/Guyana; America/Halifax; America/Havana cuba|cuban; America/Hermosillo;
America/Indiana/Indianapolis; America/Inuvik; America/Iqaluit; America/Jamaica kingston; America/Jujuy;
America/Juneau; America/La_Paz bolivia|sucre; America/Lima peru;
America/Los_Angeles san francisco|seattle|las vegas|us west coast|west coast; America/Kentucky/Louisville;
America/Maceio maceió; America/Managua nicaragua; America/Manaus; America/Martinique; America/Mazatlan mazatlán;
America/Argentina/Mendoza; America/Mexico_City ciudad de méxico|ciudad de mexico; America/Moncton;
America/Monterrey; America/Montevideo uruguay; America/Montserrat; America/Nassau bahamas;
America/New_York washington|washington dc|boston|miami|atlanta|philadelphia|us east coast|east coast;
America/Panama panama city; America/Paramaribo suriname; America/Phoenix; America/Port-au-Prince haiti;
America/Port_of_Spain trinidad|trinidad and tobago; America/Porto_Velho; America/Puerto_Rico san juan;
America/Punta_Arenas; America/Recife; America/Rio_Branco; America/Santiago chile|chilean;
America/Santo_Domingo dominican republic; America/Sao_Paulo são paulo|brasília|brasilia|rio de janeiro;
America/St_Barthelemy; America/St_Johns st john's|newfoundland; America/St_Kitts; America/St_Lucia;
America/St_Thomas; America/St_Vincent; America/Tegucigalpa honduras; America/Tijuana;
America/Toronto ottawa|montreal; America/Tortola; America/Vancouver; America/Whitehorse; America/Winnipeg manitoba;
Asia/Aden yemen|sanaa; Asia/Almaty astana|nur sultan|kazakhstan; Asia/Amman jordan|jordanian; Asia/Anadyr;
Asia/Aqtau aktau; Asia/Aqtobe; Asia/Ashgabat turkmenistan; Asia/Atyrau; Asia/Baghdad iraq|iraqi;
Asia/Bahrain manama; Asia/Baku azerbaijan|azerbaijani; Asia/Bangkok thailand|thai; Asia/Barnaul;
Asia/Beirut lebanon|lebanese; Asia/Bishkek kyrgyzstan|kyrgyz; Asia/Brunei bandar seri begawan;
Asia/Kolkata india|calcutta|new delhi|delhi|mumbai|bombay|chennai|bengaluru|indian; Asia/Chita;
Asia/Colombo sri lanka|sri jayawardenepura kotte|sri lankan; Asia/Damascus syria|syrian;
Asia/Dhaka bangladesh|dacca|bangladeshi; Asia/Dili timor leste|east timor;
Asia/Dubai united arab emirates|abu dhabi|uae|emirates; Asia/Dushanbe tajikistan|tajik; Asia/Gaza; Asia/Hebron;
Asia/Hong_Kong hk; Asia/Irkutsk; Asia/Jakarta western indonesia|western indonesian;
Asia/Jayapura eastern indonesia|eastern indonesian; Asia/Jerusalem israel|tel aviv|israeli;
Asia/Kabul afghanistan|afghan; Asia/Kamchatka; Asia/Karachi pakistan|islamabad|lahore|pakistani;
Asia/Kathmandu nepal|katmandu|nepali|nepalese; Asia/Krasnoyarsk; Asia/Kuala_Lumpur malaysia|putrajaya|malaysian;
Asia/Kuching; Asia/Kuwait kuwait city; Asia/Macau macao; Asia/Magadan;
Asia/Makassar bali|central indonesia|central indonesian; Asia/Manila philippines|philippine;
Asia/Muscat oman|omani; Asia/Nicosia cyprus; Asia/Novokuznetsk; Asia/Novosibirsk; Asia/Omsk;
Asia/Phnom_Penh cambodia|cambodian; Asia/Pontianak; Asia/Pyongyang north korea|north korean; Asia/Qatar doha;
Asia/Qyzylorda kyzylorda; Asia/Yangon rangoon|naypyidaw|nay pyi taw|myanmar|burma;
Asia/Riyadh saudi arabia|saudi|jeddah|mecca|makkah;
Asia/Ho_Chi_Minh vietnam|saigon|ho chi minh city|hanoi|vietnamese; Asia/Sakhalin; Asia/Samarkand;
Asia/Seoul south korea|korea|korean; Asia/Shanghai china|beijing|peking|chinese; Asia/Singapore;
Asia/Taipei taiwan|taiwanese; Asia/Tashkent uzbekistan|uzbek; Asia/Tbilisi; Asia/Tehran iran|iranian;
Asia/Thimphu bhutan; Asia/Tokyo japan|japanese; Asia/Tomsk; Asia/Ulaanbaatar ulan bator|mongolia;
Asia/Urumqi ürümqi; Asia/Vientiane laos|lao; Asia/Vladivostok; Asia/Yakutsk; Asia/Yekaterinburg;
Asia/Yerevan armenia|armenian; Atlantic/Azores; Atlantic/Bermuda; Atlantic/Canary canaries|canary islands;
Atlantic/Cape_Verde praia; Atlantic/Faroe faroe islands|tórshavn|torshavn; Atlantic/Madeira;
Atlantic/Reykjavik iceland|icelandic; Atlantic/St_Helena; Atlantic/Stanley falkland islands; Australia/Adelaide;
Australia/Brisbane queensland; Australia/Darwin; Australia/Hobart tasmania; Australia/Lord_Howe lord howe island;
Australia/Melbourne; Australia/Perth western australia;
Australia/Sydney canberra|new south wales|australian eastern; Europe/Amsterdam netherlands|dutch|the hague;
Europe/Andorra; Europe/Astrakhan; Europe/Athens greece|greek; Europe/Belgrade serbia|serbian;
Europe/Berlin germany|german; Europe/Bratislava slovakia|slovak; Europe/Brussels belgium|belgian;
Europe/Bucharest romania|romanian; Europe/Budapest hungary|hungarian; Europe/Chisinau moldova|chișinău|moldovan;
Europe/Copenhagen denmark|danish; Europe/Dublin ireland|irish; Europe/Gibraltar; Europe/Guernsey;
Europe/Helsinki finland|finnish; Europe/Isle_of_Man; Europe/Istanbul türkiye|turkiye|ankara|turkey|turkish;
Europe/Kaliningrad; Europe/Kyiv ukraine|kiev|ukrainian; Europe/Lisbon portugal|portuguese;
Europe/Ljubljana slovenia|slovenian; Europe/London united kingdom|uk|british|britain|england|edinburgh;
Europe/Luxembourg; Europe/Madrid spain|spanish; Europe/Malta valletta|maltese;
Europe/Mariehamn åland islands|aland islands; Europe/Minsk belarus|belarusian; Europe/Monaco; Europe/Moscow;
Europe/Oslo norway|norwegian; Europe/Paris france|french; Europe/Podgorica montenegro;
Europe/Prague czechia|czech|czech republic; Europe/Riga latvia|latvian; Europe/Rome italy|italian|milan;
Europe/Samara; Europe/San_Marino; Europe/Sarajevo bosnia and herzegovina|bosnia|bosnian; Europe/Saratov;
Europe/Simferopol; Europe/Skopje north macedonia|macedonia; Europe/Sofia bulgaria|bulgarian;
Europe/Stockholm sweden|swedish; Europe/Tallinn estonia|estonian; Europe/Tirane albania|tirana|albanian;
Europe/Ulyanovsk; Europe/Vaduz liechtenstein; Europe/Vatican vatican city; Europe/Vienna austria|austrian;
Europe/Vilnius lithuania|lithuanian; Europe/Volgograd; Europe/Warsaw poland|polish; Europe/Zagreb croatia|croatian;
Europe/Zurich switzerland|bern|berne|geneva|swiss; Indian/Antananarivo madagascar; Indian/Comoro comoros|moroni;
Indian/Mahe seychelles; Indian/Maldives malé|maldivian; Indian/Mauritius port louis; Indian/Mayotte;
Pacific/Apia samoa; Pacific/Auckland new zealand|wellington|nz|christchurch; Pacific/Bougainville;
Pacific/Chatham chatham islands; Pacific/Efate vanuatu|port vila; Pacific/Fakaofo tokelau; Pacific/Fiji suva;
Pacific/Funafuti tuvalu; Pacific/Galapagos galápagos islands|galapagos islands;
Pacific/Guadalcanal solomon islands|honiara; Pacific/Guam hagåtña|hagatna|chamorro; Pacific/Honolulu hawaii;
Pacific/Kiritimati; Pacific/Kosrae; Pacific/Majuro marshall islands; Pacific/Marquesas marquesas islands;
Pacific/Nauru yaren; Pacific/Niue; Pacific/Norfolk norfolk island; Pacific/Noumea new caledonia|nouméa;
Pacific/Pago_Pago american samoa; Pacific/Palau ngerulmud; Pacific/Pohnpei palikir;
Pacific/Port_Moresby papua new guinea|png; Pacific/Rarotonga cook islands|avarua;
Pacific/Saipan northern mariana islands; Pacific/Tahiti; Pacific/Tarawa; Pacific/Tongatapu tonga|nuku'alofa;
Pacific/Chuuk; America/Regina saskatchewan; America/Los_Angeles washington;
`;

const source = 'IANA tz database, CLDR';

/** The places of the table by their names in lower case, the usual one first, without those that have rows of their own. */
function tabulate(): Map<string, ZoneMeaning[]> {
  const table = new Map<string, ZoneMeaning[]>();
  for (const row of places.split(';')) {
    const [zone = '', ...names] = row.trim().split(' ');
    if (zone === '') continue;
    const city = (zone.split('/').at(-1) ?? '').replaceAll(/[_-]/g, ' ').toLowerCase();
    const others = names.join(' ').split('|');
    const meaning = { at: zone, home: [zone], source };
    for (const name of new Set([city, ...others]))
      if (name !== '' && !zoneNames.has(`${name} time`)) table.set(name, [...(table.get(name) ?? []), meaning]);
  }
  return table;
}

/** What `… time` and `… local time` mean behind a clock, by the name of the place. */
export const placeZones: ReadonlyMap<string, readonly ZoneMeaning[]> = tabulate();
