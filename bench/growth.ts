import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** How long something took for a folder of so many files. */
export interface Grown {
  readonly what: string;
  readonly files: number;
  readonly seconds: number;
}

const BLACK_ON_WHITE = { color: '#1b1b1b', background: '#ffffff' };

/**
 * Draws how times grow with the folder, as the text of an SVG. Both scales are logarithmic: what grows as the folder does is
 * a line at the slope of the dotted one, which begins at the first point.
 */
export function growthPicture(points: readonly Grown[]): string {
  const [first] = points;
  const most = Math.max(...points.map(({ files }) => files));
  const even =
    first === undefined ? [] : [first, { ...first, files: most, seconds: (first.seconds * most) / first.files }];
  const picture = Plot.plot({
    document: parseHTML('<html><body></body></html>').document,
    width: 720,
    height: 420,
    marginLeft: 60,
    marginRight: 110,
    style: BLACK_ON_WHITE,
    x: { type: 'log', label: 'files', tickFormat: ',', ticks: 3, grid: true },
    y: { type: 'log', label: 'seconds', tickFormat: ',', grid: true },
    marks: [
      Plot.line(even, { x: 'files', y: 'seconds', stroke: '#8a8a8a', strokeDasharray: '2 4' }),
      Plot.line(points, { x: 'files', y: 'seconds', z: 'what', stroke: 'what' }),
      Plot.dot(points, { x: 'files', y: 'seconds', fill: 'what' }),
      Plot.text(
        points,
        Plot.selectLast({ x: 'files', y: 'seconds', z: 'what', text: 'what', dx: 8, textAnchor: 'start' }),
      ),
    ],
  });
  picture.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `${picture.outerHTML}\n`;
}
