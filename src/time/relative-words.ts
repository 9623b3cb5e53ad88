import type { Unit } from './entry.ts';

/** Words of stamps that count from now. Terms are divided by `|`; a term may be a phrase. */

/** Days by their distance from today. */
export const namedDays: readonly (readonly [days: number, terms: string])[] = [
  [
    0,
    "today|heute|aujourd'hui|aujourdhui|hoy|hoje|oggi|vandaag|i dag|idag|i dag|tänään|сегодня|сьогодні|сёння|днес|данас|danas|денес|dnes|dzisiaj|dziś|dzis|ma|astăzi|azi|šiandien|šodien|täna|σήμερα|bugün|bu gün|اليوم|امروز|آج|היום|आज|আজ|இன்று|నేడు|ఈరోజు|આજે|ഇന്ന്|hari ini|hôm nay|วันนี้|今天|今日|本日|きょう|오늘|leo|ngayon|avui|gaur|sot|այսօր|დღეს|бүгін|vandag|í dag|heddiw|inniu|өнөөдөр",
  ],
  [
    -1,
    'yesterday|gestern|hier|ayer|ontem|ieri|gisteren|i går|igår|eilen|вчера|вчора|учора|ўчора|јуче|juče|jučer|včeraj|вчера|včera|wczoraj|tegnap|vakar|eile|χθες|χτες|dün|dünən|أمس|البارحة|يوم أمس|دیروز|گزشتہ کل|אתמול|कल|গতকাল|நேற்று|నిన్న|ગઈકાલે|ഇന്നലെ|kemarin|semalam|kelmarin|hôm qua|เมื่อวาน|เมื่อวานนี้|昨天|昨日|きのう|어제|jana|kahapon|ahir|atzo|dje|երեկ|გუშინ|кеше|gister|í gær|ddoe|inné|өчигдөр',
  ],
  [
    -2,
    'day before yesterday|the day before yesterday|vorgestern|avant-hier|anteayer|antes de ayer|anteontem|altroieri|eergisteren|позавчера|позавчора|przedwczoraj|předevčírem|predvčerom|tegnapelőtt|alaltăieri|toissapäivänä|i förrgår|προχθές|evvelsi gün|أول أمس|پریروز|שלשום|परसों|kemarin lusa|hôm kia|前天|一昨日|おととい|그저께|그제',
  ],
  [
    1,
    'tomorrow|morgen|demain|mañana|amanhã|domani|i morgen|imorgon|i morgon|huomenna|завтра|утре|sutra|jutro|zítra|holnap|mâine|rytoj|rīt|homme|αύριο|yarın|غدا|غداً|فردا|מחר|আগামীকাল|besok|ngày mai|พรุ่งนี้|明天|明日|내일|kesho|bukas|demà|bihar',
  ],
];

/** This very moment. */
export const nowWords =
  "just now|right now|now|moments ago|a moment ago|a few seconds ago|few seconds ago|gerade eben|soeben|jetzt|à l'instant|ahora|ahora mismo|agora|agora mesmo|adesso|proprio ora|ora|zojuist|zonet|nu|nyss|just nu|lige nu|akkurat nå|juuri nyt|только что|сейчас|щойно|токущо|upravo|právě teď|přávě|przed chwilą|teraz|most|éppen most|acum|chiar acum|τώρα|μόλις τώρα|şimdi|az önce|الآن|قبل قليل|اکنون|هم اکنون|ابھی|עכשיו|אभी|अभी|এইমাত্র|baru saja|vừa xong|เมื่อสักครู่|刚刚|剛剛|刚才|たった今|방금|방금 전|지금|sasa hivi|ngayon lang";

/** What makes a length of time point back. */
export const agoWords =
  'ago|back|earlier|vor|il y a|y a|depuis|hace|há|ha|atrás|fa|geleden|siden|sedan|för|sitten|назад|тому назад|тому|таму|преди|пре|pre|prije|pred|před|temu|ezelőtt|perce|órája|napja|hete|hónapja|éve|hai|acum|cu|în urmă|prieš|pirms|tagasi|πριν|πριν από|önce|əvvəl|منذ|قبل|پیش|قبل از|پہلے|לפני|पहले|पूर्वी|আগে|முன்|முன்பு|క్రితం|પહેલા|પહેલાં|മുമ്പ്|ਪਹਿਲਾਂ|yang lalu|lalu|lepas|yang lepas|trước|cách đây|ที่แล้ว|วันที่แล้ว|ที่ผ่านมา|ก่อน|前|以前|之前|전|iliyopita|zilizopita|yaliyopita|uliopita|nakalipas|ang nakalipas|ang nakakaraan|fa|duela|më parë|առաջ|წინ|бұрын|gelede|fyrir|síðan|yn ôl|ó shin|өмнө';

/** Says nothing. */
export const fillers =
  'about|around|almost|over|some|circa|etwa|ca|rund|environ|env|unos|unas|cerca de|cerca|aproximadamente|circa|ongeveer|около|примерно|ok|około|asi|cca|yaklaşık|حوالي|约|約|약|ang|mga|and|и|et|y|e|und|en|på|od|από|de|از|के|đã|dentro|o|a|và|khoảng|只|ก็|ได้';

