/** Words that only tags follow, by language. Lower case. */
const SURE = `tag|tags|article tags|story tags|related tags|tags in this (?:article|story)|tagged(?: (?:as|in|with|under))?|labels?|keywords?|key words
  |filed (?:under|in|to)|topics?(?: in this (?:article|story|post))?|article topics|subjects|categories and tags|follow topics
  |schlagw[oö]rte[rn]?|schlagworte|stichw[oö]rte[rn]?|stichworte|themen|themen (?:in diesem artikel|des artikels|dieses artikels)|schlüsselwörter
  |mots[- ]clés|étiquettes|thèmes|sujets|sujets associés|thèmes associés|dans ce dossier|tags associés
  |etiquetas|temas|palabras clave|archivado en|temas (?:que aparecen en esta nota|relacionados|de esta nota)|en esta noticia|en este artículo
  |palavras[- ]chave|marcadores|tópicos(?: relacionados)?|assuntos(?: relacionados)?|temas da notícia
  |argomenti(?: trattati)?|etichette|tag articolo|temi|parole chiave|trefwoorden|onderwerpen|gerelateerde onderwerpen|labels bij dit artikel
  |ämnen(?: i artikeln)?|ämnesord|nyckelord|emner|emneord|nøkkelord|nøgleord|stikord|aiheet|avainsanat|asiasanat
  |tagi|tematy|słowa kluczowe|štítky|klíčová slova|témata|témy|značky|kľúčové slová|címkék|kulcsszavak|témák|etichete|cuvinte cheie|subiecte
  |etiketler|konular|ilgili konular|haber etiketleri|anahtar kelimeler|oznake|ključne riječi|ključne reči|ознаке|кључне речи
  |теги|тэги|метки|темы|ключевые слова|сюжеты|хештеги|ключові слова|мітки|теми|тагове|етикети|ключови думи|ετικέτες|λέξεις[- ]κλειδιά|θέματα
  |وسوم|الوسوم|كلمات مفتاحية|الكلمات المفتاحية|الكلمات الدلالية|مواضيع|موضوعات|علامات|برچسب‌ها|برچسب ها|برچسب|کلیدواژه‌ها|کلمات کلیدی|ٹیگز
  |תגיות|תגים|נושאים|מילות מפתח|टैग्स|टैग|विषय|कीवर्ड|ট্যাগ|বিষয়|แท็ก|คำค้น|คำสำคัญ|từ khóa|từ khoá|thẻ|chủ đề|topik|kata kunci|label
  |标签|標籤|文章标签|关键词|關鍵詞|关键字|關鍵字|主题词|タグ|キーワード|ハッシュタグ|関連タグ|関連キーワード|関連ワード|トピック|トピックス|태그|키워드|주제|해시태그`;

/** Words that tags follow, or headlines: what follows is tags when the text knows them. */
const OFTEN = `related topics|more topics|in this (?:article|story)|topics in this article|explore more on these topics|(?:read|see) more (?:on|about)|more (?:on|about)
  |find out more about|more on this (?:topic|subject)|learn more about|mehr (?:lesen )?(?:über|zu)|mehr zum thema|verwandte themen|weitere themen|artikel zum thema|thema
  |sur les mêmes thèmes|sur le même thème|à propos de|plus d[’']infos? sur|en savoir plus sur|lire plus sur|más (?:información )?sobre|temas del artículo
  |mais (?:notícias )?sobre|leia mais sobre|tudo sobre|leggi (?:tutto|anche) su|altre notizie su|(?:lees )?meer over|mer om|läs mer om|les mer om|læs mere om
  |lue lisää aiheesta|więcej (?:o|na temat)|zobacz więcej na temat|více o tématu|mai multe despre|подробнее о|ещё о|больше о|більше про|διαβάστε περισσότερα για
  |اقرأ المزيد عن|مزيد عن|موضوعات ذات صلة|مواضيع ذات صلة|موضوعات مرتبط|संबंधित विषय|topik terkait|tag terkait|相关标签|相關標籤|相关话题|話題|话题|関連トピックス|関連トピック
  |관련 ?태그|관련 ?키워드|연관 ?키워드`;

const alternatives = (list: string): string =>
  list
    .split('|')
    .map((label) => label.trim())
    .join('|');

const WORDS = `${alternatives(SURE)}|${alternatives(OFTEN)}`;
const ALONE = new RegExp(`^(?:${WORDS})$`, 'u');
const COLON = /[:：]/u;
const WITH_COLON = new RegExp(`^(?:${WORDS})\\s?[:：]\\s?`, 'iu');
const OFTEN_ALONE = new RegExp(`^(?:${alternatives(OFTEN)})$`, 'u');

const MAX_LABEL_LENGTH = 40;
const bare = (text: string): string => text.toLowerCase().replace(/^[#\s]+|[\s:：#]+$/gu, '');

/** True for a line that says that tags follow on the next ones. */
export const isTagLabel = (text: string): boolean => text.length <= MAX_LABEL_LENGTH && ALONE.test(bare(text));

/** The label at the beginning of a line, with its colon; undefined for a line that has none. */
export const tagLabelOf = (text: string): string | undefined =>
  COLON.test(text.slice(0, MAX_LABEL_LENGTH)) ? WITH_COLON.exec(text)?.[0] : undefined;

/** True for a label that heads lists of headlines as often. */
export const isDoubtfulLabel = (label: string): boolean => OFTEN_ALONE.test(bare(label));
