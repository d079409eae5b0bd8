import { dayOf, type Html, html, joined } from '@westgate/base';
import type { PublicIndicator, PublicValue } from '@westgate/contract';
import { type Aged, capital, PLURALS, sayAge, valueCautions, vocabularyName } from '@westgate/domain';
import { aimTag } from '../parts/aim.ts';
import { factList, section } from '../parts/facts.ts';
import { figureList } from '../parts/figures.ts';
import { outsideSection } from '../parts/outside.ts';
import { confidenceNote, sourceFact, sourceNote } from '../parts/source.ts';
import { namedLinks, thingLink } from '../parts/things.ts';
import { valueChart } from '../parts/value-chart.ts';
import { valueMarks } from '../parts/value-marks.ts';
import type { At } from '../site/at.ts';
import type { Page } from '../site/page.ts';
import { BESIDE_INDICATORS } from '../site/sections.ts';
import type { Site } from '../site/site.ts';
import { amount, plain, said, saidOrNothing, unknown, when } from '../words/say.ts';
import { word } from '../words/words.ts';
import { unitsPart } from './indicator-units.ts';
import { plainList } from './plain.ts';

/** Did it work: every indicator with its latest value and its target, every record of a plain kind, and the figures of the district as a whole. */
export function indicatorList({ publication }: Site): readonly Page[] {
  const { indicators, district } = publication;
  return [
    {
      path: 'indicators/index.html',
      section: 'indicators',
      write: (at) => ({
        title: word(at, 'indicators.title'),
        description: word(at, 'indicators.lead'),
        main: html`<h1>${word(at, 'indicators.title')}</h1>
<p class="lead">${word(at, 'indicators.lead')}</p>
<ul class="rows two">${indicators.map((indicator) => indicatorRow(at, indicator))}</ul>
${BESIDE_INDICATORS.map((kind) => section(PLURALS[kind], word(at, `nouns.${kind}`), plainList(at, kind)))}
${section('district', word(at, 'indicators.district'), figureList(at, district.figures))}`,
        aside: null,
      }),
    },
  ];
}

function indicatorRow(at: At, { id, name, aim, unitName, actual, target }: PublicIndicator): Html {
  const value = (of: PublicValue | null, aged: Aged): Html => {
    if (of === null) return unknown(at);
    const from = sourceNote(at, of.source);
    const age = sayAge(of.period, dayOf(at.site.publication.asOf), aged);
    const cautions = [...(age ? [age] : []), ...valueCautions(of)].map((each) => html`${word(at, 'comma')}${said(at, each)}`);
    return html`<b>${bounded(at, of, unitName)}</b>${word(at, 'comma')}${when(at, of.period)} <small>${from}${cautions}</small>`;
  };
  return html`<li><p class="row-title">${thingLink(at, { kind: 'indicator', id, name })} ${aimTag(at, aim)}</p>
<p>${word(at, 'value.actual')}${word(at, 'colon')}${value(actual, 'value')}</p>
<p>${word(at, 'value.target')}${word(at, 'colon')}${value(target, 'target')}</p></li>
`;
}

/** One page for each indicator: what it counts, and every dated value with its source. */
export function indicatorPages(site: Site): readonly Page[] {
  return site.publication.indicators.map((indicator) => ({
    path: site.pathOf('indicator', indicator.id) ?? '',
    section: 'indicators',
    write: (at) => ({
      title: plain(at, indicator.name),
      description: plain(at, indicator.definition),
      main: indicatorMain(at, indicator),
      aside: null,
    }),
  }));
}

function indicatorMain(at: At, indicator: PublicIndicator): Html {
  const { name, aim, direction, definition, linked, values, status, units } = indicator;
  return html`<p class="over">${word(at, 'noun.indicator')} ${aimTag(at, aim)}</p>
<h1>${said(at, name)}</h1>
${factList([
  [
    word(at, 'fact.status'),
    html`${said(at, capital(vocabularyName('indicatorStanding', status.name)))}${word(at, 'colon')}${said(at, status.why)}`,
  ],
  [word(at, 'fact.definition'), html`${said(at, definition)} <small>${word(at, `direction.${direction}`)}</small>`],
  [word(at, 'fact.source'), sourceFact(at, indicator.source)],
  [word(at, 'fact.serves'), namedLinks(at, 'commitment', indicator.commitmentIds, linked.commitments)],
  [word(at, 'fact.projects'), namedLinks(at, 'project', indicator.projectIds, linked.projects)],
])}
${section('values', word(at, 'indicator.values'), values.length === 0 ? html`<p>${word(at, 'indicator.none')}</p>` : valuesPart(at, indicator))}
${section('units', word(at, 'indicator.units'), units && unitsPart(at, indicator, units))}
${outsideSection(at, 'indicator', indicator.id)}`;
}

/** The picture of the values, what it finds as its title, and the table that says the same. */
function valuesPart(at: At, indicator: PublicIndicator): Html {
  const { values, unitName, status } = indicator;
  const title = html`${said(at, capital(vocabularyName('indicatorStanding', status.name)))}${word(at, 'colon')}${said(at, status.why)}`;
  const isSilent = status.name === 'stale' || status.name === 'not-known';
  const head = (['period', 'kind', 'value'] as const).map((name) => html`<th scope="col">${word(at, `values.${name}`)}</th>`);
  return html`${valueChart(at, values, { title, unit: plain(at, unitName), isSilent })}<div class="wide-table"><table><thead><tr>${head}</tr></thead>
<tbody>${values.map((value) => valueRow(at, value, indicator))}</tbody></table></div>`;
}

/** The last value is told with how old it is. */
function valueRow(at: At, value: PublicValue, indicator: PublicIndicator): Html {
  const { unitName: unit } = indicator;
  const note = saidOrNothing(at, value.note);
  const facts = [
    sourceNote(at, value.source),
    confidenceNote(at, value.confidence),
    ...valueMarks(at, value, indicator).map((each) => said(at, each)),
  ];
  return html`<tr><th scope="row">${when(at, value.period)}</th><td>${word(at, `value.${value.kind}`)}</td><td><b>${bounded(at, value, unit)}</b><br><small>${joined(facts, ' · ')}${note && html`<br>${note}`}</small></td></tr>
`;
}

function bounded(at: At, { value, qualifier }: PublicValue, unit: PublicIndicator['unitName']): Html {
  return html`${qualifier === null ? null : html`${word(at, `qualifier.${qualifier}`)} `}${amount(at, value, unit)}`;
}
