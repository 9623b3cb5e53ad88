/**
 * Month names that pages use and the locale data lacks: other inflections, other short forms, regional names,
 * and the months of other calendars. Twelve groups each, January first; `_` is a month without extra words.
 */

type MonthRow = readonly [language: string, groups: string];

export const extraMonths: readonly MonthRow[] = [
  ['en', 'janu|febr|marc|apri|_|june jun|july jul|augu|sept|octo|_|dece'],
  ['en', '_|febuary feburary|_|_|_|_|_|_|_|_|_|_'],
  ['de', 'jänner jaenner jän|feber|maerz mär mrz mär|_|_|juno|_|_|sept|_|_|_'],
  ['fr', 'jan|fev fév fevrier févr|mar|_|_|_|jul juill|aout aoû|_|_|_|dec decembre'],
  ['es', 'en|febr|mzo mar|_|mayo|jun|jul|agosto agto|setiembre set sep|oct|_|dic diciem'],
  ['pt', '_|_|marco|_|_|_|_|_|_|_|_|_'],
  ['it', 'gen genn|febbr|marz|_|magg mag|giu giugno|lug luglio|ago|sett set|ott|nov|dic'],
  ['nl', '_|febr|mrt maa|_|_|_|_|_|sept|_|_|_'],
  ['da', '_|_|mrs|_|_|juni|juli|_|sept|_|_|_'],
  ['sv', '_|_|mar|_|_|_|_|_|sept|_|_|_'],
  ['fi', 'tammik|helmik|maalisk|huhtik|toukok|kesäk|heinäk|elok|syysk|lokak|marrask|jouluk'],
  ['is', '_|_|marz|_|mai|juni|juli|agust|_|oktober|_|_'],
  ['ru', 'янв|фев февр|мар|апр|мая май|июн|июл|авг|сен сент|окт|ноя нояб|дек'],
  ['uk', 'січ|лют|бер|квіт кві|трав тра|черв чер|лип|серп сер|вер|жовт жов|лист|груд гру'],
  ['be', '_|_|_|_|мая траўня|_|_|_|_|_|лістапада|_'],
  ['bg', 'ян яну|фев|мар|апр|_|юни|юли|авг|сеп септ|окт|ное ноем|дек'],
  ['sr', 'јануара јан|фебруара феб|марта|априла|маја|јуна|јула|августа|септембра|октобра|новембра|децембра'],
  ['sr', 'januara|februara|marta|aprila|maja|juna|jula|avgusta|septembra|oktobra|novembra|decembra'],
  ['bs', '_|_|_|_|_|_|jula|augusta|_|_|_|_'],
  ['sl', 'januarja|februarja|marca|aprila|maja|junija|julija|avgusta|septembra|oktobra|novembra|decembra'],
  ['mk', 'јан|фев|мар|апр|мај|јун|јул|авг|сеп септ|окт|ное ноем|дек'],
  ['hr', 'sijecnja|veljace|ozujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna|listopada|studenog studenoga|prosinca'],
  ['cs', '_|unora|brezna|_|kvetna|cervna|cervence|_|zari|rijna|_|_'],
  ['sk', '_|_|_|aprila|maja|juna|jula|_|_|oktobra|_|_'],
  ['pl', '_|_|_|_|_|_|_|sier|wrze|pazdziernika paźdz pazdz|_|_'],
  ['ro', 'ianuar|_|mart|apr|_|_|_|_|_|_|noi|_'],
  ['hu', 'januar|februar febr|marcius marc|aprilis apr|majus maj|junius jun|julius jul|aug|szept szep|okt|_|dec'],
  ['lt', 'saus sau|vas|kov|bal baland|geg|birž bir|liep|rugp|rugs|spal spa|lapkr lap|gruod gru'],
  [
    'lv',
    'janvāra janvārī|februāra februārī|marta martā|aprīļa aprīlī|maija maijā|jūnija jūnijā|jūlija jūlijā|augusta augustā|septembra septembrī|oktobra oktobrī|novembra novembrī|decembra decembrī',
  ],
  [
    'et',
    'jaanuaril jaanuari|veebruaril veebruari|märtsil märtsi|aprillil aprilli|mail|juunil|juulil|augustil|septembril|oktoobril|novembril|detsembril',
  ],
  [
    'eu',
    'urtarrilaren|otsailaren|martxoaren|apirilaren|maiatzaren|ekainaren|uztailaren|abuztuaren|irailaren|urriaren|azaroaren|abenduaren',
  ],
  ['eu', 'urtarrilak|otsailak|martxoak|apirilak|maiatzak|ekainak|uztailak|abuztuak|irailak|urriak|azaroak|abenduak'],
  ['mt', 'jannar|frar|marzu|april|mejju|ġunju|lulju|awwissu|settembru|ottubru|novembru|diċembru'],
  ['ha', 'janairu|fabrairu|maris|afirilu|mayu|yuni|yuli|agusta|satumba|oktoba|nuwamba|disamba'],
  ['ml', '_|_|_|എപ്രിൽ|_|_|_|_|_|_|_|_'],
  [
    'el',
    'ιανουάριος ιανουαρίου ιαν|φεβρουάριος φεβ φεβρ|μάρτιος μαρ μάρτη|απρίλιος απρ απρίλη|μάιος μαΐου μαϊ μαη|ιούνιος ιουν ιούνη|ιούλιος ιουλ ιούλη|αύγουστος αυγ αυγούστου|σεπτέμβριος σεπτ σεπ|οκτώβριος οκτ|νοέμβριος νοε νοεμ|δεκέμβριος δεκ',
  ],
  ['tr', 'ocak|subat|mart|nis|mayis may|haz|tem|agustos ağus|eylul eyl|eki|kasim|aralik'],
  ['az', 'yanvar|fevral|mart|aprel apreli|mayi|iyunu|iyulu|_|_|_|_|_'],
  ['az', 'январь|февраль|март|апрель|май|ијун|ијул|август|сентјабр|октјабр|нојабр|декабр'],
  ['uz', 'январ|феврал|март|апрел|май|июн|июл|август|сентябр|октябр|ноябр|декабр'],
  ['kk', 'қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан'],
  [
    'kk',
    'қаңтардағы|ақпандағы|наурыздағы|сәуірде|мамырда|маусымда|шілдеде|тамызда|қыркүйекте|қазанда|қарашада|желтоқсанда',
  ],
  ['tt', 'гыйнвар|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь'],
  ['ky', 'январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь'],
  ['tg', 'январи|феврали|марти|апрели|майи|июни|июли|августи|сентябри|октябри|ноябри|декабри'],
  ['ka', 'იან|თებ|მარ|აპრ|მაი|ივნ|ივლ|აგვ|სექ|ოქტ|ნოე|დეკ'],
  [
    'ar',
    'جانفي ينائر كانون_الثاني|فيفري شباط فبرايير|آذار مارس|أفريل ابريل إبريل نيسان نيسان|ماي أيار مايو مايس|جوان حزيران يونية|جويلية تموز يوليه يوليوز|أوت آب اغسطس غشت|أيلول سبتمير شتنبر|تشرين_الأول تشرين_أول اكتوبر|تشرين_الثاني تشرين_ثاني نونبر|كانون_الأول كانون_أول دجنبر',
  ],
  ['ar', 'كانون_ثاني كانون_ثان|_|_|_|_|_|_|_|_|_|تشرين_ثان|_'],
  ['fa', 'ژانویه|فوریه|مارس|آوریل آپریل|مه می|ژوئن|ژوئیه جولای|اوت آگوست|سپتامبر|اکتبر|نوامبر|دسامبر'],
  [
    'he',
    'בינואר ינו|בפברואר פבר|במרץ מארס במארס|באפריל אפר|במאי|ביוני|ביולי|באוגוסט אוג|בספטמבר ספט|באוקטובר אוק אוקט|בנובמבר נוב|בדצמבר דצמ',
  ],
  ['hi', 'जन|फरवरी फर फ़र|मार्च|अप्रेल|मई|जून|जुलाय जुल|अग|सितम्बर सित|अक्तूबर अक्टू|नवम्बर नव|दिसम्बर दिस'],
  ['mr', '_|_|_|अप्रिल|_|_|_|_|_|_|_|_'],
  ['bn', 'জানুয়ারী|ফেব্রুয়ারী|_|_|_|_|_|অগাস্ট|_|_|_|_'],
  ['ta', 'ஜன|பிப் பிப்|_|_|_|ஜுன்|ஜுலை|_|_|_|_|_'],
  ['te', '_|_|_|_|_|_|జూలై|ఆగస్ట్|_|_|_|_'],
  ['si', 'ජනවාරි|පෙබරවාරි|මාර්තු|අප්‍රේල්|මැයි|ජූනි|ජූලි|අගෝස්තු|සැප්තැම්බර්|ඔක්තෝබර්|නොවැම්බර්|දෙසැම්බර්'],
  ['th', 'มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา'],
  ['id', 'jan|pebruari peb|mar|_|_|_|_|agt agst agus|sept|_|nop nopember|_'],
  ['sw', 'januari|februari|machi|aprili|mei|juni|julai|agosti|septemba|oktoba|novemba|desemba'],
  [
    'vi',
    'tháng_giêng tháng_một|tháng_hai|tháng_ba|tháng_tư|tháng_năm|tháng_sáu|tháng_bảy|tháng_tám|tháng_chín|tháng_mười|tháng_mười_một|tháng_mười_hai tháng_chạp',
  ],
  ['eo', 'januaro|februaro|marto|aprilo|majo|junio|julio|aŭgusto|septembro|oktobro|novembro|decembro'],
  ['la', 'januarii|februarii|martii|aprilis|maii|junii|julii|augusti|septembris|octobris|novembris|decembris'],
  ['mt', 'jannar|frar|marzu|april|mejju|gunju ġunju|lulju|awwissu|settembru|ottubru|novembru|dicembru diċembru'],
  ['lb', 'januar|februar|mäerz|abrëll|mee|juni|juli|august|september|oktober|november|dezember'],
  ['ha', 'janairu|faburairu|maris|afrilu|mayu|yuni|yuli|agusta|satumba|oktoba|nuwamba|disamba'],
  ['so', 'janaayo|febraayo|maarso|abriil|maajo|juun|luulyo|ogosto|sebtembar|oktoobar|nofembar|desembar'],
  ['ku', 'çile|sibat|adar|nîsan|gulan|hezîran|tîrmeh|tebax|îlon|cotmeh|mijdar|kanûn'],
  ['yo', '_|_|_|_|_|_|_|_|_|_|_|_'],
];

