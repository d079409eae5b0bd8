import { type Html, html, joined } from '@westgate/base';
import type { PublicIndicator } from '@westgate/contract';
import { capital, vocabularyName } from '@westgate/domain';
import { thingLink } from '../parts/things.ts';
import type { At } from '../site/at.ts';
import { amount, said, unknown, when } from '../words/say.ts';
import { word } from '../words/words.ts';

type Units = NonNullable<PublicIndicator['units']>;
type Found = Units['whole'];

/** An indicator that is worked out from places: the method, what is known of the whole, and each survey unit with the nearest place, or why it is not known. */
export function unitsPart(at: At, { unitName }: PublicIndicator, { method, whole, rows }: Units): Html {
  const heads = [word(at, 'units.unit'), word(at, 'units.value')].map((name) => html`<th scope="col">${name}</th>`);
  return html`${method && html`<p>${said(at, method)}</p>`}
<p>${word(at, 'units.whole')}${word(at, 'colon')}${foundValue(at, whole, unitName)}</p>
<div class="wide-table"><table><thead><tr>${heads}</tr></thead>
<tbody>${rows.map((row) => unitRow(at, row, unitName))}</tbody></table></div>`;
}

function unitRow(at: At, row: Units['rows'][number], unitName: PublicIndicator['unitName']): Html {
  const note = row.nearby !== null && (row.computed > 0 || row.value === null) ? html`<br><small>${said(at, row.nearby)}</small>` : null;
  return html`<tr><th scope="row">${thingLink(at, row.place)}</th><td>${foundValue(at, row, unitName)}${note}</td></tr>
`;
}

/** The value, or how many units do not meet the threshold; that it was computed, of which day, how much of it is known, and how it stands. */
function foundValue(at: At, found: Found, unitName: PublicIndicator['unitName']): Html {
  const { value, isWhole, known, of, values, belowCount, computed, on, standing } = found;
  const facts = [
    ...(computed > 0 ? [html`${word(at, 'units.computed')}`] : []),
    ...(on === null ? [] : [when(at, on)]),
    ...(isWhole ? [] : [html`${word(at, 'units.known', { known, of })}`]),
    ...(standing === 'no-threshold' ? [] : [said(at, capital(vocabularyName('checkStanding', standing)))]),
  ];
  if (value === null && known === 0) return unknown(at);
  const told =
    value === null ? html`${word(at, 'units.below', { count: belowCount ?? 0, of: values })}` : html`<b>${amount(at, value, unitName)}</b>`;
  return html`${told} <small>${joined(facts, ' · ')}</small>`;
}
