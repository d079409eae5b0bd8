import type { VerbClass } from '../../register/fields/vocabulary.ts';

/** Classes of a verb that a series of works takes the place of. */
const OF_WORKS: ReadonlySet<VerbClass | null> = new Set(['establish', 'improve', 'implement', 'integrate', 'aim', 'promote', null]);
/** Units of works, as codes and as words; people, money and shares are none. */
const WORKS = new Set([
  'items',
  'sites',
  'buildings',
  'lines',
  'km',
  'km2',
  'm2',
  'ha',
  'mu',
  'sets',
  'vehicles',
  'trees',
  'places',
  'rooms',
  'beds',
  'dwellings',
  'firms',
  'courses',
  'cases',
  'chargers',
]);
/** `完成3公里` says what is built; without a count it says that something is done. */
const FINISHING = /^(?:.*完成|complet|finish)/i;
/** Verbs of more of something, whatever is counted: `新增护理员1万人`. */
const MORE = /^(?:新增|增加|增设|增配)/;

/** The class that a count gives: events are held; works of a kind, more than one, are a series. Null where the verb keeps its own. */
export function seriesClass(
  verb: string,
  verbClass: VerbClass | null,
  { value, unit }: { readonly value: number; readonly unit: string },
): VerbClass | null {
  if (value <= 1 || !(OF_WORKS.has(verbClass) || (verbClass === 'continue' && FINISHING.test(verb)))) return null;
  if (unit === 'activities') return 'host';
  if (WORKS.has(unit) || MORE.test(verb)) return 'construct-series';
  return null;
}