/** Numbers as words. */
export const amounts: readonly (readonly [amount: number, terms: string])[] = [
  [0.5, 'half an|half a|una media|media|halben|halve|полчаса'],
  [
    1,
    "a|an|one|eine|einer|einem|einen|ein|un|une|una|uno|um|uma|un'|een|en|et|ett|één|yksi|один|одну|одна|одной|одне|една|један|jednu|jedan|jeden|jedna|jedną|egy|o|vienas|viena|üks|ένα|μία|μια|bir|واحدة|واحد|یک|ایک|אחת|एक|এক|ஒரு|ఒక|એક|satu|một|หนึ่ง|一|いち|한|moja|isang|isa",
  ],
  [
    2,
    'two|zwei|deux|dos|dois|duas|due|twee|to|två|kaksi|два|две|дві|dva|dvě|dve|dwa|dwie|kettő|két|două|doi|δύο|iki|دو|שעתיים|दो|দুই|dua|hai|สอง|两|兩|二|두|mbili|dalawang',
  ],
  [
    3,
    'three|drei|trois|tres|três|tre|drie|kolme|три|tři|tri|trzy|három|trei|τρεις|üç|ثلاث|ثلاثة|سه|שלוש|तीन|তিন|tiga|ba|สาม|三|세|tatu|tatlong',
  ],
  [
    4,
    'four|vier|quatre|cuatro|quatro|quattro|fire|fyra|neljä|четыре|чотири|čtyři|štyri|cztery|négy|patru|dört|أربع|أربعة|چهار|ארבע|चार|empat|bốn|四|네',
  ],
  [
    5,
    'five|fünf|cinq|cinco|cinque|vijf|fem|viisi|пять|п’ять|pět|päť|pięć|öt|cinci|πέντε|beş|خمس|خمسة|پنج|חמש|पांच|lima|năm|五|다섯',
  ],
  [6, 'six|sechs|seis|sei|zes|seks|sex|kuusi|шесть|шість|šest|sześć|hat|altı|ست|ستة|شش|שש|छह|enam|sáu|六'],
  [
    7,
    'seven|sieben|sept|siete|sete|sette|zeven|syv|sju|seitsemän|семь|сім|sedm|siedem|hét|yedi|سبع|سبعة|هفت|שבע|सात|tujuh|bảy|七',
  ],
  [
    8,
    'eight|acht|huit|ocho|oito|otto|åtte|otte|åtta|kahdeksan|восемь|вісім|osm|osiem|nyolc|sekiz|ثماني|ثمانية|هشت|שמונה|आठ|delapan|tám|八',
  ],
  [
    9,
    'nine|neun|neuf|nueve|nove|negen|ni|nio|yhdeksän|девять|devět|dziewięć|kilenc|dokuz|تسع|تسعة|نه|תשע|नौ|sembilan|chín|九',
  ],
  [
    10,
    'ten|zehn|dix|diez|dez|dieci|tien|ti|tio|kymmenen|десять|deset|dziesięć|tíz|on|عشر|عشرة|ده|עשר|दस|sepuluh|mười|十',
  ],
];

