/**
 * The words around a stamp: labels, links, clock words, and words whose numbers are something else.
 * Terms are divided by `|`; a term may be a phrase.
 */

type LanguageRow = readonly [language: string, terms: string];

export const updatedLabels: readonly LanguageRow[] = [
  [
    'en',
    'updated|update|updates|lastupdate|last update|last updated|last modified|last edited|last revised|last changed|last reviewed|modified|edited|revised|amended|corrected|changed|date modified|date updated|reviewed|upd|edit',
  ],
  [
    'de',
    'aktualisiert|zuletzt aktualisiert|letzte aktualisierung|letztes update|aktualisierung|geändert|zuletzt geändert|zuletzt bearbeitet|überarbeitet|letzte änderung',
  ],
  [
    'fr',
    'mis à jour|mise à jour|mis a jour|mise a jour|modifié|modifiée|modifie|actualisé|actualisée|dernière mise à jour|maj|màj|dernière modification|réactualisé',
  ],
  [
    'es',
    'actualizado|actualizada|actualización|última actualización|actualizado por última vez|modificado|act|últ actualización|ultima actualizacion|actualizacion',
  ],
  [
    'pt',
    'atualizado|atualizada|atualização|última atualização|actualizado|actualização|última modificação|modificado|alterado|ultima atualizacao|atualizacao',
  ],
  ['it', 'aggiornato|aggiornata|aggiornamento|ultimo aggiornamento|modificato|modificata|modifica|ultima modifica|agg'],
  ['nl', 'bijgewerkt|laatst bijgewerkt|laatste update|gewijzigd|aangepast|laatst gewijzigd|laatst aangepast|geüpdatet'],
  ['da', 'opdateret|sidst opdateret|senest opdateret|ændret|redigeret'],
  ['nb', 'oppdatert|sist oppdatert|endret|sist endret|oppdatering|redigert'],
  ['sv', 'uppdaterad|uppdaterat|senast uppdaterad|senast ändrad|ändrad|uppdaterades|uppdatering|redigerad'],
  ['fi', 'päivitetty|muokattu|viimeksi päivitetty|päivitys'],
  ['is', 'uppfært|síðast uppfært'],
  [
    'ru',
    'обновлено|обновлена|обновлен|обновление|изменено|последнее обновление|отредактировано|ред|дата обновления|дата изменения|исправлено',
  ],
  ['uk', 'оновлено|оновлена|оновлення|змінено|останнє оновлення|відредаговано'],
  ['be', 'абноўлена'],
  ['bg', 'обновена|обновен|обновено|актуализирана|актуализирано|последна актуализация|последна промяна|промяна'],
  ['sr', 'ажурирано|ažurirano|измењено|izmenjeno|osveženo|освежено|poslednja izmena'],
  ['hr', 'ažurirano|zadnja izmjena|izmijenjeno|posljednja izmjena|dopunjeno'],
  ['sl', 'posodobljeno|zadnja sprememba|osveženo'],
  ['mk', 'ажурирано|изменето'],
  ['cs', 'aktualizováno|aktualizace|upraveno|poslední aktualizace|naposledy upraveno|změněno'],
  ['sk', 'aktualizované|aktualizácia|upravené|posledná aktualizácia'],
  [
    'pl',
    'aktualizacja|zaktualizowano|aktualizowano|ostatnia aktualizacja|zmodyfikowano|modyfikacja|ostatnia modyfikacja|akt',
  ],
  ['hu', 'frissítve|frissítés|módosítva|utolsó frissítés|frissült|utolsó módosítás'],
  ['ro', 'actualizat|actualizată|actualizare|ultima actualizare|modificat|ultima modificare'],
  ['lt', 'atnaujinta|papildyta|atnaujinimas|redaguota'],
  ['lv', 'atjaunots|atjaunināts|papildināts|labots'],
  ['et', 'uuendatud|muudetud|täiendatud'],
  ['el', 'ενημερώθηκε|ενημέρωση|τελευταία ενημέρωση|τροποποιήθηκε|ανανεώθηκε'],
  [
    'tr',
    'güncelleme|güncellendi|güncellenme|güncelleme tarihi|son güncelleme|son güncellenme|son güncellenme tarihi|güncellenme tarihi|son değişiklik|guncelleme|son guncelleme',
  ],
  ['az', 'yenilənib|yeniləndi|yenilənmə'],
  ['ar', 'تحديث|آخر تحديث|حدث|تم التحديث|محدث|محدّث|تاريخ التحديث|اخر تحديث|آخر تعديل|عدل|حُدّث|جرى التحديث|تم تحديثه'],
  [
    'fa',
    'به روزرسانی|به‌روزرسانی|بروزرسانی|به روز شده|آخرین به روزرسانی|آخرین ویرایش|ویرایش|تاریخ به روزرسانی|بروز شده|به روز رسانی',
  ],
  ['ur', 'اپ ڈیٹ|آخری اپ ڈیٹ|اپڈیٹ'],
  ['he', 'עודכן|עדכון|עדכון אחרון|עודכן לאחרונה|עודכנה'],
  ['hi', 'अपडेट|अपडेटेड|अद्यतन|अपडेट किया गया|संशोधित|अंतिम अपडेट'],
  ['mr', 'अपडेट|अद्ययावत|शेवटचे अपडेट'],
  ['bn', 'আপডেট|হালনাগাদ|সর্বশেষ আপডেট|আপডেটেড'],
  ['ta', 'புதுப்பிக்கப்பட்டது|மாற்றம் செய்த நாள்|புதுப்பிப்பு'],
  ['te', 'నవీకరించబడింది|అప్‌డేట్'],
  ['gu', 'અપડેટ'],
  ['id', 'diperbarui|diperbaharui|update|pembaruan|terakhir diperbarui|diupdate|perbarui'],
  ['ms', 'dikemas kini|kemas kini|dikemaskini|kemaskini'],
  ['vi', 'cập nhật|cập nhật lúc|sửa đổi|cập nhật lần cuối|chỉnh sửa'],
  ['th', 'อัปเดต|อัพเดต|อัพเดท|ปรับปรุง|แก้ไข|อัปเดตล่าสุด|ปรับปรุงล่าสุด|อัพเดทล่าสุด|แก้ไขล่าสุด'],
  [
    'zh',
    '更新|更新时间|更新時間|更新于|更新於|最后更新|最後更新|最近更新|最后修改|修改时间|修改時間|更新日期|编辑于|編輯於|修改|最后更新时间|最後更新時間|最新更新',
  ],
  ['ja', '更新|更新日|更新日時|最終更新|最終更新日|最終更新日時|改訂|修正|更新日付'],
  [
    'ko',
    '수정|수정일|최종수정|업데이트|최종 수정|기사수정|갱신|최종업데이트|최종편집|수정시간|수정일시|최종 업데이트|편집',
  ],
  ['sw', 'imeboreshwa|ilisasishwa'],
  ['fil', 'na-update|nabago'],
  ['ca', 'actualitzat|actualitzada|darrera actualització'],
  ['gl', 'actualizado'],
  ['eu', 'eguneratua|eguneratuta|azken eguneraketa'],
  ['sq', 'përditësuar|përditësimi'],
  ['hy', 'թարմացվել'],
  ['ka', 'განახლდა|განახლებულია'],
  ['kk', 'жаңартылды|жаңартылған'],
  ['af', 'opgedateer|bygewerk'],
  ['cy', 'diweddarwyd'],
  ['mn', 'шинэчилсэн'],
];

