import { type Html, html } from '@westgate/base';
import type { PublicEvidence } from '@westgate/contract';
import type { At } from '../site/at.ts';
import { amount, saidOrNothing, when } from '../words/say.ts';
import { word } from '../words/words.ts';
import { confidenceNote, sourceNote } from './source.ts';
import { thingLink } from './things.ts';

/** What happened, latest first, each with its day and source, and whether the state rests on it. Null where nothing is known. */
export function evidenceList(at: At, evidence: readonly PublicEvidence[], own: string): Html | null {
  if (evidence.length === 0) return null;
  return html`<ol class="rows">${evidence.map((row) => evidenceRow(at, row, own))}</ol>`;
}

function evidenceRow(at: At, row: PublicEvidence, own: string): Html {
  const note = saidOrNothing(at, row.note);
  const why = saidOrNothing(at, row.why);
  return html`<li><p>${happened(at, row)}${row.subject.id === own ? null : html` · ${thingLink(at, row.subject)}`}</p>
${note && html`<p>${note}</p>`}
<p class="soft">${why && html`${why}<br>`}${sourceNote(at, row.source)} · ${confidenceNote(at, row.confidence)}</p></li>
`;
}

/** What happened and when, with the value measured or the day it was moved to. */
export function happened(at: At, { what, dates, value, unitName, newDueOn }: PublicEvidence): Html {
  return html`${when(at, dates)} <b>${word(at, `outcome.${what}`)}</b>${value === null ? null : html` ${amount(at, value, unitName)}`}${
    newDueOn === null ? null : html` ${word(at, 'evidence.newDue')} ${when(at, newDueOn)}`
  }`;
}
