import { attribute, elementsIn, isElement, type PageElement } from './dom.ts';

/** Where pages keep the address of an image that is loaded later, the best first. */
const LAZY = `data-src data-original data-lazy-src data-lazyload data-url data-hi-res-src data-full-src data-image-src
  data-actualsrc data-echo data-flickity-lazyload data-srcset data-lazy-srcset`.split(/\s+/);
const PLACEHOLDER =
  /^data:|(?:^|[/_-])(?:placeholder|blank|spacer|pixel|loading|lazy|transparent|1x1|grey|gray|clear)[\w-]*\.(?:gif|png|svg|jpe?g)/i;
const TRACKER =
  /\/\/[^/]*(?:doubleclick|scorecardresearch|feedburner\.com\/~|pixel\.|googleadservices|quantserve|stats\.wordpress)|\/(?:pixel|beacon|track(?:ing)?)[./?]/i;

/**
 * Gives every image below an element its real address: from the attributes that scripts would read, the `source` of its
 * picture, or the `noscript` beside it. Images that count visitors go, and so do placeholders of which nothing is known.
 */
export function resolveImages(root: PageElement): void {
  for (const noscript of elementsIn(root, ({ localName }) => localName === 'noscript')) unwrap(noscript);
  const seen = new Set<string>();
  for (const image of elementsIn(root, ({ localName }) => localName === 'img' || localName === 'amp-img')) {
    const given = attribute(image, 'src');
    const isReal = given !== '' && !PLACEHOLDER.test(given);
    const lazy = LAZY.map((name) => attribute(image, name)).find((value) => value !== '');
    const candidates = [
      isReal ? given : '',
      firstCandidate(lazy),
      firstCandidate(attribute(image, 'srcset')),
      ofPicture(image),
    ];
    const address = candidates.find((candidate) => candidate !== '' && !PLACEHOLDER.test(candidate));
    const isTwin = address !== undefined && seen.has(address) && image.parentElement?.localName === 'noscript';
    if (address === undefined || isTwin || TRACKER.test(address) || isPixel(image)) {
      image.remove();
      continue;
    }
    seen.add(address);
    image.setAttribute('src', address);
    const lazySet = attribute(image, 'data-srcset') || attribute(image, 'data-lazy-srcset');
    if (lazySet !== '' && (attribute(image, 'srcset') === '' || PLACEHOLDER.test(attribute(image, 'srcset')))) {
      image.setAttribute('srcset', lazySet);
    }
    if (image.localName === 'amp-img') asPlainImage(image);
  }
}

/** What stands for readers without scripts is the real image; the one before it only waits for a script. */
function unwrap(noscript: PageElement): void {
  const [image, second] = elementsIn(noscript, ({ localName }) => localName === 'img');
  if (image === undefined || second !== undefined || isPixel(image) || noscript.parentElement === null) {
    noscript.remove();
    return;
  }
  const twin = elementBefore(noscript);
  if (twin?.localName === 'img') twin.remove();
  noscript.replaceWith(image);
}

function elementBefore(element: PageElement): PageElement | undefined {
  let before = element.previousSibling;
  while (before !== null && !isElement(before) && (before.nodeValue ?? '').trim() === '')
    before = before.previousSibling;
  return isElement(before) ? before : undefined;
}

const isPixel = (image: PageElement): boolean =>
  ['width', 'height'].some((name) => /^[01](?:px)?$/.test(attribute(image, name)));

/** The address of the first candidate of a `srcset`, or the text itself when it is one address. */
const firstCandidate = (candidates: string | undefined): string =>
  candidates?.trim().split(/\s+/)[0]?.replace(/,$/, '') ?? '';

function ofPicture({ parentElement }: PageElement): string {
  if (parentElement?.localName !== 'picture') return '';
  for (let child = parentElement.firstChild; child !== null; child = child.nextSibling) {
    if (!isElement(child) || child.localName !== 'source') continue;
    const address = firstCandidate(attribute(child, 'srcset') || attribute(child, 'data-srcset'));
    if (address !== '') return address;
  }
  return '';
}

function asPlainImage(image: PageElement): void {
  const plain = image.ownerDocument.createElement('img');
  for (const name of ['src', 'srcset', 'alt', 'width', 'height']) {
    const value = attribute(image, name);
    if (value !== '') plain.setAttribute(name, value);
  }
  image.replaceWith(plain);
}