/** A date that tells of something else than the article: it counts only where no other stamp stands. */
export const otherLabels =
  'next review|next review due|review due|next update|next update due|next updated|expires|expires on|expiry date|valid until|comments close|registration closes';

export const publishedLabels: readonly LanguageRow[] = [
  [
    'en',
    'published|posted|created|first published|originally published|publish date|publication date|published date|published time|release date|released|issued|issue date|filed|uploaded|submitted|added|date published|date posted|post date|date created|first posted|first created|story first published|article published|published online|pub|posted on|published at|published on|aired|printed|written|recorded|entered|time of publication|created at|created on|pubdate|pub date|posted at',
  ],
  [
    'de',
    'veröffentlicht|erstellt|stand|veröffentlichung|publiziert|erschienen|erstveröffentlichung|erstmals veröffentlicht|erstpublikation|eingestellt|online seit|datum|veröffentlichungsdatum|erscheinungsdatum|geschrieben|gesendet',
  ],
  [
    'fr',
    'publié|publiée|publie|créé|créée|paru|parue|posté|postée|rédigé|mis en ligne|publication|diffusé|date de publication|première publication|écrit|ajouté',
  ],
  [
    'es',
    'publicado|publicada|publicación|creado|fecha|fecha de publicación|publicado por primera vez|primera publicación|emitido|subido|publicacion',
  ],
  ['pt', 'publicado|publicada|publicação|criado|postado|data de publicação|data|publicacao|divulgado|postada'],
  ['it', 'pubblicato|pubblicata|pubblicazione|data di pubblicazione|creato|inserito|prima pubblicazione|scritto'],
  ['nl', 'gepubliceerd|geplaatst|gepost|publicatiedatum|aangemaakt|verschenen|gemaakt|geschreven|datum'],
  ['da', 'publiceret|udgivet|offentliggjort|oprettet|skrevet'],
  ['nb', 'publisert|lagt ut|opprettet|først publisert|skrevet'],
  ['sv', 'publicerad|publicerat|publicerades|skapad|upplagd|först publicerad|publiceringsdatum'],
  ['fi', 'julkaistu|luotu|julkaisupäivä'],
  ['is', 'birt|birtist'],
  [
    'ru',
    'опубликовано|опубликована|опубликован|размещено|создано|добавлено|дата публикации|публикация|дата|время публикации|первая публикация',
  ],
  ['uk', 'опубліковано|створено|додано|дата публікації|розміщено'],
  ['be', 'апублікавана'],
  ['bg', 'публикувана|публикуван|публикувано|създадена|дата'],
  ['sr', 'објављено|objavljeno|постављено|postavljeno'],
  ['hr', 'objavljeno|objava|datum objave'],
  ['sl', 'objavljeno'],
  ['mk', 'објавено'],
  ['cs', 'publikováno|zveřejněno|vydáno|vytvořeno|datum'],
  ['sk', 'publikované|zverejnené|vydané|vytvorené|uverejnené'],
  ['pl', 'opublikowano|dodano|utworzono|publikacja|data publikacji|data dodania|opublikowany|data utworzenia|data'],
  ['hu', 'közzétéve|megjelent|publikálva|létrehozva|feltöltve|publikálás|dátum'],
  ['ro', 'publicat|publicată|data publicării|postat|publicare|adăugat'],
  ['lt', 'paskelbta|publikuota|įkelta|skelbta'],
  ['lv', 'publicēts|publicēta'],
  ['et', 'avaldatud|loodud'],
  ['el', 'δημοσιεύθηκε|δημοσιεύτηκε|δημοσίευση|ημερομηνία|ημερομηνία δημοσίευσης|πρώτη δημοσίευση|δημοσιευμένο'],
  [
    'tr',
    'yayınlanma|yayınlandı|yayınlanma tarihi|yayın tarihi|giriş|giriş tarihi|oluşturulma|oluşturulma tarihi|eklenme|eklenme tarihi|yayımlanma|yayımlanma tarihi|yayinlanma|haber giriş|ilk yayın',
  ],
  ['az', 'dərc olunub|yayımlanıb'],
  ['ar', 'نشر|نُشر|نشرت|تاريخ النشر|نشر في|نُشرت|أنشئ|كتب|تم النشر|تاريخ|وقت النشر|نشر بتاريخ|صدر'],
  ['fa', 'منتشر شده|تاریخ انتشار|انتشار|زمان انتشار|تاریخ|منتشر شد'],
  ['ur', 'شائع|تاریخ اشاعت|اشاعت'],
  ['he', 'פורסם|פרסום|תאריך פרסום|פורסמה|נוצר|תאריך'],
  ['hi', 'प्रकाशित|पब्लिश|प्रकाशन तिथि|प्रकाशित तिथि|पब्लिश्ड|पहली बार प्रकाशित'],
  ['mr', 'प्रकाशित|प्रकाशन'],
  ['bn', 'প্রকাশিত|প্রকাশ|প্রকাশের সময়|প্রকাশ তারিখ'],
  ['ta', 'வெளியிடப்பட்டது|பதிவு செய்த நாள்|வெளியீடு'],
  ['te', 'ప్రచురణ'],
  ['gu', 'પ્રકાશિત'],
  ['id', 'dipublikasikan|diterbitkan|terbit|tayang|diposting|dibuat|tanggal|diunggah|ditulis|ditayangkan'],
  ['ms', 'diterbitkan|disiarkan|tarikh|diterbit'],
  ['vi', 'đăng|đăng lúc|xuất bản|ngày đăng|đăng ngày|đăng tải|ngày xuất bản|thời gian'],
  ['th', 'เผยแพร่|เผยแพร่เมื่อ|โพสต์|วันที่เผยแพร่|เผยแพร่ครั้งแรก|ประกาศ|ลงวันที่|โพสต์เมื่อ'],
  [
    'zh',
    '发布|發布|发表|發表|发布时间|發布時間|发表时间|發表時間|发布于|發布於|发表于|發表於|日期|时间|時間|发稿时间|发布日期|發布日期|刊登|建立|首次发布|上传|创建时间|来源|來源|出版',
  ],
  [
    'ja',
    '公開|公開日|公開日時|掲載|掲載日|投稿|投稿日|配信|初出|作成|作成日|登録|日付|発表|公開済み|放送|投稿日時|配信日時|発行',
  ],
  [
    'ko',
    '입력|등록|작성|발행|게시|기사입력|기사 입력|최초입력|승인|등록일|작성일|발행일|게재|송고시간|송고|입력시간|게시일|최초 입력|등록시간|입력일시|기사작성|전송|날짜',
  ],
  ['sw', 'imechapishwa|ilichapishwa'],
  ['fil', 'inilathala|nai-publish|nailathala'],
  ['ca', 'publicat|publicada|creat'],
  ['gl', 'publicado'],
  ['eu', 'argitaratua|argitaratze-data'],
  ['sq', 'publikuar'],
  ['hy', 'հրապարակվել'],
  ['ka', 'გამოქვეყნდა|გამოქვეყნებულია'],
  ['kk', 'жарияланды|жарияланған'],
  ['af', 'gepubliseer|geplaas'],
  ['cy', 'cyhoeddwyd'],
  ['mn', 'нийтэлсэн'],
];