/** Lengths of time. */
export const spans: readonly (readonly [unit: Unit, terms: string])[] = [
  [
    'second',
    'second|seconds|sec|secs|s|sekunde|sekunden|sek|seconde|secondes|segundo|segundos|seg|secondo|secondi|seconden|sekunder|sekund|sekunnin|sekuntia|секунд|секунду|секунды|секунда|сек|секунди|sekundy|sekundu|sekundami|másodperce|másodperccel|secunde|secundă|sekundžių|δευτερόλεπτα|δευτερολέπτων|saniye|ثانية|ثواني|ثوان|ثانیه|سیکنڈ|שניות|שנייה|सेकंड|सेकेंड|সেকেন্ড|detik|saat|giây|วินาที|秒|秒钟|秒鐘|초|sekunde|segundo',
  ],
  [
    'minute',
    'minute|minutes|min|mins|m|minuten|min|minuto|minutos|minuti|minuut|minuter|minutter|minutt|minut|minuuttia|minuutti|минут|минуту|минуты|минута|мин|хвилин|хвилини|хвилину|хв|минути|мин|minuta|minute|minutu|minuty|minutami|minutou|perc|perce|perccel|minut|minute|minutes|minučių|minūtēm|minutit|λεπτά|λεπτών|λεπτό|dakika|dk|dəqiqə|دقيقة|دقائق|دقیقه|منٹ|דקות|דקה|मिनट|मिनिट|मिनिटे|मिनिटांपूर्वी|মিনিট|நிமிடங்களுக்கு|நிமிடம்|నిమిషాల|મિનિટ|menit|minit|phút|นาที|分|分钟|分鐘|분|dakika|minuto|minuta|minutu|րոպե|წუთის|минут',
  ],
  [
    'hour',
    'hour|hours|hr|hrs|h|stunde|stunden|std|heure|heures|hora|horas|ora|ore|uur|uren|timer|time|timme|timmar|tunti|tuntia|tunnin|час|часа|часов|ч|годин|години|годину|год|гадзін|гадзіны|часа|сат|сата|сати|sat|sata|sati|hodina|hodinu|hodiny|hodin|hodinami|hodinou|hodín|ura|uro|ure|ur|godzina|godzinę|godziny|godzin|godz|óra|órája|órával|oră|valandą|valandas|valandų|val|stundas|stundām|tundi|ώρες|ωρών|ώρα|saat|sa|ساعة|ساعات|ساعت|گھنٹے|گھنٹہ|שעות|שעה|घंटे|घंटा|घण्टे|तास|तासांपूर्वी|ঘণ্টা|ঘন্টা|மணிநேரத்திற்கு|மணி|గంటల|కલાક|કલાક|jam|giờ|tiếng|ชั่วโมง|ชม|時間|小时|小時|个小时|個小時|시간|saa|masaa|oras|hores|ordu|orë|ժամ|საათის|сағат|uur|klukkustundum|klukkutímum|awr|цаг',
  ],
  [
    'day',
    'day|days|d|tag|tage|tagen|jour|jours|j|día|días|dia|dias|giorno|giorni|dag|dagen|dage|dager|dagar|päivä|päivää|päivän|день|дня|дней|дн|дні|днів|дзён|ден|дни|дана|дан|dan|dana|den|dny|dní|dnů|dnem|วันที่แล้ว|dnev|dni|dzień|nap|napja|nappal|zi|zile|diena|dieną|dienas|dienų|dienām|päeva|μέρες|ημέρες|ημερών|ημέρα|gün|يوم|أيام|يوما|روز|دن|ימים|יום|दिन|दिवस|দিন|நாட்களுக்கு|రోజుల|દિવસ|hari|ngày|วัน|日|天|일|siku|araw|dies|egun|ditë|օր|დღის|күн|dae|dögum|өдөр',
  ],
  [
    'week',
    'week|weeks|wk|wks|w|woche|wochen|semaine|semaines|semana|semanas|settimana|settimane|weken|uge|uger|uke|uker|vecka|veckor|viikko|viikkoa|неделя|неделю|недели|недель|нед|тиждень|тижні|тижнів|седмица|седмици|недеља|nedelja|nedelje|tjedan|tjedna|týden|týdny|týdnů|týdnem|tydzień|tygodnie|tygodni|hete|héttel|săptămână|săptămâni|savaitę|savaites|nädalat|εβδομάδες|εβδομάδα|hafta|أسبوع|أسابيع|هفته|ہفتے|שבוע|שבועות|सप्ताह|हफ्ते|হফতা|সপ্তাহ|minggu|tuần|สัปดาห์|週間|周|週|주|주일|个星期|星期|wiki|linggo|setmanes|aste|javë',
  ],
  [
    'month',
    'month|months|mo|mos|monat|monate|monaten|mois|mes|meses|mês|mese|mesi|maand|maanden|måned|måneder|månad|månader|kuukausi|kuukautta|месяц|месяца|месяцев|мес|місяць|місяці|місяців|месец|месеца|mesec|meseca|mjesec|mjeseca|mjeseci|měsíc|měsíce|měsíců|miesiąc|miesiące|miesięcy|hónapja|hónappal|lună|luni|mėnesį|mėnesius|kuud|μήνες|μήνα|ay|شهر|أشهر|شهور|ماه|ماہ|חודש|חודשים|महीने|महीना|মাস|bulan|tháng|เดือน|ヶ月|か月|カ月|个月|個月|개월|달|miezi|buwan|mesos|hilabete',
  ],
  [
    'year',
    'year|years|yr|yrs|y|jahr|jahre|jahren|an|ans|année|années|año|años|ano|anos|anno|anni|jaar|jaren|år|vuosi|vuotta|год|года|лет|рік|роки|років|година|години|godina|godine|rok|roky|let|lata|lat|éve|évvel|an|ani|metus|metų|gadiem|aastat|χρόνια|έτη|yıl|sene|سنة|سنوات|أعوام|عام|سال|שנה|שנים|साल|वर्ष|বছর|tahun|năm|ปี|年|年间|년|mwaka|miaka|taon|anys|urte|vjet',
  ],
];

/** Lengths that hold their own amount. */
export const countedSpans: readonly (readonly [unit: Unit, amount: number, terms: string])[] = [
  ['minute', 2, 'دقيقتين|دقيقتان|שתי דקות'],
  ['hour', 2, 'ساعتين|ساعتان|שעתיים'],
  ['day', 2, 'يومين|يومان|יומיים'],
  ['week', 2, 'أسبوعين|שבועיים|fortnight'],
  ['month', 2, 'شهرين|חודשיים'],
  ['year', 2, 'سنتين|عامين|שנתיים'],
  ['minute', 30, 'полчаса|півгодини|نصف ساعة|חצי שעה|half hour|半小时|半小時|半時間|반시간'],
  ['hour', 1, 'sejam|saatlik'],
  ['day', 1, 'sehari'],
  ['minute', 1, 'semenit'],
];