/** Months in Roman numbers, as Poland and Hungary write them: `20 IV 2021`. */
export const romanMonths = 'i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii';

/** The months of the Solar Hijri calendar of Iran, Farvardin first; the second row is the Afghan one. */
export const persianMonths: readonly string[] = [
  'فروردین|اردیبهشت|خرداد|تیر|مرداد امرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند',
  'حمل|ثور|جوزا|سرطان|اسد|سنبله|میزان|عقرب|قوس|جدی|دلو|حوت',
  'farvardin|ordibehesht|khordad|tir|mordad amordad|shahrivar|mehr|aban|azar|dey|bahman|esfand',
];

/** The months of the Islamic calendar, Muharram first. */
export const hijriMonths: readonly string[] = [
  'محرم محرّم|صفر|ربيع_الأول ربيع_أول|ربيع_الآخر ربيع_الثاني ربيع_ثاني|جمادى_الأولى جمادى_الأول جمادى_الاولى|جمادى_الآخرة جمادى_الثانية جمادى_الاخرة|رجب|شعبان|رمضان|شوال شوّال|ذو_القعدة ذي_القعدة|ذو_الحجة ذي_الحجة',
  "muharram|safar|rabi_al-awwal rabi'_al-awwal rabi_i|rabi_al-thani rabi_ii|jumada_al-awwal jumada_al-ula jumada_i|jumada_al-thani jumada_al-akhirah jumada_ii|rajab|shaban sha'ban shaaban|ramadan ramadhan|shawwal|dhu_al-qadah dhul_qadah|dhu_al-hijjah dhul_hijjah",
];
