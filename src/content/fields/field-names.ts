/** What a key of front matter or of JSON can mean for an article. */
export type Meaning = keyof typeof FIELD_NAMES;

/**
 * The keys of an article's fields by what they mean, folded (`foldKey`); of several in one record the first named here
 * counts. `docs/articles.md` shows them.
 */
export const FIELD_NAMES = {
  title: ['title', 'headline', 'webtitle'],
  published: [
    ...['published', 'publishedat', 'publishdate', 'datepublished', 'pubdate', 'datepublish', 'publishedon'],
    ...['publishedtime', 'publicationdate', 'webpublicationdate', 'firstpublished', 'dategmt', 'date', 'datetimepub'],
    ...['isodate', 'postdate', 'created', 'createdat', 'datecreated', 'createdutc', 'timestamp', 'seendate', 'time'],
  ],
  updated: [
    ...['updated', 'updatedat', 'lastmod', 'modifiedgmt', 'modified', 'modifiedat', 'lastmodified', 'lastmodifiedat'],
    ...['datemodified', 'datemodify', 'dateupdated', 'updateddate', 'lastupdated', 'edited'],
  ],
  tags: ['tags', 'tag', 'keywords', 'labels', 'topics', 'hashtags'],
  authors: ['authors', 'author', 'byline', 'creators', 'creator', 'writer', 'publishedby', 'by'],
  section: ['section', 'category', 'categories', 'articlesection', 'sectionname'],
  series: ['series'],
  id: ['id', 'guid'],
  url: ['url', 'canonical', 'canonicalurl', 'permalink', 'link'],
  externalUrl: ['externalurl'],
  slug: ['slug', 'urlslug', 'postname'],
  summary: [
    ...['summary', 'description', 'excerpt', 'standfirst', 'abstract', 'dek', 'subtitle', 'trailtext', 'teaser'],
    'snippet',
  ],
  language: ['language', 'lang', 'locale', 'inlanguage', 'metalang'],
  image: [
    ...[
      'image',
      'images',
      'leadimage',
      'coverimage',
      'cover',
      'featuredimage',
      'featureimage',
      'heroimage',
      'topimage',
    ],
    ...['bannerimage', 'banner', 'imageurl', 'urltoimage', 'thumbnail', 'thumbnailurl', 'photo', 'photos'],
  ],
  audio: ['audio', 'audiourl', 'mp3'],
  video: ['video', 'videos', 'videourl'],
  enclosure: ['enclosure', 'enclosures', 'podcast', 'attachments', 'attachment', 'associatedmedia'],
  duration: ['duration', 'itunesduration'],
  draft: ['draft', 'isdraft'],
  minor: ['minor'],
  status: ['status'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** How the text of an article is written. `any` is told by the text itself. */
export type BodyKind = 'html' | 'text' | 'markdown' | 'any';

/** The keys of JSON that hold the text of an article, the best first. */
export const BODY_NAMES: Readonly<Record<string, BodyKind>> = {
  contenthtml: 'html',
  bodyhtml: 'html',
  html: 'html',
  content: 'any',
  body: 'any',
  articlebody: 'any',
  markdown: 'markdown',
  contentmarkdown: 'markdown',
  contenttext: 'text',
  maintext: 'text',
  bodytext: 'text',
  fulltext: 'any',
  text: 'any',
  selftext: 'markdown',
  storytext: 'html',
  textcontent: 'text',
  plaintext: 'text',
  rawtext: 'text',
  leadparagraph: 'text',
};
