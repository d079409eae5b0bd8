import type { ExpressionSpecification } from 'maplibre-gl';

/** Below this zoom only the names that matter most are set. */
const ALL_NAMES_FROM = 11.8;
/** Sites without an area that stand behind this rank wait for {@link ALL_NAMES_FROM}. */
const FIRST_RANKS = 16;

const inArea: ExpressionSpecification = ['get', 'in_area'];
/** A place that only helps to find the way: it serves no aim and no plan names it as a site. */
export const isOrientation: ExpressionSpecification = ['all', ['!', ['get', 'is_site']], ['==', ['coalesce', ['get', 'aim'], ''], '']];
/** A part of the district of which a point stands for the whole: its name is written, and no symbol. */
export const isLabel: ExpressionSpecification = ['all', isOrientation, ['==', ['get', 'kind'], 'area']];

/**
 * The name of a symbol: at a first look those of areas, of parts of the district and of the first ranks; near, all. Places in brackets are named by a layer of
 * their own and not twice.
 */
export function symbolName(language: 'zh' | 'en', highlighted: readonly string[]): ExpressionSpecification {
  const name = nameIn(language);
  const isFirst: ExpressionSpecification = ['any', inArea, isLabel, ['<=', ['get', 'rank'], FIRST_RANKS]];
  const isMarked = isOneOf(highlighted);
  return ['step', ['zoom'], ['case', isMarked, '', isFirst, name, ''], ALL_NAMES_FROM, ['case', isMarked, '', name]];
}

/** The short name in `language`, else in the other. */
export function nameIn(language: 'zh' | 'en'): ExpressionSpecification {
  const other = language === 'zh' ? 'en' : 'zh';
  return ['coalesce', ['get', `label_${language}`], ['get', `label_${other}`], ''];
}

/**
 * Who takes the room first, over all tiles: areas, then the ranks in classes; a tile holds its places in the order of their ranks already.
 * Symbols of one class are drawn at once, those of another apart: a class for each rank would be a drawing for each symbol.
 */
export function symbolOrder(): ExpressionSpecification {
  return ['case', inArea, 0, ['step', ['get', 'rank'], 1, FIRST_RANKS / 4, 2, FIRST_RANKS + 1, 3]];
}

/** Whether a feature is of one of the places; quick for any number of them. */
export function isOneOf(places: readonly string[]): ExpressionSpecification {
  const [first, ...rest] = new Set(places);
  return first === undefined ? ['literal', false] : ['match', ['get', 'place'], [first, ...rest], true, false];
}
