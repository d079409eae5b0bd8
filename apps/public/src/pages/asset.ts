import { type Html, html, joined, type Said } from '@westgate/base';
import type { PublicRecord } from '@westgate/contract';
import { basedOf, capital, entryName, fieldsOf, nounsOf, type TableName, vocabularyName } from '@westgate/domain';
import { section } from '../parts/facts.ts';
import { sourceFact } from '../parts/source.ts';
import { thingLink } from '../parts/things.ts';
import type { At } from '../site/at.ts';
import { amount, plain, said, saidOrNothing, separator, unknown, when } from '../words/say.ts';
import { word } from '../words/words.ts';
import type { BesideRecord } from './event.ts';

type Asset = PublicRecord<'dual_use_asset'>;

/** What the page of a dual-use asset tells beside its facts: its capacity in each mode, what water closes on ordinary days, its drills and its switches. */
export function assetBeside(at: At, asset: Asset): BesideRecord {
  const { kind, normalUse, emergencyUse, parts, levels, drills, switches } = asset;
  const uses = [normalUse, emergencyUse].map((use) => plain(at, use)).join(' / ');
  return {
    description: `${named(at, fieldsOf('dual_use_asset').kind?.names?.[kind])} · ${uses}`,
    tag: null,
    verdict: null,
    facts: [],
    tells: basedOf('dual_use_asset').flatMap(({ value, basis }) => [...value, ...basis]),
    parts: [
      section('capacity', word(at, 'asset.capacity'), capacityTable(at, asset)),
      section('closed', word(at, 'asset.closed'), parts.length === 0 ? null : partTable(at, parts)),
      section('levels', titleOf(at, 'everyday_level'), levels.length === 0 ? null : levelTable(at, asset)),
      section('drills', titleOf(at, 'drill'), drills.length === 0 ? null : drillTable(at, drills)),
      section('switches', titleOf(at, 'mode_change'), switches.length === 0 ? null : switchTable(at, switches)),
    ],
  };
}

function capacityTable(at: At, asset: Asset): Html {
  const units = fieldsOf('dual_use_asset').normal_unit?.names ?? {};
  const { normalCapacity, normalUnit, normalBasis, normalSource, normalConfidence } = asset;
  const { emergencyCapacity, emergencyUnit, emergencyBasis, emergencySource, emergencyConfidence } = asset;
  const rows = [
    ['normal', normalCapacity, normalUnit, normalBasis, normalSource, normalConfidence],
    ['emergency', emergencyCapacity, emergencyUnit, emergencyBasis, emergencySource, emergencyConfidence],
  ] as const;
  return table(
    [word(at, 'asset.mode'), word(at, 'asset.capacity'), word(at, 'fact.source'), word(at, 'confidence')],
    rows.map(([mode, capacity, unit, basis, source, confidence]) => [
      html`${named(at, capital(vocabularyName('assetMode', mode)))}`,
      capacity === null ? unknown(at) : html`<b>${amount(at, capacity, (unit && units[unit]) || NO_UNIT)}</b>`,
      basisOf(capacity === null ? null : sourceFact(at, source), saidOrNothing(at, basis)),
      confidence && html`${named(at, vocabularyName('confidence', confidence))}`,
    ]),
  );
}

/** What a capacity rests on: where it was read, and in words. */
function basisOf(source: Html | null, words: Html | null): Html | null {
  return source && words ? html`${source}<br><small>${words}</small>` : (source ?? words);
}

function partTable(at: At, parts: Asset['parts']): Html {
  const kinds = fieldsOf('asset_part').kind?.names ?? {};
  return table(
    [...['name', 'kind', 'elevation'].map((column) => headOf(at, 'asset_part', column)), word(at, 'asset.closed'), word(at, 'fact.source')],
    parts.map(({ name, kind, elevation, closedDays, why, source }) => [
      said(at, name),
      html`${named(at, kinds[kind])}`,
      elevation === null ? unknown(at) : html`${elevation}`,
      closedDays === null
        ? html`<span class="unknown">${named(at, vocabularyName('closedWhy', why ?? 'no-levels'))}</span>`
        : html`<b>${Math.round(closedDays * 10) / 10}</b>`,
      sourceFact(at, source),
    ]),
  );
}

function levelTable(at: At, { levels, parts }: Asset): Html {
  const isKnown = parts.every(({ elevation }) => elevation !== null);
  return table(
    [...['level_m', 'days'].map((column) => headOf(at, 'everyday_level', column)), word(at, 'asset.closedAt'), word(at, 'fact.source')],
    levels.map(({ level, days, closed, source }) => [
      html`${level}`,
      html`${days}`,
      closed.length === 0
        ? isKnown
          ? html`${word(at, 'asset.noneClosed')}`
          : unknown(at)
        : joined(
            closed.map((name) => said(at, name)),
            separator(at),
          ),
      sourceFact(at, source),
    ]),
  );
}

function drillTable(at: At, drills: Asset['drills']): Html {
  return table(
    [...['name', 'planned_on', 'held_on', 'minutes', 'persons'].map((column) => headOf(at, 'drill', column)), word(at, 'fact.status')],
    drills
      .toReversed()
      .map(({ drill, plannedOn, heldOn, minutes, persons, standing }) => [
        thingLink(at, drill),
        plannedOn === null ? html`${named(at, fieldsOf('drill').planned_on?.none)}` : when(at, plannedOn),
        heldOn === null ? html`${named(at, fieldsOf('drill').held_on?.none)}` : when(at, heldOn),
        held(at, heldOn, minutes),
        held(at, heldOn, persons),
        standing === null ? unknown(at) : html`${named(at, capital(vocabularyName('drillStanding', standing)))}`,
      ]),
  );
}

/** What was counted at a drill; nothing before it was held. */
function held(at: At, heldOn: string | null, value: number | null): Html | null {
  if (heldOn === null) return null;
  return value === null ? unknown(at) : html`${value}`;
}

function switchTable(at: At, switches: Asset['switches']): Html {
  return table(
    ['on', 'mode', 'reason'].map((column) => headOf(at, 'mode_change', column)),
    switches
      .toReversed()
      .map(({ on, at: time, mode, reason }) => [
        html`${when(at, on)} ${time}`,
        html`${named(at, capital(vocabularyName('assetMode', mode)))}`,
        saidOrNothing(at, reason),
      ]),
  );
}

/** Rows under their heads, the first cell of each the head of its row; on a phone each cell says its head. */
function table(heads: readonly string[], rows: readonly (readonly (Html | null)[])[]): Html {
  return html`<div class="wide-table"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(([first = null, ...cells]) => html`<tr><th scope="row">${first}</th>${cells.map((cell, index) => html`<td data-head="${heads[index + 1] ?? ''}">${cell}</td>`)}</tr>\n`)}</tbody></table></div>`;
}

const NO_UNIT = { zh: '', en: '' };

function named({ edition: { language } }: At, name: Said | undefined): string {
  return name?.[language] ?? '';
}

function titleOf(at: At, kind: TableName): string {
  return capital(nounsOf(kind))[at.edition.language];
}

function headOf(at: At, kind: TableName, column: string): string {
  return entryName(kind, column)?.[at.edition.language] ?? column;
}
