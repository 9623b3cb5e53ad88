/** How long reading takes: a label or a verb stands beside the minutes, by language. */
const READING_LABEL =
  'reading time|read time|time to read|estimated reading time|lesezeit|lesedauer|temps de lecture|durée de lecture|lecture|tiempo (?:estimado )?de lectura|lectura|tempo (?:estimado )?de leitura|leitura|tempo di lettura|lettura|leestijd|lästid|lesetid|læsetid|lukuaika|czas czytania|doba čtení|čas čtení|время (?:на )?чтени[ея]|час читання|okuma süresi|χρόνος ανάγνωσης|وقت القراءة|مدة القراءة|زمان مطالعه|阅读时间|阅读需|閱讀時間|読了時間|読むのに約?|읽는 시간';
const READING_TAIL =
  'read|reading|reading time|to read|lesezeit|lesedauer|de lecture|de lectura|de leitura|di lettura|leestijd|lezen|lästid|läsning|lesetid|læsning|czytania|čtení|чтения|на чтение|читать|читання|okuma(?: süresi)?|ανάγνωση|للقراءة|قراءة|مطالعه|阅读|閱讀|で読めます|읽기';
const MINUTES = String.raw`(?:\p{Nd}{1,3}(?: ?[-–] ?\p{Nd}{1,3})?)[ -]?(?:min(?:\.|s|ut\p{L}*)?|мин(?:\.|ут\p{L}*)?|хв(?:\.|илин\p{L}*)?|dk\.?|dakika\p{L}*|λεπτ\p{L}*|دقيقة|دقائق|دقیقه|分钟|分鐘|分|분)`;
const READING_TIME = new RegExp(
  String.raw`^[^\p{L}\p{N}]{0,3}(?:(?:${READING_LABEL}) ?[:：]? ?(?:ca\.?|about|etwa|около|約|约)? ?${MINUTES}[^\p{L}\p{N}]{0,3}|(?:about|ca\.?|~)? ?${MINUTES}[ -]?(?:${READING_TAIL})[^\p{L}\p{N}]{0,3})$`,
  'iu',
);

/** The button or heading of a player that reads the text aloud, perhaps with its length. */
const LISTEN =
  /^(?:listen(?: to (?:this|the) (?:article|story|post))?(?: now)?|play (?:audio|this article)|hear this (?:article|story)|read (?:it )?aloud|(?:(?:den |diesen )?(?:artikel|beitrag|text) )?(?:an|vor)hören|(?:den |diesen )?(?:artikel|beitrag|text) (?:vorlesen|hören)(?: lassen)?|vorlesen(?: lassen)?|écouter (?:cet|l['’]) ?article|écoute[rz]|escuch(?:a|ar|e|á) (?:este|el|esta|la) (?:artículo|audio|noticia|nota)|ou(?:vir|ça) (?:o |este |esta |a )?(?:artigo|texto|notícia|conteúdo|matéria|reportagem)|ascolta (?:questo |l['’] ?)articolo|luister naar (?:dit|het) artikel|lyssna på (?:artikeln|texten)|lyt til artiklen|lytt til (?:artikkelen|saken)|posłuchaj(?: (?:tego )?artykułu)?|прослушать(?: (?:статью|новость|текст|материал))?|слушать (?:статью|новость|текст)|прослухати(?: (?:статтю|новину))?|(?:makaleyi|haberi) dinle|استمع (?:إلى|الى) (?:المقال|الخبر|المقالة|التقرير)|گوش کنید|この記事を(?:聴く|聞く|音声で聴く)|音声で聴く|听新闻|收听(?:本文)?|語音朗讀|기사 듣기)(?:[\s:：·|(–-]*(?:\p{Nd}{1,2}:\p{Nd}{2}|\p{Nd}{1,3} ?(?:min|мин|分|분)\p{L}*\.?))?[\s:：.)!]*$/iu;

/** What the program that played or translated says of itself. */
const SAID_BY_MACHINE =
  /^(?:(?:your|this) browser (?:does not|doesn['’]t) support|(?:please )?enable javascript|(?:please )?activate javascript|javascript (?:is|must be|needs to be) |(?:ihr|dein) browser unterstützt|bitte (?:aktivieren sie )?javascript|votre navigateur (?:ne|n['’])|(?:su|tu) navegador no |seu navegador não |il tuo browser non |(?:je|uw) browser ondersteunt|(?:your|this) (?:device|player) does not support|ваш браузер не|tarayıcınız |متصفحك لا|您的浏览器不支持|お使いのブラウザ|this (?:audio|article|story|translation|text) (?:is|was|has been) (?:auto|ai[- ]|machine|automatically|translated)|cet article (?:a été (?:traduit|lu)|est lu par)|dieser (?:artikel|text|beitrag) (?:wurde|ist) (?:automatisch|maschinell|mit hilfe)|(?:cet article|prenez note que cet article) (?:date|publié|a été publié)|dieser (?:artikel|beitrag|text) ist (?:älter|mehr) als|este artículo tiene más de|este artigo tem mais de|questo articolo (?:ha più|è più vecchio) |dit artikel is (?:ouder|meer) dan|denna artikel är (?:äldre|mer) än|den här artikeln är (?:äldre|mer) än)/iu;

const MAX_LABEL = 70;
const MAX_SAID = 240;

/** True for the line of a page that helps with reading: how long it takes, a player that reads aloud, the age of the page. */
export const isReadingAid = (text: string): boolean =>
  (text.length <= MAX_LABEL && (READING_TIME.test(text) || LISTEN.test(text))) ||
  (text.length <= MAX_SAID && SAID_BY_MACHINE.test(text));
