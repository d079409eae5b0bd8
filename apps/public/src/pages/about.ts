import { type Html, html, webAddress } from '@westgate/base';
import type { Source } from '@westgate/contract';
import { STATE_ORDER } from '@westgate/domain';
import { section } from '../parts/facts.ts';
import { datedOf, SOURCES_PAGE } from '../parts/source.ts';
import { stateWord } from '../parts/state.ts';
import { type At, hrefTo } from '../site/at.ts';
import type { Page } from '../site/page.ts';
import { type Site, sourceAnchor } from '../site/site.ts';
import { asWritten, saidOrNothing, when } from '../words/say.ts';
import { word } from '../words/words.ts';

/** How to read these pages: where the facts come from, how states are found, the licence, and what is accessible and what is not. */
export function aboutPage({ publication }: Site): Page {
  return {
    path: 'about.html',
    section: 'about',
    write: (at) => ({
      title: word(at, 'about.title'),
      description: word(at, 'about.lead'),
      main: html`<h1>${word(at, 'about.title')}</h1>
<p class="lead">${word(at, 'about.lead')}</p>
${section('data', word(at, 'about.data'), dataPart(at))}
${section('states', word(at, 'about.states'), statesPart(at))}
${section('licence', word(at, 'about.licence'), html`<p>${word(at, 'about.licenceText')}</p>`)}
${section('accessibility', word(at, 'accessibility.title'), accessibilityPart(at))}
${section('record', word(at, 'about.record'), html`<p>${word(at, 'about.recordText', { seq: publication.seq })}</p><p class="deed">${publication.hash}</p>`)}`,
      aside: null,
    }),
  };
}

function dataPart(at: At): Html {
  const { publication } = at.site;
  const notice = saidOrNothing(at, publication.district.label);
  const { departments, sources } = publication;
  return html`${notice && html`<p><b>${notice}</b></p>`}
<p>${word(at, 'foot.asOf')} ${when(at, publication.asOf)}${word(at, 'stop')}${word(at, 'about.dataText')}</p>
<p>${word(at, 'about.drawn')}</p>
<ul class="rows">
<li><a href="${hrefTo(at, SOURCES_PAGE)}">${word(at, 'sources.count', { count: sources.length })}</a></li>
<li><a href="${hrefTo(at, 'departments.html')}">${word(at, 'departments.count', { count: departments.length })}</a></li>
</ul>`;
}

function statesPart(at: At): Html {
  return html`<p>${word(at, 'about.statesText')}</p>
<dl class="facts">${STATE_ORDER.map((name) => html`<div><dt>${stateWord(at, { name, timing: null })}</dt><dd>${word(at, `state.means.${name}`)}</dd></div>\n`)}</dl>`;
}

function accessibilityPart(at: At): Html {
  const can = ['scripts', 'keys', 'type', 'map', 'print', 'folder'] as const;
  const limits = ['people', 'readers', 'speech', 'fonts', 'language'] as const;
  return html`<p>${word(at, 'accessibility.aim')}</p>
<h3>${word(at, 'accessibility.can')}</h3>
<ul class="points">${can.map((name) => html`<li>${word(at, `accessibility.can.${name}`)}</li>`)}</ul>
<h3>${word(at, 'accessibility.limits')}</h3>
<ul class="points">${limits.map((name) => html`<li>${word(at, `accessibility.limits.${name}`)}</li>`)}</ul>
<p>${word(at, 'accessibility.tell')}</p>`;
}

/** Every source, with its address where one may be shown. */
export function sourcesPage({ publication }: Site): Page {
  const { sources } = publication;
  return {
    path: SOURCES_PAGE,
    section: 'about',
    write: (at) => ({
      title: word(at, 'sources.title'),
      description: word(at, 'sources.count', { count: sources.length }),
      main: html`<h1>${word(at, 'sources.title')}</h1>
<p class="lead">${word(at, 'sources.lead')}</p>
<ol class="rows two sources">${sources.map((source) => sourceRow(at, source))}</ol>`,
      aside: null,
    }),
  };
}

function sourceRow(at: At, source: Source): Html {
  const { id, title, kind, url } = source;
  return html`<li id="${sourceAnchor(id)}"><p class="row-title">${asWritten(at, title)}</p>
<p class="soft">${id} · ${word(at, `source.${kind}`)}${datedOf(at, source)}</p>
${url && html`<p class="address">${pageLink(url)}</p>`}</li>
`;
}

/** An address as a link where it leads to a page, else as text. */
function pageLink(text: string): Html {
  const address = webAddress(text);
  return address === null ? html`${text}` : html`<a href="${address}" rel="external noreferrer">${address}</a>`;
}
