import { type Html, html, joined } from '@westgate/base';
import type { PublicCommitment } from '@westgate/contract';
import { STATE_ORDER } from '@westgate/domain';
import { aimTag } from '../parts/aim.ts';
import { PAGE_SIZE, pageLinks, pagePath, pagesOf } from '../parts/pages.ts';
import { stateSign, stateWord } from '../parts/state.ts';
import { thingLink } from '../parts/things.ts';
import { type At, hrefTo } from '../site/at.ts';
import type { Page } from '../site/page.ts';
import { plansOf, type Site } from '../site/site.ts';
import { said, saidOrNothing, unknown, when } from '../words/say.ts';
import { word } from '../words/words.ts';

/** Where every promise stands: all commitments by state, what needs attention first. */
export function commitmentList({ publication }: Site): readonly Page[] {
  const sorted = STATE_ORDER.flatMap((name) => publication.commitments.filter(({ state }) => state.name === name));
  const pages = pagesOf(sorted);
  return pages.map((commitments, index) => ({
    path: pagePath('commitments', index),
    section: 'commitments',
    write: (at) => ({
      title: word(at, 'commitments.title'),
      description: `${word(at, 'foot.asOf')} ${publication.asOf}: ${stateCounts(at, publication.commitments)}`,
      main: html`<h1>${word(at, 'commitments.title')}</h1>
<p class="lead">${lead(at)}</p>
${index === 0 ? stateList(at) : null}
${STATE_ORDER.map((name) => group(at, name, commitments))}
${pageLinks(at, 'commitments', index, pages.length)}`,
      aside: null,
    }),
  }));
}

/** How many promises there are, and of how many plans where there are several. */
function lead(at: At): string {
  const plans = plansOf(at.site).length;
  return word(at, plans > 1 ? 'commitments.leadPlans' : 'commitments.lead', { count: at.site.publication.commitments.length, plans });
}

/** Where the first commitment of a state stands in the list. */
function stateHref(at: At, name: PublicCommitment['state']['name']): string {
  const { commitments } = at.site.publication;
  let before = 0;
  for (const other of STATE_ORDER) {
    if (other === name) break;
    before += commitments.filter(({ state }) => state.name === other).length;
  }
  return hrefTo(at, `${pagePath('commitments', Math.floor(before / PAGE_SIZE))}#state-${name}`);
}

/** The states that occur, each with its count, leading to the commitments in it. */
export function stateList(at: At): Html {
  const { commitments } = at.site.publication;
  const rows = STATE_ORDER.map((name) => ({ name, count: commitments.filter(({ state }) => state.name === name).length }));
  return html`<ul class="states">${rows
    .filter(({ count }) => count > 0)
    .map(
      ({ name, count }) =>
        html`<li><a href="${stateHref(at, name)}"><span class="state state-${name}">${stateSign(name)}${word(at, `state.${name}`)}</span> <b class="count">${count}</b></a></li>`,
    )}</ul>`;
}

/** The states that occur with their counts, as plain words. */
export function stateCounts(at: At, commitments: readonly PublicCommitment[]): string {
  const counts = STATE_ORDER.map((name) => ({ name, count: commitments.filter(({ state }) => state.name === name).length }));
  return counts
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${word(at, `state.${name}`)} ${count}`)
    .join(word(at, 'comma'));
}

function group(at: At, name: PublicCommitment['state']['name'], commitments: readonly PublicCommitment[]): Html | null {
  const held = commitments.filter(({ state }) => state.name === name);
  if (held.length === 0) return null;
  return html`<section class="part" aria-labelledby="state-${name}"><h2 id="state-${name}"><span class="state state-${name}">${stateSign(name)}${word(at, `state.${name}`)}</span> <small>${word(at, 'commitments.count', { count: held.length })}</small></h2>
<p class="soft">${word(at, `state.means.${name}`)}</p>
<ul class="rows two">${held.map((commitment) => commitmentRow(at, commitment))}</ul></section>
`;
}

/** A commitment in a list: its title, why it stands where it does, who answers for it and by when, and its plan where there are several. */
export function commitmentRow(at: At, { id, title, owner, due, number, document, state, aim }: PublicCommitment): Html {
  const tail = saidOrNothing(at, state.tail);
  const plans = plansOf(at.site);
  const facts = [
    html`${word(at, 'fact.owner')}${word(at, 'colon')}${owner ? said(at, owner.name) : unknown(at)}`,
    html`${word(at, 'fact.due')}${word(at, 'colon')}${due ? when(at, due.on) : unknown(at)}`,
    html`${word(at, 'sentence.number', { number })}`,
    ...(plans.length > 1 ? plans.flatMap((plan) => (plan.id === document ? [said(at, plan.title)] : [])) : []),
  ];
  return html`<li><p class="row-title">${thingLink(at, { kind: 'commitment', id, name: title })} ${aimTag(at, aim)}</p>
<p>${stateWord(at, state)}${tail && html` · ${tail}`}</p>
<p class="soft">${joined(facts, ' · ')}</p></li>
`;
}