/** May stand inside a stamp without meaning anything. */
export const links: readonly LanguageRow[] = [
  ['en', 'of|the|at|on|t|as|from|since|date|dated|time|in the year|day|year|local time|local'],
  ['de', 'am|um|den|vom|gegen|der|dem|im|jahr|jahre|ortszeit'],
  ['fr', 'le|à|a|du|de|au|vers|en|l|heure locale|l an'],
  ['es', 'de|del|el|a las|a la|a|las|los|en|día|año|hora local|a los|hora'],
  ['pt', 'de|do|em|às|as|à|a|o|dia|no dia|ano|pelas|hora local'],
  ['it', 'il|alle|alle ore|del|dell|di|alla|lì|li|il giorno|dalle|delle'],
  ['nl', 'op|om|van|de|het|rond'],
  ['da', 'd|den|kl|klokken|af|i|ved'],
  ['sv', 'den|kl|klockan|på|vid|år'],
  ['fi', 'klo|kello|vuonna'],
  ['is', 'kl|klukkan|þann'],
  ['ru', 'г|года|год|гг|в|от|на|числа|время|местное время|во|по состоянию на'],
  ['uk', 'р|рік|року|о|об|від|в|у|рр'],
  ['be', 'г|у|а|ад'],
  ['bg', 'г|год|година|в|от|на'],
  ['sr', 'год|године|godine|god|у|u|дана|dana|г'],
  ['hr', 'u|godine|god|g|dana'],
  ['sl', 'ob|leta|dne'],
  ['mk', 'г|во|година|од'],
  ['cs', 'v|ve|dne|r|roku|o'],
  ['sk', 'o|dňa|r|roku'],
  ['pl', 'r|roku|rok|o|dnia|w|z|godz|godzina|godzinie|o godz|o godzinie|dn|g'],
  ['hu', 'év|évi|napja|napján|kor|ora|óra|órakor|án|én'],
  ['ro', 'la|ora|din|pe|orele|la ora|data de|ale'],
  ['lt', 'm|d|val|metų|metai|mėn|diena|dienos'],
  ['lv', 'gada|gads|plkst|pl|g'],
  ['et', 'kell|aasta|kl|a'],
  ['el', 'στις|στη|του|της|ώρα|την|έτους|τις'],
  ['tr', 'saat|saati|günü|tarihi|tarihinde|yılı|de|da'],
  ['az', 'saat|il|ildə'],
  ['ar', 'في|الساعة|يوم|عام|سنة|من|بتاريخ|على|شهر|لسنة|ال|عند|التوقيت المحلي|بالتوقيت المحلي|توقيت'],
  ['fa', 'ساعت|در|سال|روز|ماه|به|مورخ'],
  ['ur', 'بجے|کو|بروز'],
  ['he', 'ב|בשעה|ה|של|יום|שעה|בתאריך'],
  ['hi', 'को|बजे|समय|तारीख|दिनांक'],
  ['mr', 'रोजी|वाजता'],
  ['bn', 'তারিখ|সময়|সাল|খ্রিস্টাব্দ'],
  ['id', 'pukul|jam|pada|tanggal|tgl|pkl|hari'],
  ['ms', 'pada|jam|pukul|bertarikh'],
  ['vi', 'lúc|vào|ngày|vào lúc|hồi|vào ngày'],
  ['th', 'เวลา|วันที่|เมื่อ|เมื่อวันที่|ที่|เดือน|ปี|ณ|ตอน'],
  ['zh', '于|於|在|的|号|號'],
  ['ja', 'の|に|付|付け|現在|ごろ|頃'],
  ['ko', '에|기준'],
  ['sw', 'saa|tarehe|mwaka|ya'],
  ['fil', 'ng|nang|noong|sa|ika'],
  ['ca', 'de|d|del|a les|el|les'],
  ['eu', 'ko|e|a|ean|an|eko|urteko'],
  ['ga', 'ag'],
  ['cy', 'am'],
  ['eo', 'la|je'],
  ['sq', 'më|në|ora'],
  ['ka', 'წელი|წლის'],
  ['kk', 'жыл|жылы|ж|жылғы|сағат'],
  ['mn', 'өдөр|цаг'],
  ['af', 'om'],
  ['mt', 'ta'],
  ['km', 'ថ្ងៃទី|ថ្ងៃ|ទី|ខែ|ឆ្នាំ'],
];

