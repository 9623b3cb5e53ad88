import { remembered } from '../remembered.ts';
import { isReadingAid } from './reading-aids.ts';

/**
 * Words of the page around the article: buttons, links and notices that stand alone on a line, by language. Lower case,
 * without the colons, counts and arrows that may stand around them.
 */
const PHRASES: ReadonlySet<string> = new Set(
  [
    `listen live|listen|watch live|live|copy link|community standards|discussion|discuss|comment|comments|all comments
     |show comments|new comments|show new comments|hide comments|leave a comment|leave a reply|add a comment|add comment
     |write a comment|post a comment|join the conversation|no comments|comment via facebook|in reply to|show comment
     |hide comment|read more|more|see also|read also|also read|related|related articles|related news|related stories
     |related topics|recommended|most read|most popular|trending|popular|latest|latest news|top stories|more news|share
     |share this|share this article|share on facebook|share on twitter|tweet|pin it|send|print|print this page
     |print article|e-mail|email|send by e-mail|save|bookmark|follow us|follow|subscribe|subscribe now|sign in|sign up
     |log in|login|register|my account|search|menu|close|home|homepage|main|skip to content|skip to main content
     |skip to navigation|advertisement|advertising|ad|sponsored|sponsored content|promoted|topic|topics|tag|tags|theme
     |themes|keywords|newsletter|our newsletter|facebook|twitter|x|telegram|whatsapp|viber|linkedin|reddit|instagram
     |youtube|rss|flickr|pinterest|vk|ok|odnoklassniki|tiktok|messenger|line|weibo|wechat|google+|download app|about us
     |contact|contact us|feedback|back to top|go to top|top|next|previous|next article|previous article
     |all rights reserved|cookie settings|cookie policy|privacy policy|privacy|terms of use|terms of service|terms
     |legal notice|multimedia|photo|photos|video|videos|report a mistake|report an error|photo credit|text size
     |about the author|loading|share this post|share this story|share this page|view image|enlarge image|open image|gift article
     |give this article|share full article|view comments|subscribe to continue reading|already a subscriber|save article`,
    `teilen|kommentare|kommentar schreiben|kommentieren|diskussion|drucken|merken|anmelden|abmelden|registrieren|suche
     |menü|startseite|anzeige|werbung|themen|alle themen|thema|schlagworte|schlagwörter|stichworte|mehr|mehr zum thema
     |lesen sie auch|mehr lesen|weiterlesen|weitere artikel|impressum|datenschutz|agb|nach oben|gemeinschaftsstandards|meistgelesen|hören`,
    `teilen sie dies mit|teilen mit|artikel teilen|diesen artikel teilen|beitrag teilen|bild anzeigen|bild vergrößern|bild in originalgröße
     |empfohlener redaktioneller inhalt|artikel merken|artikel drucken|zur merkliste|zur startseite|link kopieren|zurück|weiter
     |bildergalerie|zum thema|auch interessant|in eigener sache`,
    `partager cet article|partager l'article|partagez|agrandir l'image|réagir|offrir l'article|copier le lien|article réservé aux abonnés
     |compártelo|comparte|compartir en facebook|compartir en twitter|copiar enlace|ampliar imagen|escuchar|compartilhe|compartilhar no facebook
     |copiar link|condividi su|condividi su facebook|copia link|deel dit artikel|deel via|kopieer link|dela artikeln|del artikel|del artikkel
     |podziel się|kopiuj link|sdílet článek|sdílet na facebooku|haberi paylaş|bağlantıyı kopyala|скопировать ссылку|поделиться в соцсетях
     |нашли ошибку?|нашли ошибку|скопіювати посилання|поділитися|شارك المقال|انسخ الرابط|نسخ الرابط|شارک|به اشتراک بگذارید|复制链接|複製連結|分享到|字号|字體
     |リンクをコピー|画像を拡大|拡大する|공유하기|기사저장|글자크기|인쇄하기|링크 복사`,
    `partager|commentaires|commenter|imprimer|envoyer|enregistrer|se connecter|connexion|s'abonner|s’abonner|inscription
     |recherche|rechercher|accueil|publicité|thèmes|mots-clés|étiquettes|sujets|lire aussi|à lire aussi|lire la suite
     |en savoir plus|sur le même sujet|articles liés|mentions légales|haut de page|règles de conduite|écouter en direct`,
    `compartir|comentarios|comentar|imprimir|enviar|guardar|iniciar sesión|suscribirse|suscríbete|registrarse|buscar|menú
     |inicio|publicidad|temas|etiquetas|lea también|lea además|leer más|te puede interesar|relacionados
     |noticias relacionadas|aviso legal|normas comunitarias|discusión|escuchar en vivo`,
    `compartilhar|partilhar|comentários|salvar|entrar|assine|assinar|pesquisar|início|publicidade|tópicos|padrões da comunidade|marcadores
     |leia também|leia mais|saiba mais|notícias relacionadas|ouvir ao vivo`,
    `condividi|commenti|commenta|stampa|invia|salva|accedi|abbonati|registrati|cerca|pubblicità|argomenti|etichette
     |leggi anche|leggi di più|articoli correlati|ascolta`,
    `delen|reacties|reageer|afdrukken|opslaan|inloggen|abonneren|zoeken|advertentie|onderwerpen|trefwoorden|lees ook
     |lees meer|gerelateerd|dela|kommentarer|skriv ut|logga in|sök|annons|ämnen|läs mer|läs också|del|logg inn|søk
     |annonse|les også|les mer|emner|log ind|annonce|læs også|læs mere`,
    `udostępnij|komentarze|skomentuj|drukuj|zaloguj|zaloguj się|zarejestruj się|szukaj|strona główna|reklama|tematy|tagi
     |czytaj także|czytaj też|czytaj więcej|powiązane|sdílet|komentáře|tisk|přihlásit se|hledat|štítky|čtěte také
     |paylaş|yorumlar|yorum yap|yazdır|giriş yap|ara|ana sayfa|reklam|etiketler|konular|ayrıca okuyun|canlı dinle`,
    `поделиться|комментарии|комментировать|оставить комментарий|обсудить|обсуждение|распечатать|печать|отправить
     |сохранить|войти|вход|регистрация|подписаться|подписка|поиск|меню|главная|реклама|тема|темы|теги|метки
     |ключевые слова|читайте также|читать далее|читать дальше|подробнее|по теме|материалы по теме|похожие материалы
     |смотрите также|ещё|наверх|слушать эфир|прямой эфир|правила комментирования|правила пользования|правила пользования материалами|все права защищены|поширити|коментарі
     |увійти|пошук|головна|читайте також`,
    `مشاركة|شارك|معايير المجتمع|معايير المجتمعمناقشات|مناقشات|معايير المجتمعمناقشة|تعليقات|التعليقات|تعليق|أضف تعليقا|طباعة|إرسال|حفظ|تسجيل الدخول|اشترك|بحث|القائمة|الرئيسية|إعلان
     |إعلانات|مواضيع|الموضوع|وسوم|الوسوم|الكلمات المفتاحية|الكلمات الدلالية|اقرأ أيضا|اقرأ أيضًا|اقرأ المزيد|المزيد
     |أخبار ذات صلة|مقالات ذات صلة|جميع الحقوق محفوظة|البث المباشر|اشتراک|نظرات|چاپ|جستجو|برچسب‌ها|بیشتر بخوانید`,
    `分享|评论|評論|留言|打印|列印|收藏|登录|登錄|登入|注册|註冊|订阅|訂閱|搜索|搜尋|菜单|首页|首頁|广告|廣告|主题|主題|标签|標籤
     |关键词|關鍵詞|相关新闻|相關新聞|相关阅读|延伸閱讀|阅读更多|更多|返回顶部|版权所有|责任编辑|シェア|共有|コメント|印刷|保存
     |ログイン|会員登録|購読|検索|メニュー|ホーム|広告|トピック|タグ|キーワード|関連記事|関連ニュース|続きを読む|あわせて読みたい
     |もっと見る|ページトップへ|공유|댓글|인쇄|로그인|회원가입|구독|검색|메뉴|홈|광고|태그|관련기사|더보기`,
  ].flatMap((list) => list.split('|').map((phrase) => phrase.trim())),
);

