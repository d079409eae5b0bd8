import { dayOf, type Html, html, LANGUAGE_TAGS } from '@westgate/base';
import type { PublicCommitment, PublicIndicator, PublicValue } from '@westgate/contract';
import { type Aged, capital, sayAge, valueCautions, vocabularyName } from '@westgate/domain';
import { policy } from '../parts/policy.ts';
import { sourceTitle } from '../parts/source.ts';
import { stateWord } from '../parts/state.ts';
import { type At, hrefTo, hrefToAsset } from '../site/at.ts';
import { embedPath, type Site } from '../site/site.ts';
import { amount, plain, said, saidOrNothing, unknown, when } from '../words/say.ts';
import { word } from '../words/words.ts';

/** A small page that another site shows in a frame, and what it is called. */
interface Embedded {
  readonly path: string;
  readonly title: (at: At) => string;
  readonly page: string | null;
  readonly main: (at: At) => Html;
}

/** The small pages for other sites, one of each indicator and commitment; how many there are in each language. */
export function embedsIn(site: Site): readonly Embedded[] {
  const { indicators, commitments } = site.publication;
  return [
    ...indicators.map((indicator) => ({
      path: embedPath(site, 'indicator', indicator.id) ?? '',
      title: (at: At) => plain(at, indicator.name),
      page: site.pathOf('indicator', indicator.id),
      main: (at: At) => indicatorMain(at, indicator),
    })),
    ...commitments.map((commitment) => ({
      path: embedPath(site, 'commitment', commitment.id) ?? '',
      title: (at: At) => plain(at, commitment.title),
      page: site.pathOf('commitment', commitment.id),
      main: (at: At) => commitmentMain(at, commitment),
    })),
  ];
}

/** A small page as text: no script, its looks from the one style sheet, each number with its day and source. */
export function embedPage(at: At, { title, page, main }: Embedded): string {
  const { publication } = at.site;
  const notice = saidOrNothing(at, publication.district.label);
  return html`<!DOCTYPE html>
<html lang="${LANGUAGE_TAGS[at.edition.language]}">
<head>
<meta charset="utf-8">
${policy()}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title(at)} · ${plain(at, publication.district.name)}</title>
<link rel="stylesheet" href="${hrefToAsset(at, 'site.css')}">
</head>
<body class="embed">
<main>
${notice && html`<p class="notice"><span class="sample">${notice}</span></p>`}
${main(at)}
<p class="soft">${word(at, 'foot.asOf')} ${when(at, publication.asOf)} · <a href="${hrefTo(at, page ?? 'index.html')}" target="_blank" rel="noopener">${said(at, publication.district.name)}</a></p>
</main>
</body>
</html>
`.text;
}

function indicatorMain(at: At, { name, unitName, actual, target, status }: PublicIndicator): Html {
  const value = (of: PublicValue | null, aged: Aged): Html => {
    if (of === null) return unknown(at);
    const age = sayAge(of.period, dayOf(at.site.publication.asOf), aged);
    const cautions = [...(age ? [age] : []), ...valueCautions(of)].map((each) => html`${word(at, 'comma')}${said(at, each)}`);
    const bound = of.qualifier === null ? null : html`${word(at, `qualifier.${of.qualifier}`)} `;
    return html`<b>${bound}${amount(at, of.value, unitName)}</b>${word(at, 'comma')}${when(at, of.period)} <small>${sourceTitle(at, of.source)}${cautions}</small>`;
  };
  return html`<h1>${said(at, name)}</h1>
<p>${word(at, 'value.actual')}${word(at, 'colon')}${value(actual, 'value')}</p>
<p>${word(at, 'value.target')}${word(at, 'colon')}${value(target, 'target')}</p>
<p>${said(at, capital(vocabularyName('indicatorStanding', status.name)))}${word(at, 'colon')}${said(at, status.why)}</p>`;
}

function commitmentMain(at: At, { title, state, due, owner }: PublicCommitment): Html {
  const source = due?.source ?? null;
  return html`<h1>${said(at, title)}</h1>
<p class="verdict-word">${stateWord(at, state)}</p>
<p>${word(at, 'fact.due')}${word(at, 'colon')}${due ? when(at, due.on) : unknown(at)}${source && html` <small>${sourceTitle(at, source)}</small>`}</p>
<p>${word(at, 'fact.owner')}${word(at, 'colon')}${owner ? said(at, owner.name) : unknown(at)}</p>
<p>${saidOrNothing(at, state.reason)}</p>`;
}
