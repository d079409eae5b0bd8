import { type Html, html } from '@westgate/base';
import type { PublicFigure } from '@westgate/contract';
import type { At } from '../site/at.ts';
import { amount, said, saidOrNothing, when } from '../words/say.ts';
import { word } from '../words/words.ts';
import { confidenceNote, sourceNote } from './source.ts';

/** Published figures, each with unit, period and source; values that disagree stand side by side. Null where there are none. */
export function figureList(at: At, figures: readonly PublicFigure[]): Html | null {
  if (figures.length === 0) return null;
  return html`<ul class="rows">${figures.map((figure) => figureRow(at, figure))}</ul>`;
}

function figureRow(at: At, figure: PublicFigure): Html {
  const note = saidOrNothing(at, figure.note);
  return html`<li><p>${said(at, figure.label)}${word(at, 'colon')}<b>${figureValue(at, figure)}</b></p>
<p class="soft">${when(at, figure.period)} · ${sourceNote(at, figure.source)} · ${confidenceNote(at, figure.confidence)}${note && html`<br>${note}`}</p></li>
`;
}

/** The value of a figure with its unit, and how its publisher bounded it. */
export function figureValue(at: At, { value, words, unitName, qualifier }: Omit<PublicFigure, 'source' | 'label' | 'rev'>): Html {
  const bound = qualifier === null ? null : html`${word(at, `qualifier.${qualifier}`)} `;
  return html`${bound}${value === null ? said(at, words) : amount(at, value, unitName)}`;
}