/** Stands directly before a clock and makes a clock of a bare number after it. */
export const clockLeads =
  'kl|klo|klockan|klokken|kello|ore|alle ore|ora|la ora|orele|godz|godzina|o godz|pukul|pkl|jam|saat|lúc|الساعة|ساعت|בשעה|plkst|val|kell|a las|às|à|alle|klukkan|om|um|στις|сағат|เวลา';

/** Stands directly after a clock. */
export const clockMarks =
  "uhr|hrs|hours|h|hs|hr|uur|น|น.|ч|час|часов|hodin|hod|val|óra|órakor|o'clock|klst|ώρα|horas|heures|बजे|வணி|bje|बजेपर|hodín|god|kor|i|बजकर|मिनट|แล้ว|μ|h local|ure|h.|u";

export const ordinals =
  'st|nd|rd|th|er|re|º|ª|°|ème|eme|e|a|o|го|й|ое|ий|ого|ter|te|ten|η|ής|ος|på|:a|:e|-р|р|ni|nin|inci|nci|as|os|ra|th.|ה|den|ам';

/** What the number before these is counts something else. */
export const counted =
  'min|mins|minute|minutes|min read|mins read|minute read|minutes read|mins to read|min de lecture|min lesezeit|minuten|comment|comments|view|views|share|shares|photo|photos|photographs|images|like|likes|word|words|people|reads|read|reactions|replies|reply|votes|points|percent|per|euro|euros|eur|usd|gbp|dollars|pounds|million|billion|thousand|km|kg|cm|mm|miles|degrees|facebook|tweets|retweets|followers|kommentare|commentaires|comentarios|comentários|commenti|reacties|мин|комментариев|комментария|комментарий|просмотров|просмотра|просмотр|days|hours|weeks|months|years|hour|day|week|month|killed|dead|injured|arrested|things|ways|reasons|times|percentage|points|goals|seats|runs|wickets|overs|minuti|minutos|minut|phút|分钟|分鐘|次|条|個|人|円|元|원|명|회|개|votes|yards|feet|inches|players|episodes|pages|chapters|lessons|facts|songs|movies|cases|deaths|new|more|other|best|top';

