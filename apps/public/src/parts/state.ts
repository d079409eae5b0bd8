import { type Html, html } from '@westgate/base';
import type { State, StateName } from '@westgate/contract';
import type { At } from '../site/at.ts';
import { saidOrNothing } from '../words/say.ts';
import { word } from '../words/words.ts';

/** The sign of each state in a box of 16: a shape, so that it is told without colour. */
const SIGNS: Readonly<Record<StateName, Html>> = {
  'not-started': html`<circle cx="8" cy="8" r="6"/>`,
  'under-way': html`<circle cx="8" cy="8" r="6"/><path class="full" d="M8 2a6 6 0 0 0 0 12z"/>`,
  done: html`<path class="full" d="M1.5 1.5h13v13h-13z"/><path class="cut" d="M4 8.2l3 3 5-6"/>`,
  late: html`<path class="full" d="M8 1l7.5 13.5H.5z"/><path class="cut" d="M8 5.6v4.2M8 12v.6"/>`,
  slipped: html`<path d="M2 13V6h10M9 2.5L12.5 6 9 9.5"/>`,
  unmeasurable: html`<circle cx="8" cy="8" r="6"/><path d="M3.8 12.2l8.4-8.4"/>`,
  'not-known': html`<path d="M5.2 5.8a2.9 2.9 0 1 1 4.4 2.4c-1 .6-1.600 1.200-1.600 2.4M8 13v.6"/>`,
};

/** The sign alone; the word stands beside it. */
export function stateSign(name: StateName): Html {
  return html`<svg class="sign" viewBox="0 0 16 16" aria-hidden="true">${SIGNS[name]}</svg>`;
}

/** A state as a sign and a word, with its timing where it has one. */
export function stateWord(at: At, { name, timing }: Pick<State, 'name' | 'timing'>): Html {
  const late = timing === null ? null : html` <span class="timing">${word(at, `timing.${timing}`)}</span>`;
  return html`<span class="state state-${name}">${stateSign(name)}${word(at, `state.${name}`)}${late}</span>`;
}

/** The state of a record as the first thing said of it: the word, the reason, and the day it is told for. */
export function verdict(at: At, state: State, rule: State['reason']): Html {
  const done = saidOrNothing(at, rule);
  return html`<section class="verdict" aria-label="${word(at, 'verdict.name')}">
<p class="verdict-word">${stateWord(at, state)}</p>
<p>${saidOrNothing(at, state.reason)}</p>
${done && html`<p class="soft"><b>${word(at, 'verdict.doneWhen')}</b> ${done}</p>`}
</section>`;
}
