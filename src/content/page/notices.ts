import { remembered } from '../remembered.ts';

/**
 * Words of notices that stand between the paragraphs of a page, by what they are about. A short paragraph that has one
 * of the sure ones, or two of the others, is of the page and not of its article. Lower case.
 */
const SURE =
  /all rights reserved|terms (?:of (?:use|service)|and conditions|& conditions)|privacy (?:policy|notice)|cookie (?:policy|settings|preferences)|(?:use|uses|set|accept|store) (?:additional |small )?cookies|your email address will not be published|required fields are marked|save my name, email|notify me of (?:follow|new)|this site uses akismet|e-mail-adresse wird nicht veröffentlicht|erforderliche felder sind|diese website verwendet akismet|benachrichtige mich|adresse e-mail ne sera pas|champs obligatoires sont|ce site utilise akismet|correo electrónico no será|campos (?:obligatorios|necesarios) están|este sitio usa akismet|endereço de e-?mail não será|campos obrigatórios são|este site utiliza o akismet|indirizzo email non sarà|campi obbligatori sono|questo sito (?:usa|utilizza) akismet|e-mailadres wordt niet|vereiste velden zijn|adres e-?mail nie zostanie|wymagane pola są|e-postadress kommer inte|e-postadressen din vil ikke|e-mailová adresa nebude|(?:email|e-mail) не будет опубликован|обязательные поля помечены|e-mail адреса не оприлюдн|e-posta (?:hesabınız|adresiniz) yay|メールアドレスが公開されることは|邮箱地址不会被|電子郵件地址不會|이메일 주소는 공개되지|لن يتم نشر عنوان|نشانی ایمیل شما|you must (?:be )?log(?:ged)? ?in to |by (?:signing up|subscribing|clicking|entering)|sign up (?:to|for) (?:our|the|get)|(?:our|daily|free|weekly) (?:daily |weekly |free )?newsletter|not responsible for the content of external|open government licen[cs]e|get (?:email|the latest) (?:updates|news)|join our (?:telegram|whatsapp)|small favou?r to ask|support(?:ing)? us from as little|view all posts by|follow us on |quotes delayed|(?:article|story) is more than \d+ (?:months?|years?) old|affiliate links|affiliate commission|(?:earn|receive) a (?:small )?commission|an? (?:outdated|older) (?:web )?browser|upgrade your browser|click here to |alle rechte vorbehalten|nutzungsbedingungen|datenschutz|mehr hintergründe im|newsletter abonnieren|tous droits réservés|politique de confidentialité|inscrivez-vous à (?:notre|la)|abonnez-vous|todos los derechos reservados|suscr[ií]b(?:ete|ase|ete) (?:aquí|a nuestra)|recib[íi] en tu (?:email|correo)|los comentarios publicados son|política de privacidad|todos os direitos reservados|política de privacidade|assinante d|os comentários não representam|tutti i diritti (?:sono )?riservati|riproduzione riservata|iscriviti alla|nieuwsbrief|alle rechten voorbehouden|wszelkie prawa zastrzeżone|tüm hakları saklıdır|все права защищены|не предназначенн(?:ую|ая) для|регистрационный номер|авторизуйтесь|ctrl ?\+ ?enter|подпис(?:ывайтесь|аться) на|читать .{1,40} в (?:дзене|telegram|max)|підпис(?:уйтесь|атися)|усі права захищені|جميع الحقوق محفوظة|تابعونا|کلیه حقوق|版权所有|版權所有|未经.{0,8}授权|转载请|扫一扫|無断転載|all rights reserved|許可なく転載|무단.?전재|재배포|저작권자|सर्वाधिकार सुरक्षित/i;

const WEAK =
  /newsletter|subscri|sign up|log ?in|register|cookies?|advert|privacy|consent|copyright|©|editorial|whatsapp|telegram|facebook|twitter|instagram|youtube|inbox|sponsored|comments?|anmelden|abonn|werbung|kommentar|publicité|s'inscrire|suscri|correo|publicidad|assin|e-mail|boletim|iscriv|подпис|реклам|комментар|اشترك|订阅|订閱|登录|登録|会員|구독|로그인/giu;
const LEAST_WEAK = 3;
const MAX_LENGTH = 420;

/** True for a paragraph that speaks of the page: its cookies, letters, rights, readers' remarks. */
export function isNotice(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  return SURE.test(text) || new Set(text.toLowerCase().match(WEAK)).size >= LEAST_WEAK;
}

