import { describe, expect, test } from 'vitest';
import { likelyLanguages } from '../../src/content/common-words.ts';
import { detectLanguage } from '../../src/content/detect-language.ts';

const OTHER_SCRIPTS: ReadonlySet<string> = new Set([
  'ru',
  'uk',
  'ja',
  'zh',
  'ko',
  'ar',
  'el',
  'hi',
  'th',
  'he',
  'fa',
  'bg',
  'sr',
]);
const asPage = (text: string): string => `<p>${text}</p>`;

/** Two sentences of invented news in each language. */
const NEWS = [
  [
    'en',
    'The council voted on Tuesday to keep the old lighthouse open, and the keepers said they would paint it before the winter storms arrive. The ferry left nine minutes late because a piano had to be carried aboard by hand.',
  ],
  [
    'de',
    'Der Stadtrat beschloss am Dienstag, den alten Leuchtturm offen zu halten, und die Wärter wollen ihn vor den Winterstürmen streichen. Die Fähre legte neun Minuten zu spät ab, weil ein Klavier an Bord getragen werden musste.',
  ],
  [
    'nl',
    'De gemeenteraad besloot dinsdag de oude vuurtoren open te houden, en de wachters willen hem voor de winterstormen schilderen. De veerboot vertrok negen minuten te laat omdat er een piano aan boord gedragen moest worden.',
  ],
  [
    'fr',
    "Le conseil municipal a décidé mardi de garder ouvert le vieux phare, et les gardiens le repeindront avant les tempêtes d'hiver. Le ferry est parti avec neuf minutes de retard parce qu'il fallait monter un piano à bord.",
  ],
  [
    'es',
    'El ayuntamiento decidió el martes mantener abierto el viejo faro, y los fareros lo pintarán antes de las tormentas de invierno. El transbordador salió nueve minutos tarde porque había que subir un piano a bordo.',
  ],
  [
    'pt',
    'A câmara decidiu na terça-feira manter aberto o velho farol, e os faroleiros vão pintá-lo antes das tempestades de inverno. A balsa saiu nove minutos atrasada porque era preciso levar um piano a bordo.',
  ],
  [
    'it',
    'Il consiglio comunale ha deciso martedì di tenere aperto il vecchio faro, e i guardiani lo dipingeranno prima delle tempeste. Il traghetto è partito con nove minuti di ritardo perché si doveva portare a bordo un pianoforte.',
  ],
  [
    'pl',
    'Rada miasta zdecydowała we wtorek, że stara latarnia pozostanie otwarta, a latarnicy pomalują ją przed zimowymi sztormami. Prom odpłynął z dziewięciominutowym opóźnieniem, bo trzeba było wnieść na pokład fortepian.',
  ],
  [
    'cs',
    'Městská rada v úterý rozhodla, že starý maják zůstane otevřený, a strážci ho natřou před zimními bouřemi. Trajekt odplul s devítiminutovým zpožděním, protože bylo třeba vynést na palubu klavír.',
  ],
  [
    'ru',
    'Городской совет решил во вторник оставить старый маяк открытым, а смотрители покрасят его до зимних штормов. Паром отошёл с опозданием на девять минут, потому что на борт пришлось нести пианино.',
  ],
  [
    'uk',
    "Міська рада вирішила у вівторок залишити старий маяк відкритим, а доглядачі пофарбують його до зимових штормів. Пором відійшов із запізненням на дев'ять хвилин, бо на борт довелося нести піаніно.",
  ],
  [
    'sv',
    'Kommunfullmäktige beslutade på tisdagen att hålla den gamla fyren öppen, och fyrvaktarna ska måla den före vinterns stormar. Färjan gick nio minuter för sent eftersom ett piano måste bäras ombord.',
  ],
  [
    'da',
    'Byrådet besluttede tirsdag at holde det gamle fyrtårn åbent, og fyrpasserne vil male det før vinterens storme. Færgen sejlede ni minutter for sent, fordi et klaver skulle bæres om bord.',
  ],
  [
    'fi',
    'Kaupunginvaltuusto päätti tiistaina pitää vanhan majakan auki, ja majakanvartijat maalaavat sen ennen talven myrskyjä. Lautta lähti yhdeksän minuuttia myöhässä, koska piano oli kannettava laivaan.',
  ],
  [
    'tr',
    'Belediye meclisi salı günü eski deniz fenerini açık tutmaya karar verdi ve bekçiler onu kış fırtınalarından önce boyayacak. Feribot, gemiye bir piyano taşınması gerektiği için dokuz dakika geç kalktı.',
  ],
  [
    'id',
    'Dewan kota memutuskan pada hari Selasa untuk tetap membuka mercusuar tua, dan para penjaga akan mengecatnya sebelum badai. Feri berangkat terlambat sembilan menit karena sebuah piano harus diangkat ke atas kapal.',
  ],
  [
    'vi',
    'Hội đồng thành phố quyết định hôm thứ Ba giữ ngọn hải đăng cũ mở cửa, và những người gác đèn sẽ sơn lại trước mùa bão. Chuyến phà khởi hành muộn chín phút vì phải khiêng một cây đàn piano lên tàu.',
  ],
  [
    'ja',
    '市議会は火曜日、古い灯台を残すことを決め、灯台守は冬の嵐の前に塗り直すと述べた。ピアノを船に運び込む必要があったため、フェリーは九分遅れて出発した。',
  ],
  [
    'zh',
    '市议会星期二决定保留旧灯塔开放，看守人表示将在冬季风暴来临之前重新粉刷。由于要把一架钢琴搬上船，渡轮晚了九分钟才出发。乘客们并不介意，他们在甲板上唱起了歌。',
  ],
  [
    'ko',
    '시의회는 화요일 오래된 등대를 계속 열어 두기로 결정했으며, 등대지기들은 겨울 폭풍 전에 칠할 것이라고 말했다. 피아노를 배에 실어야 했기 때문에 여객선은 구 분 늦게 출발했다.',
  ],
  [
    'ar',
    'قرر مجلس المدينة يوم الثلاثاء إبقاء المنارة القديمة مفتوحة، وسيقوم الحراس بطلائها قبل عواصف الشتاء. غادرت العبارة متأخرة تسع دقائق لأنه كان لا بد من حمل بيانو إلى متنها. وقال القبطان إن الركاب ساعدوا في حمله.',
  ],
  [
    'el',
    'Το δημοτικό συμβούλιο αποφάσισε την Τρίτη να κρατήσει ανοιχτό τον παλιό φάρο, και οι φύλακες θα τον βάψουν. Το πλοίο έφυγε με εννέα λεπτά καθυστέρηση επειδή έπρεπε να ανεβάσουν ένα πιάνο.',
  ],
  [
    'hi',
    'नगर परिषद ने मंगलवार को पुराने प्रकाशस्तंभ को खुला रखने का निर्णय लिया, और रखवाले तूफ़ानों से पहले उसे रंगेंगे। एक पियानो को जहाज़ पर चढ़ाना था, इसलिए नौका नौ मिनट देर से चली। यात्रियों ने इसका बुरा नहीं माना।',
  ],
  [
    'ro',
    'Consiliul local a decis marți să păstreze deschis vechiul far, iar paznicii îl vor vopsi înainte de furtunile iernii. Feribotul a plecat cu nouă minute întârziere pentru că un pian trebuia urcat la bord.',
  ],
  [
    'hu',
    'A városi tanács kedden úgy döntött, hogy nyitva tartja a régi világítótornyot, és az őrök a téli viharok előtt kifestik. A komp kilenc perc késéssel indult, mert egy zongorát kellett a fedélzetre vinni.',
  ],
] as const;