/** The button that shows a short address of the page, right below the name of the section. */
const SHORT_URL: ReadonlySet<string> = new Set(
  `get short url|short url|get short link|kurzlink|url courte|lien court|url corto|url corta|url curta|link breve
   |короткая ссылка|получить короткую ссылку|kısa url|الرابط القصير|رابط قصير|短网址|短網址|短縮url|短縮 url`
    .split('|')
    .map((phrase) => phrase.trim()),
);

/** Where readers talk: below it stands nothing of the article. */
const DISCUSSION: ReadonlySet<string> = new Set(
  `community standards|community standardsdiscussion|discussion|comments|all comments|show comments|leave a comment
   |leave a reply|add a comment|write a comment|post a comment|join the conversation|kommentare|kommentar schreiben
   |diskussion|commentaires|commenter|comentarios|comentar|comentários|commenti|commenta|reacties|kommentarer
   |komentarze|komentáře|yorumlar|комментарии|комментировать|оставить комментарий|обсудить|обсуждение|коментарі
   |التعليقات|تعليقات|أضف تعليقا|评论|評論|留言|コメント|댓글|view comments|your comment|reader comments|readers' comments
   |leave your comment|cancel reply|leave a reply cancel reply|hinterlasse eine antwort|hinterlasse einen kommentar
   |hinterlassen sie einen kommentar|schreibe einen kommentar|schreiben sie einen kommentar|kommentar verfassen
   |kommentar hinterlassen|kommentieren sie hier|alle kommentare|leserkommentare|ihr kommentar|dein kommentar|antwort abbrechen
   |laisser un commentaire|laisser une réponse|laissez un commentaire|poster un commentaire|ajouter un commentaire
   |votre commentaire|vos réactions|annuler la réponse|deja una respuesta|deja un comentario|deja tu comentario
   |dejar un comentario|escribe un comentario|añadir comentario|tus comentarios|cancelar la respuesta|deixe um comentário
   |deixe uma resposta|deixe seu comentário|deixar um comentário|faça um comentário|cancelar resposta|lascia un commento
   |lascia una risposta|scrivi un commento|invia un commento|annulla risposta|geef een reactie|laat een reactie achter
   |plaats een reactie|reacties op dit artikel|dodaj komentarz|zostaw komentarz|zostaw odpowiedź|napisz komentarz
   |anuluj pisanie odpowiedzi|napsat komentář|přidat komentář|diskuze|diskuse|lämna en kommentar|lämna ett svar
   |skriv en kommentar|legg igjen en kommentar|jätä kommentti|bir yanıt yazın|bir cevap yazın|yorum bırakın|yorum yapın
   |добавить комментарий|ваш комментарий|написать комментарий|оставьте комментарий|комментарии читателей|отменить ответ
   |залишити коментар|додати коментар|скасувати відповідь|اترك تعليقا|اترك تعليقاً|أضف تعليق|أضف تعليقاً|اترك رد|إلغاء الرد
   |دیدگاه‌ها|ارسال دیدگاه|نظرات|نظر شما|发表评论|发表回复|网友评论|網友評論|我要评论|發表回應|發佈留言|写评论|コメントを残す
   |コメントする|コメントを書く|コメントをキャンセル|댓글 남기기|댓글쓰기|답글 취소`
    .split('|')
    .map((phrase) => phrase.trim()),
);