const CREDIT =
  /(?:^|[\s(/|])(?:getty images|shutterstock|picture alliance|imago images|(?:ap|afp|reuters|epa|dpa|file|courtesy|staff|handout) (?:photos?|images?)|purchase licensing rights|wikimedia commons|unsplash)(?:$|[\s)/|.,])|\/(?:getty|reuters|afp|ap|epa|dpa|тасс|риа)(?:[\s\])]|$)|^[(［[]?(?:image|photo(?:graph)?s?|picture|pic|foto(?:s|grafía)?|bild|beeld|fot|photographie|crédit|crédito|immagine|фото|зображення|صورة|تصویر|写真|图|圖|图源|사진|फोटो)(?: (?:by|credit|courtesy|source|caption|von|de|par|di|:|©)|\.? ?[:：/]|,$)|^(?:image|photo|media|video) (?:source|caption|credit)|^source de l['’]image|^منبع تصویر|(?:photograph|photo|foto|fot\.|bild|фото|फोटो|gentileza) ?[:：]|[—–-] foto[: ]|\((?:image|photo|foto|pic)[: ][^()]{0,80}\)$|\((?:foto|الأناضول|رويترز|الفرنسية)[^()]{0,40}\)$|撮影$|(?:제공|금지|자료사진)[.\s]*[\])]$|\[(?:file|[^\]]{0,40}(?:제공|연합))[: .][^\]]{0,80}\]$|^©|photo by |\bвидео «/i;
const MAX_CREDIT_LENGTH = 300;

/** True for a line that says what a picture shows and whose it is. */
export const isCredit = (text: string): boolean => text.length <= MAX_CREDIT_LENGTH && CREDIT.test(text);

/** Words that head lists of other articles, as the beginning of a short line, by language. */
const RELATED =
  /^(?:related(?: (?:stor|article|content|news|link|post|coverage|video)\w*)?|more (?:from|on|in|about|stories|news)|most (?:read|viewed|popular|shared|watched)|top stories|top news|trending|recommended|you (?:may|might) (?:also )?(?:like|be interested)|read (?:more|next|also)|keep reading|also (?:read|in|on)|see also|elsewhere|editor'?s'? picks?|what to read next|up next|next (?:article|story|up)|latest|don'?t miss|popular|recent (?:posts|comments|articles)|paid content|sponsored|promoted|explore (?:the|more)|in (?:this|other) (?:series|news)|further reading|the latest|mehr (?:zum|aus|lesen|von)|lesen sie|weitere (?:themen|artikel|nachrichten|meldungen)|meistgelesen|die wichtigsten|das könnte sie|auch interessant|à (?:lire|voir)|lire aussi|sur le même|les plus (?:lus|partagés)|plus d'(?:articles|infos)|le[aeo]? (?:también|además)|lo más|te puede|mirá|más (?:sobre|noticias|información|leídas)|noticias relacionadas|recomendad|archivado|leia (?:também|mais)|veja (?:também|mais)|mais (?:lidas|de|do|sobre)|últimas notícias|notícias d|leggi anche|i più (?:visti|letti)|raccomandati|potrebbe interessarti|lees (?:ook|meer|verder)|meest gelezen|gerelateerd|zobacz (?:także|też|również)|czytaj (?:też|także|również)|najczęściej|polecane|ilgili|çok okunan|haberin devamı|читайте|по теме|материалы по|ссылки по|последние новости|лента|главное|новости по|популярн|рекомендуем|похожие|ещё|читайте також|вибране|популярне|новини по|اقرأ|مقالات|أخبار ذات|المزيد|الأكثر|مواضيع ذات|بیشتر|خبرهای|مطالب مرتبط|پربیننده|相关|相關|推荐|推薦|热门|延伸|阅读下|深度|関連|あわせて|おすすめ|ランキング|人気|もっと|관련|많이|추천|인기|संबंधित|यह भी|और पढ़ें|ताज़ा|ट्रेंडिंग)/iu;
const MAX_HEADING_WEIGHT = 60;

/** True for a short line that could head a list of other articles. */
export const headsOthers = (text: string): boolean => text.length <= MAX_HEADING_WEIGHT && beginsAsHeading(text);

const beginsAsHeading = remembered((text) => RELATED.test(text));
