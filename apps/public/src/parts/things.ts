import { type Html, html, joined } from '@westgate/base';
import type { Due, Thing, ThingKindName } from '@westgate/contract';
import { type At, hrefTo } from '../site/at.ts';
import { said, saidOrNothing, separator, unknown, when } from '../words/say.ts';
import { word } from '../words/words.ts';
import { sourceNote } from './source.ts';

/** A record's name, leading to its page where it has one. */
export function thingLink(at: At, { kind, id, name }: Thing): Html {
  const path = at.site.pathOf(kind, id);
  return path === null ? said(at, name) : html`<a href="${hrefTo(at, path)}">${said(at, name)}</a>`;
}

/** The department that answers for a record; "not known" where no source names one. */
export function owner(at: At, thing: Thing | null, basis: Thing['name']): Html {
  if (thing === null) return unknown(at);
  const why = basis.zh === null && basis.en === null ? null : html` <small>${said(at, basis)}</small>`;
  return html`${thingLink(at, thing)}${why}`;
}

/** The promised day with what it rests on; "not known" where no source gives one. */
export function dueAnswer(at: At, due: Due | null): Html {
  if (due === null) return html`${unknown(at)} <small>${word(at, 'due.none')}</small>`;
  const basis = saidOrNothing(at, due.basis);
  return html`${when(at, due.on)} <small>${basis}${basis && due.source && html` · `}${due.source && sourceNote(at, due.source)}</small>`;
}

/** Why a record has no place; "not known" where nobody says. */
export function noPlace(at: At, reason: Thing['name']): Html {
  const why = saidOrNothing(at, reason);
  return why ? html`${word(at, 'place.noneBecause')}${word(at, 'colon')}${why}` : unknown(at);
}

/** Links to records by their ids in one line, with how many more there are where a record carries only the first of them. */
export function linksTo(
  at: At,
  kind: ThingKindName,
  ids: readonly string[],
  total: number,
  nameOf: (id: string) => Thing['name'],
): Html | null {
  const links = ids.filter((id) => at.site.pathOf(kind, id) !== null).map((id) => thingLink(at, { kind, id, name: nameOf(id) }));
  if (links.length === 0) return null;
  const rest = total - ids.length;
  return html`${joined(links, separator(at))}${rest > 0 ? html` ${word(at, 'andMore', { count: rest })}` : null}`;
}

/** Links to places, projects or commitments of the site. */
export function namedLinks(at: At, kind: 'place' | 'project' | 'commitment', ids: readonly string[], total: number): Html | null {
  const { site } = at;
  const nameOf = (id: string): Thing['name'] => {
    if (kind === 'commitment') return site.commitments.get(id)?.title ?? NO_NAME;
    return (kind === 'place' ? site.places : site.projects).get(id)?.name ?? NO_NAME;
  };
  return linksTo(at, kind, ids, total, nameOf);
}

const NO_NAME = { zh: null, en: null } as const;