const MAX_LENGTH = 60;
const BEFORE = /^[\s\d.,:;()[\]|·•›»«‹<>→←↑↓…+*#–—-]+/u;
const BEHIND = /[\s\d.,:;()[\]|·•›»«‹<>→←↑↓…*–—-]$/u;

const bare = remembered((text) => {
  const whole = text.toLowerCase().replace(BEFORE, '');
  let end = whole.length;
  while (end > 0 && BEHIND.test(whole.charAt(end - 1))) end -= 1;
  return whole.slice(0, end);
});

/** True for the button that shows a short address of the page. */
export const isShortUrlButton = (text: string): boolean => text.length <= MAX_LENGTH && SHORT_URL.has(bare(text));

/** True for the heading or button below which readers talk. */
export const isDiscussion = (text: string): boolean => text.length <= MAX_LENGTH && DISCUSSION.has(bare(text));

const isPhrase = (text: string): boolean =>
  PHRASES.has(bare(text)) || SHORT_URL.has(bare(text)) || /^comment via \S+$/i.test(text);

/** Who owns a picture or the page, and who did not say what the article says. */
const NOTICE = /^(?:©|\(c\)|copyright\b|the (?:views|opinions)(?: and opinions)? expressed in this )/i;
const MAX_NOTICE_LENGTH = 240;
const GLUED = /(?<=[\p{Ll}\p{Lo}])(?=\p{Lu})/u;
const POINTER =
  /^(?:read more|read also|also read|see also|mehr dazu|lesen sie auch|lire aussi|à lire aussi|lea también|leia também|leggi anche|lees ook|läs också|czytaj także|читайте также|читайте також|смотрите также|اقرأ أيضا|اقرأ أيضًا|関連記事|延伸閱讀|相关阅读)\s?[:：]/iu;

/**
 * True for a line that belongs to the page and not to its article: a button or a notice, several of them glued together
 * (`Community standardsDiscussion`), a copyright, a pointer to another article (`Read more: …`).
 */
export function isFurniture(text: string): boolean {
  if (text.length <= MAX_NOTICE_LENGTH && (NOTICE.test(text) || POINTER.test(text) || isReadingAid(text))) return true;
  return text.length <= MAX_LENGTH && (isPhrase(text) || text.split(GLUED).every(isPhrase));
}

const LAST_WORDS = 4;

/**
 * Parts a line with a time from the button at its end: `21:15 17.01.2018Get short URL`. Undefined when it has none.
 */
export function cutFurniture(text: string): readonly [rest: string, button: string] | undefined {
  const words = text.replace(/(?<=[\d)])(?=\p{Lu}\p{Ll})/u, ' ').split(' ');
  for (let count = Math.min(LAST_WORDS, words.length - 1); count > 1; count -= 1) {
    const [rest, button] = [words.slice(0, -count).join(' '), words.slice(-count).join(' ')];
    if (!/\p{Nd}/u.test(button) && /\p{Nd}/u.test(rest) && isFurniture(button)) return [rest, button];
  }
  return undefined;
}
