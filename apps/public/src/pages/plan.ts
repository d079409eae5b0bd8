import { type Html, html, LANGUAGE_TAGS, onlyMark } from '@westgate/base';
import type { PlanDocument, Sentence } from '@westgate/contract';
import { aimClass } from '../parts/aim.ts';
import { factList, section } from '../parts/facts.ts';
import { sourceFact } from '../parts/source.ts';
import { stateWord } from '../parts/state.ts';
import { thingLink } from '../parts/things.ts';
import { type At, hrefTo } from '../site/at.ts';
import type { Page } from '../site/page.ts';
import { type Site, sentenceAnchor } from '../site/site.ts';
import { plain, said, saidOrNothing, when } from '../words/say.ts';
import { word } from '../words/words.ts';

/** One page for each plan: its text sentence by sentence in all languages of the site, each promise underlined and with its state. */
export function planPages(site: Site): readonly Page[] {
  return site.publication.documents.map((document) => ({
    path: site.pathOf('document', document.id) ?? '',
    section: 'plan',
    write: (at) => ({
      title: plain(at, document.title),
      description: description(at, document),
      main: planMain(at, document),
      aside: null,
    }),
  }));
}

function description(at: At, { sentenceCount, wording, publisher }: PlanDocument): string {
  const count = word(at, 'plan.sentences', { count: sentenceCount });
  return [plain(at, publisher), sentenceCount > 0 ? count : '', word(at, `plan.wording.${wording}`)]
    .filter((part) => part !== '')
    .join(' · ');
}

function planMain(at: At, document: PlanDocument): Html {
  const { publication } = at.site;
  const sentences = publication.sentences.filter((sentence) => sentence.document === document.id);
  const present = sentences.filter(({ inText }) => inText);
  const earlier = sentences.filter(({ inText }) => !inText);
  const others = publication.documents.filter(({ id }) => id !== document.id);
  return html`<p class="over">${word(at, `plan.kind.${document.kind}`)}</p>
<h1>${said(at, document.title)}</h1>
${factList([
  [word(at, 'plan.publisher'), said(at, document.publisher)],
  [word(at, 'plan.published'), when(at, document.publishedOn)],
  [word(at, 'plan.text'), html`${word(at, `plan.wording.${document.wording}`)}${uncheckedNote(at, document, present)}`],
  [word(at, 'plan.source'), sourceFact(at, document.source)],
  [word(at, 'fact.note'), saidOrNothing(at, document.note)],
])}
${present.length > 0 ? html`<p class="soft">${word(at, 'plan.how')}</p>` : null}
${paragraphsOf(present).map((paragraph) => html`<div class="paragraph">${paragraph.map((sentence) => sentenceBlock(at, sentence))}</div>\n`)}
${section('earlier', word(at, 'plan.earlier'), earlier.length === 0 ? null : html`<p class="soft">${word(at, 'plan.earlierWhy')}</p>${earlier.map((sentence) => sentenceBlock(at, sentence))}`)}
${section('carried-out', word(at, 'plan.implementedBy'), document.implementedBy.length === 0 ? null : html`<ul class="rows">${document.implementedBy.map((thing) => html`<li>${thingLink(at, thing)}</li>`)}</ul>`)}
${section('others', word(at, 'plan.others'), others.length === 0 ? null : html`<ul class="rows">${others.map(({ id, title, sentenceCount }) => html`<li>${thingLink(at, { kind: 'document', id, name: title })} <small>${sentenceCount > 0 ? word(at, 'plan.sentences', { count: sentenceCount }) : word(at, 'plan.wording.none')}</small></li>`)}</ul>`)}`;
}

/** Says that our wording was not checked, where that is so of any sentence. */
function uncheckedNote(at: At, { wording }: PlanDocument, sentences: readonly Sentence[]): string {
  const { language } = at.edition;
  const isUnchecked = wording === 'rendering' && sentences.some(({ checked }) => !checked[language]);
  return isUnchecked ? `${word(at, 'comma')}${word(at, 'wording.unchecked')}` : '';
}

function paragraphsOf(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const paragraphs = new Map<number, Sentence[]>();
  for (const sentence of sentences) {
    const held = paragraphs.get(sentence.paragraph);
    if (held) held.push(sentence);
    else paragraphs.set(sentence.paragraph, [sentence]);
  }
  return [...paragraphs.values()];
}

/** A sentence in the language of the page, the same in the other languages under it, and beside it what it promises. */
function sentenceBlock(at: At, sentence: Sentence): Html {
  const { language } = at.edition;
  const first = sentence.text[language] === null ? (language === 'zh' ? 'en' : 'zh') : language;
  const others = at.site.languages.filter((other) => other !== first && sentence.text[other] !== null);
  const anchor = sentenceAnchor(sentence.id);
  return html`<div class="sentence" id="${anchor}">
<p class="number"><a href="#${anchor}" aria-label="${word(at, 'sentence.number', { number: sentence.number })}">${sentence.number}</a></p>
<div class="words"><p class="own"${first === language ? null : html` lang="${LANGUAGE_TAGS[first]}"`}>${wordsOf(at, sentence, first)}${onlyMark(sentence.text, language)}</p>
${others.map((other) => html`<p class="other" lang="${LANGUAGE_TAGS[other]}">${wordsOf(at, sentence, other)}</p>\n`)}</div>
${promises(at, sentence)}</div>
`;
}

/** The words of a sentence, its clauses underlined in its aim. Clauses that overlap an earlier one are left plain. */
function wordsOf(at: At, sentence: Sentence, language: 'zh' | 'en'): Html {
  const text = sentence.text[language] ?? '';
  const spans = sentence.clauses.flatMap((clause) => clause[language] ?? []).sort((a, b) => a.start - b.start);
  const parts: Html[] = [];
  let done = 0;
  for (const { start, end } of spans) {
    if (start < done) continue;
    parts.push(
      html`${text.slice(done, start)}<span class="underlined ${aimClass(at.site, sentence.aim)}">${text.slice(start, end)}</span>`,
    );
    done = end;
  }
  return html`${parts}${text.slice(done)}`;
}

/** The commitments of a sentence with their states; for one that promises nothing, why. */
function promises(at: At, sentence: Sentence): Html | null {
  const commitments = sentence.commitmentIds.flatMap((id) => at.site.commitments.get(id) ?? []);
  if (commitments.length > 0) {
    return html`<ul class="margin">${commitments.map(({ id, title, state }) => {
      const path = at.site.pathOf('commitment', id) ?? '';
      const tail = saidOrNothing(at, state.tail);
      return html`<li>${stateWord(at, state)}${tail && html` <small>${tail}</small>`}<br><a href="${hrefTo(at, path)}">${said(at, title)}</a></li>`;
    })}</ul>`;
  }
  if (sentence.kind === 'source') return html`<p class="margin soft">${word(at, 'sentence.kind.source')}</p>`;
  const reason = saidOrNothing(at, sentence.reason);
  return html`<p class="margin soft">${word(at, sentence.kind === 'narrative' ? 'sentence.kind.narrative' : 'sentence.open')}${reason && html`${word(at, 'colon')}${reason}`}</p>`;
}
