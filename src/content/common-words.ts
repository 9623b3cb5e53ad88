/**
 * Words that stand in nearly every paragraph of a language with Latin letters, by its name in ISO 639-3. They tell a
 * language from all that are not its relatives, and which ones are worth a closer look.
 */
const COMMON: Readonly<Record<string, string>> = {
  afr: 'die van en het is nie dat met vir ook wat sy aan deur te word hulle ons',
  als: 'dhe të në e i për me një nga që është se janë ka duke si më do',
  azj: 'və bir bu ilə üçün olan da də ki o isə edib ən bütün həm olub',
  bos: 'je i u na se da su za od koji kako što sa ali bi će kao iz',
  cat: 'de la i el que els en les un una per amb del és va no ha al',
  ces: 'a se v na je že to s z do o ve pro jako by po od jsou za který',
  dan: 'og i at det er en til på som med for af den de har ikke et der fra',
  deu: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als',
  eng: 'the of and to in a is that for on with as was by at from it he his are',
  est: 'ja on ei et oli see ta kui ka aga oma mis või ning kes nii siis selle',
  eus: 'eta da du ez bat dute dira ere baina den hau zuen izan egin dela dituzte',
  fin: 'ja on ei että oli se hän mutta myös kun ovat joka sen tai ole niin mukaan',
  fra: 'de la le et les des en un du une que à est pour qui dans par sur au il',
  glg: 'de a e o que do da en os un unha no na para por con as é non máis',
  hrv: 'je i u na se da su za od koji kako što s ali bi će kao iz nije',
  hun: 'a az és hogy nem is egy ez meg azt el van volt ki csak már de még',
  ind: 'yang dan di dengan untuk dari ini itu pada tidak dalam akan juga ke oleh adalah para',
  isl: 'og að í á er sem það til um var við með ekki en hann af fyrir þess',
  ita: 'di e il la che in un a per è una del con non le i da si alla nel',
  lav: 'un ir ar no uz par kas ka tika bija viņš tas arī gada pēc lai kā vai',
  lit: 'ir į kad iš yra buvo su tai kaip bet jis ar už apie nuo po dėl taip',
  nld: 'de van het een en in is dat op te met zijn voor niet aan er om ook als bij',
  nno: 'og i det er på til som for ein av at med har dei ikkje frå den å eit vart',
  nob: 'og i det er på til som en for av at med har de ikke fra den å et var',
  pol: 'i w na z się do że nie jest to o jak po za od przez dla są przy ale',
  por: 'de a o e que do da em os um uma para no na com não por as é se',
  ron: 'de și în a la cu pe că o nu un care din se mai pentru este sunt au',
  slk: 'a sa v na je že to s z do o vo pre ako by po od sú za ktorý',
  slv: 'je in v na se da so za ki ne s pa tudi bi po od ali kot pri iz',
  som: 'oo ka iyo ku in ay waa waxaa la soo u ah ee ayaa uu si kale ma',
  spa: 'de la que el en y a los del se las por un para con una no su al es',
  srp: 'je i u na se da su za od koji kako što sa ali bi će kao iz',
  swe: 'och i att det som en på är av för med till den har de inte om ett men',
  swh: 'ya wa na kwa ni za katika la cha kuwa yake hiyo huo hii wake hayo kama',
  tgl: 'ang ng sa na mga at ay si ni para nang may hindi kay kung siya niya ito',
  tur: 've bir bu da de için ile olarak çok daha olan gibi ne sonra kadar ise en',
  uzn: 'va bilan bu uchun ham bir bolgan deb esa edi haqida lekin boʻyicha bo qilish',
  vie: 'và của là có không được cho các những trong một với người này đã khi về ông',
  zlm: 'yang dan di untuk dengan ini itu kepada tidak dalam pada akan oleh juga daripada adalah ke',
  zul: 'ukuthi futhi kodwa uma ngoba lapho kanye bese nje ukuba kakhulu ngesikhathi abantu',
};

/** Languages that common words alone do not tell apart. */
const RELATIVES: readonly (readonly string[])[] = [
  ['dan', 'nob', 'nno', 'swe'],
  ['ces', 'slk'],
  ['bos', 'hrv', 'srp', 'slv'],
  ['spa', 'por', 'glg', 'cat'],
  ['ind', 'zlm'],
  ['nld', 'afr'],
  ['tur', 'azj', 'uzn'],
];

const SPEAKERS = new Map<string, string[]>();
for (const [language, words] of Object.entries(COMMON)) {
  for (const word of words.split(' ')) SPEAKERS.set(word, [...(SPEAKERS.get(word) ?? []), language]);
}

const WORD = /\p{L}+/gu;
const LATIN = /\p{Script=Latin}+/gu;
/** So many of a text's words must be common ones of a language before others need no closer look, … */
const LEAST_SHARE = 0.08;
/** … and those of others so much fewer. */
const FAR = 0.6;
/** A text of so many words without one common word in fifty is a list of names, or in no language that is known here. */
const MANY_WORDS = 50;
const HARDLY_ANY = 0.02;

/** Signs beyond the sixteen bits of one are counted once. */
const latinLetters = (text: string): number =>
  text.match(LATIN)?.reduce((sum, run) => sum + (BEYOND.test(run) ? [...run].length : run.length), 0) ?? 0;

const BEYOND = /[\ud800-\udbff]/;

/**
 * The languages with Latin letters that a text may be in, by its common words: one when no other comes near it, none when
 * it has hardly any of them. Undefined when they say too little, as for any other script. It costs a thirtieth of the
 * closer look at all languages.
 */
export function likelyLanguages(text: string): readonly string[] | undefined {
  if (latinLetters(text) * 2 < text.length) return undefined;
  const votes = new Map<string, number>();
  let words = 0;
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    words += 1;
    for (const language of SPEAKERS.get(word) ?? []) votes.set(language, (votes.get(language) ?? 0) + 1);
  }
  const most = Math.max(0, ...votes.values());
  if (words >= MANY_WORDS && most < words * HARDLY_ANY) return [];
  if (most === 0 || most < words * LEAST_SHARE) return undefined;
  const near = [...votes].filter(([, count]) => count >= most * FAR).map(([language]) => language);
  const families = RELATIVES.filter((family) => family.some((language) => near.includes(language)));
  return [...new Set([...near, ...families.flat()])];
}