test.each(NEWS)('a few sentences of news are known as %s', (code, text) => {
  expect(detectLanguage(asPage(text))).toBe(code);
});

describe('what is not sure is left open', () => {
  test.each([
    ['a headline', '<p>A piano crosses the bay</p>'],
    ['nothing', ''],
    ['numbers', `<p>${'12 345 67 890 '.repeat(40)}</p>`],
    ['code', `<pre>${'const harbour = open(ferry); return harbour.close(); '.repeat(20)}</pre>`],
    ['addresses', `<p>${'https://tidewater.example/the/old/lighthouse '.repeat(20)}</p>`],
    [
      'two languages that are written nearly alike',
      '<p>Fergen gikk ni minutter for sent fordi et piano måtte bæres om bord. Kommunestyret vedtok tirsdag å holde det gamle fyret åpent, og fyrvokterne skal male det før vinterstormene kommer, sier de.</p>',
    ],
  ])('%s', (_name, html) => expect(detectLanguage(html)).toBeUndefined());
});

describe('a first look by common words', () => {
  test.each(NEWS.filter(([code]) => !OTHER_SCRIPTS.has(code ?? '')))(
    '%s is among the likely ones',
    (code = '', text = '') => {
      const likely = likelyLanguages(text)?.map((name) => Intl.getCanonicalLocales(name)[0]);
      expect(likely).toContain(code);
      expect(likely?.length).toBeLessThan(15);
    },
  );

  test.each(NEWS.filter(([code]) => OTHER_SCRIPTS.has(code ?? '')))('%s has letters of its own', (_code, text = '') => {
    expect(likelyLanguages(text)).toBeUndefined();
  });

  test('a long list of names is in none, a short one says too little', () => {
    const names = Array.from({ length: 60 }, (_, place) => `Brundelfax Quorrim${'i'.repeat(place % 7)}`);
    expect(likelyLanguages(names.join(' '))).toEqual([]);
    expect(likelyLanguages('Brundelfax Quorrim')).toBeUndefined();
    expect(likelyLanguages('')).toBeUndefined();
  });
});
