import { type Html, html } from '@westgate/base';
import { described } from '@westgate/domain';
import { type DataList, dataLists, dataPath } from '../data/data-lists.ts';
import { type FieldNote, fieldNotes } from '../data/field-notes.ts';
import { section } from '../parts/facts.ts';
import { followLink } from '../parts/outside.ts';
import { type At, hrefToShared } from '../site/at.ts';
import type { Page } from '../site/page.ts';
import { DATA_PAGE, FEED, type Site } from '../site/site.ts';
import { word } from '../words/words.ts';

/** Every list as CSV and JSON, and what each of its columns means. */
export function dataPage({ publication }: Site): Page {
  const lists = dataLists(publication);
  return {
    path: DATA_PAGE,
    section: 'about',
    write: (at) => ({
      title: word(at, 'data.title'),
      description: word(at, 'data.lead'),
      main: html`<h1>${word(at, 'data.title')}</h1>
<p class="lead">${word(at, 'data.lead')}</p>
<p>${word(at, 'data.how')}</p>
<p class="ways-out">${followLink(at, FEED)}</p>
${lists.map((list) => section(`data-${list.name}`, nameOf(at, list), listPart(at, list)))}`,
      aside: null,
    }),
  };
}

function nameOf(at: At, { kind }: DataList): string {
  return kind === null ? word(at, 'data.values') : word(at, `nouns.${kind}`);
}

function listPart(at: At, list: DataList): Html {
  const link = (ending: 'csv' | 'json'): Html =>
    html`<a class="button" href="${hrefToShared(at, dataPath(list.name, ending))}">${ending.toUpperCase()}</a>`;
  const { kind } = list;
  return html`<p class="ways-out">${link('csv')} ${link('json')} <span class="soft">${word(at, 'data.count', { count: list.records.length })}</span></p>
${kind === null ? null : html`<p>${word(at, 'data.row', { about: described(kind).about[at.edition.language] })}</p>`}
<details><summary>${word(at, 'data.fields')}</summary>
<section class="wide-table" tabindex="0" aria-label="${nameOf(at, list)}${word(at, 'colon')}${word(at, 'data.fields')}"><table><thead><tr><th scope="col">${word(at, 'data.column')}</th><th scope="col">${word(at, 'data.name')}</th><th scope="col">${word(at, 'data.unit')}</th><th scope="col">${word(at, 'data.meaning')}</th></tr></thead>
<tbody>${fieldNotes(list).map((note) => noteRow(at, note))}</tbody></table></section></details>`;
}

function noteRow(at: At, { column, name, unit, about, words, isNested }: FieldNote): Html {
  const { language } = at.edition;
  const listed =
    words.length === 0
      ? null
      : html`<br>${words.map(([each, said]) => `${each} = ${said[language]}`).join(language === 'zh' ? '；' : '; ')}`;
  const only = isNested ? html`<br>${word(at, 'data.nested')}` : null;
  return html`<tr><th scope="row"><code>${column}</code></th><td>${name?.[language] ?? null}</td><td>${unit?.[language] ?? null}</td><td>${about?.[language] ?? null}${listed}${only}</td></tr>
`;
}
