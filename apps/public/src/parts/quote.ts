import type { Bilingual } from '@westgate/base';
import { type Html, html } from '@westgate/base';
import { type At, hrefTo } from '../site/at.ts';
import { LANGUAGE_TAGS, unknown } from '../words/say.ts';
import { word } from '../words/words.ts';
import { aimClass } from './aim.ts';

/** A sentence in the language of the page, the clause of a commitment underlined in its aim, with the way to it in the text. */
export function sentenceQuote(at: At, sentence: string, text: Bilingual, clause: Bilingual, aim: string | null): Html {
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