/** The number after these is a name. */
export const numbered =
  'version|ver|v|release|build|section|article no|no|nr|number|id|isbn|issn|doi|ip|tel|telephone|phone|call|fax|mobile|order|invoice|ref|reference|room|chapter|episode|season|page|vol|volume|issue|serial|case|file|img|firmware|python|node|php|java|android|ios|windows|macos|os|ubuntu|debian|linux|kernel|chrome|firefox|safari|wordpress|matthew|mark|luke|john|genesis|psalm|paragraph|art|§|№|версия|тел|v.';

/** The number after these is their own, also before a month's name. Not `press release`, which labels pages. */
export const counting =
  'aged|issue|article|artikel|phone|pad|area|part|parte|partie|teil|act|book|class|step|rule|round|flight|bus|psalm|vol|volume|no|nr|núm|num|№|n°|nº|chapter|episode|ep|season|page|pages|pg|room|section|level|top|highway|route|gate|lane|formula|covid|windows|ios|android|macos|ubuntu|grade|phase|stage|tier|apollo|falcon|galaxy|pixel|xbox|boeing|airbus|chapitre|numéro|numero|número|nummer|folge|kapitel|seite|saison|épisode|capítulo|episodio|temporada|página|pagina|capitolo|puntata|aflevering|hoofdstuk|avsnitt|kapittel|kapitel|rozdział|odcinek|сезон|серия|выпуск|глава|том|bölüm|rs|inr|usd|eur|gbp|chf|cad|aud|nzd|sek|dkk|jpy|cny|rmb|pln|czk|huf|zar|brl|mxn|sgd|hkd|krw|idr|myr|php|thb|pkr|ngn|aed';
