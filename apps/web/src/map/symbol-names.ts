import type { ExpressionSpecification } from 'maplibre-gl';

/** Below this zoom only the names that matter most are set. */
const ALL_NAMES_FROM = 11.8;
/** Sites without an area that stand behind this rank wait for {@link ALL_NAMES_FROM}. */
const FIRST_RANKS = 16;

const inArea: ExpressionSpecification = ['get', 'in_area'];

/** The name of a symbol: at a first look those of areas, of highlighted places and of the first ranks; near, all. */
export function symbolName(language: 'zh' | 'en', highlighted: readonly string[]): ExpressionSpecification {
  const other = language === 'zh' ? 'en' : 'zh';
  const name: ExpressionSpecification = ['coalesce', ['get', `label_${language}`], ['get', `label_${other}`], ''];
  const isFirst: ExpressionSpecification = ['any', inArea, isOneOf(highlighted), ['<=', ['get', 'rank'], FIRST_RANKS]];
  return ['step', ['zoom'], ['case', isFirst, name, ''], ALL_NAMES_FROM, name];
}

/** Who takes the room first: highlighted places, then areas, then rank. */
export function symbolOrder(highlighted: readonly string[]): ExpressionSpecification {
  return ['+', ['get', 'rank'], ['case', isOneOf(highlighted), -1000, inArea, -100, 0]];
}

function isOneOf(places: readonly string[]): ExpressionSpecification {
  return ['in', ['get', 'place'], ['literal', [...places]]];
}
