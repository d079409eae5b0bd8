import { type Bilingual, type Html, html, LANGUAGE_TAGS } from '@westgate/base';
import type { PublicCommitment } from '@westgate/contract';
import { aimClass, aimTag } from '../parts/aim.ts';
import { evidenceList } from '../parts/evidence.ts';
import { factList, section } from '../parts/facts.ts';
import { figureList } from '../parts/figures.ts';
import { placesMap } from '../parts/map-figure.ts';
import { outsideSection } from '../parts/outside.ts';
import { verdict } from '../parts/state.ts';
import { dueAnswer, linksTo, namedLinks, noPlace, owner } from '../parts/things.ts';
import { type At, hrefTo } from '../site/at.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import { plain, said, saidOrNothing, unknown } from '../words/say.ts';
import { word } from '../words/words.ts';

/** One page for each commitment: its words, where it stands and why, who answers for it, by when, where, and what happened. */
export function commitmentPages(site: Site): readonly Page[] {
  return site.publication.commitments.map((commitment) => pageOf(site, commitment));
}

function pageOf(site: Site, commitment: PublicCommitment): Page {
  const { id, title, state, rule, sentence, sentenceText, clause, aim, due, linked } = commitment;
  const indicators = new Map(site.publication.indicators.map((indicator) => [indicator.id, indicator.name]));
  return {
    path: site.pathOf('commitment', id) ?? '',
    section: 'commitments',
    write: (at) => ({
      title: plain(at, title),
      description: `${word(at, `state.${state.name}`)}${word(at, 'colon')}${plain(at, state.reason)}`,
      main: html`<p class="over">${word(at, 'noun.commitment')} ${aimTag(at, aim)}</p>
<h1>${said(at, title)}</h1>
${verdict(at, state, rule)}
${sentenceQuote(at, sentence, sentenceText, clause, aim)}
${factList([
  [word(at, 'fact.owner'), owner(at, commitment.owner, commitment.ownerBasis)],
  [word(at, 'fact.due'), dueAnswer(at, due)],
  [word(at, 'fact.where'), namedLinks(at, 'place', commitment.placeIds, linked.places) ?? noPlace(at, commitment.noPlaceReason)],
  [word(at, 'fact.projects'), namedLinks(at, 'project', commitment.projectIds, linked.projects) ?? unknown(at)],
  [
    word(at, 'fact.indicators'),
    linksTo(at, 'indicator', commitment.indicatorIds, linked.indicators, (one) => indicators.get(one) ?? { zh: null, en: null }),
  ],
  [word(at, 'fact.note'), saidOrNothing(at, commitment.note)],
])}
${section('evidence', word(at, 'evidence.title'), evidenceList(at, commitment.evidence, id) ?? html`<p>${word(at, 'evidence.none')}</p>`)}
${section('figures', word(at, 'figures.title'), figureList(at, commitment.figures))}
${outsideSection(at, 'commitment', id)}`,
      aside: placesMap(at, commitment.placeIds, word(at, 'map.of', { name: plain(at, title) })),
    }),
  };
}

/** A sentence in the language of the page, the clause of a commitment underlined in its aim, with the way to it in the text. */
function sentenceQuote(at: At, sentence: string, text: Bilingual, clause: Bilingual, aim: string | null): Html {
  const { language } = at.edition;
  const used = text[language] === null ? (language === 'zh' ? 'en' : 'zh') : language;
  const whole = text[used];
  if (whole === null) return unknown(at);
  const path = at.site.pathOf('sentence', sentence);
  const number = at.site.sentences.get(sentence)?.number ?? '';
  const way = path && html`<p class="soft"><a href="${hrefTo(at, path)}">${word(at, 'quote.inPlan', { number })}</a></p>`;
  const wording = wordingNote(at, sentence);
  return html`<blockquote${used === language ? null : html` lang="${LANGUAGE_TAGS[used]}"`}><p>${underlined(at, whole, clause[used], aim)}</p></blockquote>
${wording && html`<p class="soft">${wording}</p>`}${way}`;
}

/** Whose words a sentence is in: the publisher's, or ours and whether a person has checked them. */
function wordingNote(at: At, id: string): Html | null {
  const sentence = at.site.sentences.get(id);
  const document = at.site.publication.documents.find((each) => each.id === sentence?.document);
  if (!sentence || !document || document.wording === 'none') return null;
  const isChecked = sentence.checked[at.edition.language];
  const checked =
    document.wording === 'rendering' ? `${word(at, 'comma')}${word(at, isChecked ? 'wording.checked' : 'wording.unchecked')}` : '';
  return html`${word(at, `plan.wording.${document.wording}`)}${checked}`;
}

function underlined(at: At, text: string, clause: string | null, aim: string | null): Html {
  const start = clause === null ? -1 : text.indexOf(clause);
  if (clause === null || start < 0) return html`${text}`;
  const end = start + clause.length;
  return html`${text.slice(0, start)}<span class="underlined ${aimClass(at.site, aim)}">${clause}</span>${text.slice(end)}`;
}
