import { type Html, html, joined } from '@westgate/base';
import type { PublicCommitment, PublicEvidence } from '@westgate/contract';
import { aimClass, aimsOf } from '../parts/aim.ts';
import { happened } from '../parts/evidence.ts';
import { section } from '../parts/facts.ts';
import { districtMap } from '../parts/map-figure.ts';
import { sectionPath } from '../parts/navigation.ts';
import { sourceNote } from '../parts/source.ts';
import { stateSign } from '../parts/state.ts';
import { thingLink } from '../parts/things.ts';
import { type At, hrefTo } from '../site/at.ts';
import type { Page } from '../site/page.ts';
import { plansOf, type Site } from '../site/site.ts';
import { plain, said, when } from '../words/say.ts';
import { word } from '../words/words.ts';
import { stateCounts, stateList } from './commitment-list.ts';

/** Rows of the short lists on the first page. */
const FEW = 5;
/** A text with more promises than this is told by its counts alone. */
const MOST_CELLS = 150;

/** The first page: what was promised, where it stands, what happened last and what is due next. */
export function homePage({ publication }: Site): Page {
  return {
    path: 'index.html',
    section: null,
    write: (at) => ({
      title: plain(at, publication.district.name),
      description: `${word(at, 'home.title')} ${stateCounts(at, publication.commitments)}`,
      main: homeMain(at),
      aside: homeAside(at),
    }),
  };
}

function homeMain(at: At): Html {
  const { publication } = at.site;
  const { commitments, asOf } = publication;
  return html`<h1>${word(at, 'home.title')}</h1>
<p class="lead">${lead(at)}</p>
${ribbon(at, commitments)}
<h2 class="unseen">${word(at, 'home.states')}</h2>
${stateList(at)}
${section('aims', word(at, 'home.aims'), aims(at))}
${section('last', word(at, 'home.last'), last(at, asOf))}
${section('next', word(at, 'home.next'), next(at, asOf))}`;
}

/** Which plan, or all of them, how many promises of each, as of which day. */
function lead(at: At): Html {
  const { commitments, asOf } = at.site.publication;
  const plans = plansOf(at.site);
  const countOf = (held: readonly unknown[]): string => word(at, 'commitments.count', { count: held.length });
  const each = plans.map(({ id, title }) => {
    const held = commitments.filter(({ document }) => document === id);
    return html`${thingLink(at, { kind: 'document', id, name: title })}${word(at, 'colon')}${countOf(held)}`;
  });
  const all = html`${word(at, 'home.allPlans', { count: plans.length })}${word(at, 'colon')}${countOf(commitments)}`;
  const parts = plans.length > 1 ? [all, ...each] : plans.length === 1 ? each : [html`${countOf(commitments)}`];
  return html`${joined(parts, word(at, 'semicolon'))}${word(at, 'comma')}${word(at, 'home.asOf')} ${when(at, asOf)}`;
}

/** One cell for each commitment in the order of the text, with the sign of its state, leading to it. */
function ribbon(at: At, commitments: readonly PublicCommitment[]): Html | null {
  if (commitments.length === 0 || commitments.length > MOST_CELLS) return null;
  return html`<h2 class="unseen">${word(at, 'home.ribbon')}</h2>
<ol class="ribbon">${commitments.map(({ id, title, state }) => {
    const name = `${plain(at, title)}${word(at, 'colon')}${word(at, `state.${state.name}`)}`;
    return html`<li><a class="state state-${state.name}" href="${hrefTo(at, at.site.pathOf('commitment', id) ?? '')}" title="${name}">${stateSign(state.name)}<span class="unseen">${name}</span></a></li>`;
  })}</ol>`;
}

/** Each aim with how much of it is done, in words. */
function aims(at: At): Html | null {
  const { commitments } = at.site.publication;
  const rows = aimsOf(at.site).map(({ id, name }) => {
    const held = commitments.filter(({ aim }) => aim === id);
    const look = aimClass(at.site, id);
    const count = word(at, 'commitments.count', { count: held.length });
    return html`<li><span class="aim-word ${look}"><i class="mark ${look}"></i> ${said(at, name)}</span> <span>${count}${held.length > 0 ? html` <small>${stateCounts(at, held)}</small>` : null}</span></li>`;
  });
  return rows.length === 0 ? null : html`<ul class="rows aims">${rows}</ul>`;
}

/** The latest of what happened, each once. */
function last(at: At, asOf: string): Html | null {
  const { commitments, projects } = at.site.publication;
  const found = new Map<string, PublicEvidence>();
  for (const row of [...projects, ...commitments].flatMap(({ evidence }) => evidence)) {
    if (row.dates.slice(0, 10) <= asOf) found.set(row.id, row);
  }
  const rows = [...found.values()].sort((a, b) => (a.dates < b.dates ? 1 : a.dates > b.dates ? -1 : a.id < b.id ? -1 : 1)).slice(0, FEW);
  if (rows.length === 0) return null;
  return html`<ul class="rows">${rows.map((row) => html`<li><p>${happened(at, row)}</p><p>${thingLink(at, row.subject)}</p><p class="soft">${sourceNote(at, row.source)}</p></li>`)}</ul>`;
}

/** The next days by which something is promised. */
function next(at: At, asOf: string): Html | null {
  const open = at.site.publication.commitments.filter(({ due, state }) => due !== null && due.on >= asOf && state.name !== 'done');
  const rows = open.toSorted((a, b) => ((a.due?.on ?? '') < (b.due?.on ?? '') ? -1 : 1)).slice(0, FEW);
  if (rows.length === 0) return null;
  return html`<ul class="rows">${rows.map(({ id, title, due, owner }) => html`<li><p>${when(at, due?.on ?? null)}${word(at, 'colon')}${thingLink(at, { kind: 'commitment', id, name: title })}</p><p class="soft">${owner && said(at, owner.name)}</p></li>`)}</ul>`;
}

function homeAside(at: At): Html | null {
  const { district, places } = at.site.publication;
  const map = districtMap(at, word(at, 'map.title', { district: plain(at, district.name) }), 'small');
  const path = sectionPath(at.site, 'places');
  const way = path && html`<p><a href="${hrefTo(at, path)}">${word(at, 'places.count', { count: places.length })}</a></p>`;
  return map || way ? html`${map}${way}` : null;
}
