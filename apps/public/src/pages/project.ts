import { type Html, html, joined } from '@westgate/base';
import type { PublicProject } from '@westgate/contract';
import { STATE_ORDER } from '@westgate/domain';
import { aimTag } from '../parts/aim.ts';
import { evidenceList } from '../parts/evidence.ts';
import { factList, section } from '../parts/facts.ts';
import { figureList } from '../parts/figures.ts';
import { placesMap } from '../parts/map-figure.ts';
import { outsideSection } from '../parts/outside.ts';
import { pageLinks, pagePath, pagesOf } from '../parts/pages.ts';
import { stateWord, verdict } from '../parts/state.ts';
import { dueAnswer, namedLinks, noPlace, owner, thingLink } from '../parts/things.ts';
import type { At } from '../site/at.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import { plain, said, saidOrNothing, unknown, when } from '../words/say.ts';
import { word } from '../words/words.ts';

/** All projects with their states. */
export function projectList({ publication }: Site): readonly Page[] {
  const { projects } = publication;
  const sorted = STATE_ORDER.flatMap((name) => projects.filter(({ state }) => state.name === name));
  const pages = pagesOf(sorted);
  return pages.map((held, index) => ({
    path: pagePath('projects', index),
    section: 'projects',
    write: (at) => ({
      title: word(at, 'projects.title'),
      description: word(at, 'projects.count', { count: projects.length }),
      main: html`<h1>${word(at, 'projects.title')}</h1>
<p class="lead">${word(at, 'projects.count', { count: projects.length })}</p>
<ul class="rows two">${held.map((project) => projectRow(at, project))}</ul>
${pageLinks(at, 'projects', index, pages.length)}`,
      aside: null,
    }),
  }));
}

function projectRow(at: At, { id, name, kind, lead, due, state, aim }: PublicProject): Html {
  const tail = saidOrNothing(at, state.tail);
  const facts = [
    html`${word(at, `project.${kind}`)}`,
    html`${word(at, 'fact.lead')}${word(at, 'colon')}${lead ? said(at, lead.name) : unknown(at)}`,
    html`${word(at, 'fact.due')}${word(at, 'colon')}${due ? when(at, due.on) : unknown(at)}`,
  ];
  return html`<li><p class="row-title">${thingLink(at, { kind: 'project', id, name })} ${aimTag(at, aim)}</p>
<p>${stateWord(at, state)}${tail && html` · ${tail}`}</p>
<p class="soft">${joined(facts, ' · ')}</p></li>
`;
}

/** One page for each project: where it stands and why, who leads it, where it stands on the ground, what it serves. */
export function projectPages(site: Site): readonly Page[] {
  return site.publication.projects.map((project) => ({
    path: site.pathOf('project', project.id) ?? '',
    section: 'projects',
    write: (at) => ({
      title: plain(at, project.name),
      description: `${word(at, `state.${project.state.name}`)}${word(at, 'colon')}${plain(at, project.state.reason)}`,
      main: projectMain(at, project),
      aside: placesMap(at, project.placeIds, word(at, 'map.of', { name: plain(at, project.name) })),
    }),
  }));
}

function projectMain(at: At, project: PublicProject): Html {
  const { id, name, kind, state, rule, linked } = project;
  return html`<p class="over">${word(at, 'noun.project')} · ${word(at, `project.${kind}`)} ${aimTag(at, project.aim)}</p>
<h1>${said(at, name)}</h1>
${verdict(at, state, rule)}
${factList([
  [word(at, 'fact.lead'), owner(at, project.lead, project.leadBasis)],
  [word(at, 'fact.due'), dueAnswer(at, project.due)],
  [word(at, 'fact.where'), namedLinks(at, 'place', project.placeIds, linked.places) ?? noPlace(at, project.noPlaceReason)],
  [word(at, 'fact.serves'), namedLinks(at, 'commitment', project.commitmentIds, linked.commitments)],
  [word(at, 'fact.note'), saidOrNothing(at, project.note)],
])}
${section('evidence', word(at, 'evidence.title'), evidenceList(at, project.evidence, id) ?? html`<p>${word(at, 'evidence.none')}</p>`)}
${section('figures', word(at, 'figures.title'), figureList(at, project.figures))}
${outsideSection(at, 'project', id)}`;
}
