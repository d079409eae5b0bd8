import { tagTest } from '../list/tags.ts';
import { fold } from '../search/fold.ts';
import type { View } from '../view/view.ts';
import type { Site } from './sites.ts';

/** Which places are asked for; what is absent does not matter. */
export interface SiteFilter {
  readonly aim?: string | undefined;
  readonly tag?: string | undefined;
  readonly kind?: string | undefined;
  readonly stage?: string | undefined;
  readonly q?: string | undefined;
  /** Kinds left out, separated by commas. */
  readonly without?: string | undefined;
}

/** Folded names by place: a place that changes is another object. */
const texts = new WeakMap<Site, string>();

/** Whether a place passes the filter of a view. Throws `WG_INPUT_INVALID` for a value of an axis that the district does not have. */
export function siteTest(filter: SiteFilter, view: View): (site: Site) => boolean {
  const { aim, kind, stage } = filter;
  const without = new Set<string>((filter.without ?? '').split(',').filter((each) => each !== ''));
  const hasTags = tagTest(view, 'place', filter.tag);
  const words = fold(filter.q ?? '')
    .text.split(' ')
    .filter((word) => word !== '');
  return (site) =>
    (aim === undefined || site.aim === aim) &&
    (kind === undefined || site.kind === kind) &&
    !without.has(site.kind) &&
    words.every((word) => textOf(site).includes(word)) &&
    hasTags(site.place) &&
    (stage === undefined || view.stage(site.place) === stage);
}

/** One word for a filter: the same for filters that ask for the same. */
export function filterKey({ aim = '', tag = '', kind = '', stage = '', q = '', without = '' }: SiteFilter): string {
  return JSON.stringify([aim, tag, kind, stage, q, without]);
}

function textOf(site: Site): string {
  const held = texts.get(site);
  if (held !== undefined) return held;
  const text = fold([site.place, site.nameZh ?? '', site.nameEn ?? ''].join('\n')).text;
  texts.set(site, text);
  return text;
}
