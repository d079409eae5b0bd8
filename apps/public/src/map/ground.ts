import type { Publication } from '@westgate/contract';
import { DARK, LIGHT } from '../look/tokens.ts';
import type { Picture } from './picture.ts';
import { drawnLines, isArea, pathData } from './projection.ts';

/** Every contour of so many metres is drawn heavier. */
const HEAVY_EVERY_M = 200;

/** The drawn ground under all map pictures, without a word on it, as an SVG file: hills, water, roads, railway, district line. */
export function groundSvg({ projection, drawn }: Picture): string {
  const { width, height } = projection;
  const all = `M0 0H${width}V${height}H0Z`;
  const of = (layer: string, wanted: (feature: Publication['drawn'][number]) => boolean = () => true): string =>
    drawn
      .filter((feature) => feature.layer === layer && wanted(feature))
      .map(({ geometry }) => pathData(drawnLines(geometry, projection), isArea(geometry)))
      .join('');
  const isHeavy = ({ heightM }: Publication['drawn'][number]): boolean => (heightM ?? 1) % HEAVY_EVERY_M === 0;
  const water = ['river', 'water'].map((layer) => of(layer, ({ geometry }) => isArea(geometry))).join('');
  const district = of('district', ({ geometry }) => isArea(geometry));
  const roads = [3, 2, 1].map((rank) => ({ rank, path: of('road', (road) => (road.rank ?? 3) === rank) }));
  const parts = [
    path('ground', all),
    path(
      'contour',
      of('contour', (contour) => !isHeavy(contour)),
    ),
    path('contour heavy', of('contour', isHeavy)),
    path('water', water),
    ...[3, 2, 1].map((rank) =>
      path(
        `course r${rank}`,
        of('river', (river) => isCourse(river) && (river.rank ?? 3) === rank),
      ),
    ),
    ...roads.map(({ rank, path: data }) => path(`road-case r${rank}`, data)),
    ...roads.map(({ rank, path: data }) => path(`road r${rank}`, data)),
    path('rail', of('rail')),
    path('ties', of('rail')),
    district === '' ? '' : path('outside', all + district),
    path('district', of('district')),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><style>${STYLE}</style>${parts.join('')}</svg>\n`;
}

/** A river of which only the course is drawn. */
function isCourse({ geometry }: Publication['drawn'][number]): boolean {
  return geometry.type === 'LineString' || geometry.type === 'MultiLineString';
}

function path(name: string, data: string): string {
  return data === '' ? '' : `<path class="${name}" d="${data}"/>`;
}

function inks(tokens: Readonly<Record<keyof typeof LIGHT, string>>): string {
  return `.ground{fill:${tokens['map-ground']}}.contour{stroke:${tokens['map-contour']}}.heavy{stroke:${tokens['map-contour-heavy']}}.water{fill:${tokens['map-river']};stroke:${tokens['map-river-line']}}.course{stroke:${tokens['map-river']}}.road{stroke:${tokens['map-road']}}.road-case{stroke:${tokens['map-road-case']}}.rail,.ties{stroke:${tokens['ink-soft']}}.outside{fill:${tokens.ink}}.district{stroke:${tokens.ink}}`;
}

const STYLE = `path{fill:none;stroke-linejoin:round}.contour{stroke-width:.8}.heavy{stroke-width:1.4}.water{stroke-width:1.2}.course{stroke-linecap:round}.course.r1{stroke-width:3.2}.course.r2{stroke-width:2}.course.r3{stroke-width:1.2}.road,.road-case{stroke-linecap:round}.road.r1{stroke-width:4.2}.road.r2{stroke-width:3}.road.r3{stroke-width:1.8}.road-case.r1{stroke-width:5.8}.road-case.r2{stroke-width:4.4}.road-case.r3{stroke-width:3}.rail{stroke-width:1.2}.ties{stroke-width:5;stroke-dasharray:1.2 9}.outside{fill-rule:evenodd;fill-opacity:.13}.district{stroke-width:1.6;stroke-dasharray:11 4 2 4}${inks(LIGHT)}@media (prefers-color-scheme:dark){${inks(DARK)}}@media print{${inks(LIGHT)}}`;
