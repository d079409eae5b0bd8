import { dayOf, type Html, html } from '@westgate/base';
import type { PublicValue } from '@westgate/contract';
import { type ChartPoint, chartOf, scaleOverhang, type ValueChart } from '@westgate/domain';
import type { At } from '../site/at.ts';
import { word } from '../words/words.ts';

const BOX = { width: 640, height: 220, left: 56, right: 18, top: 18, bottom: 30 } as const;
/** How wide a letter of the scale is at most: on a phone they are set larger than the picture. */
const LETTER = 13;

type Point = ChartPoint<PublicValue>;

/**
 * The values of an indicator as a picture made beforehand: targets as a dashed path of diamonds, actual values as dots, a dotted band where nothing is known. `title`
 * states the finding; the table beside it says the same as the picture. Null where no value is dated.
 */
export function valueChart(
  at: At,
  values: readonly PublicValue[],
  { title, unit, isSilent }: { readonly title: Html; readonly unit: string; readonly isSilent: boolean },
): Html | null {
  const chart = chartOf(values, dayOf(at.site.publication.asOf));
  if (chart === null) return null;
  const wider = scaleOverhang(
    chart.scale.map(({ told }) => told),
    LETTER,
    BOX.left - 8,
  );
  return html`<figure class="chart"><figcaption><b>${title}</b></figcaption>
<svg viewBox="${-wider} 0 ${BOX.width + wider} ${BOX.height}" role="img" aria-label="${word(at, 'chart.name')}">
${gridOf(chart)}${yearsOf(chart)}${isSilent ? bandOf(at, chart) : null}<polyline class="chart-target" points="${path([...chart.baselines, ...chart.targets])}"/><polyline class="chart-actual" points="${path(chart.actuals)}"/>
${chart.targets.map(diamond)}${chart.baselines.map((point) => dot(point, 'chart-baseline'))}${chart.actuals.map((point) => dot(point, 'chart-value'))}</svg>
<p class="soft">◇ ${word(at, 'value.target')} · ● ${word(at, 'value.actual')} · ○ ${word(at, 'value.baseline')} · … ${word(at, 'unknown')} · ${word(at, 'chart.unit')}${word(at, 'colon')}${unit}</p></figure>
`;
}

function gridOf({ scale }: ValueChart<PublicValue>): Html {
  const lines = scale.map(
    ({ y, told }) =>
      html`<path class="chart-grid" d="M${BOX.left} ${down(y)}H${BOX.width - BOX.right}"/><text class="chart-end" x="${BOX.left - 8}" y="${down(y) + 4}">${told}</text>`,
  );
  return html`${lines}`;
}

function yearsOf({ years }: ValueChart<PublicValue>): Html {
  const half = years.length === 0 ? 0 : 0.5 / years.length;
  return html`${years.map(({ at, year }) => html`<path class="chart-line" d="M${across(at)} ${down(0)}v5"/><text class="chart-mid" x="${across(Math.min(at + half, 1))}" y="${down(0) + 20}">${year}</text>`)}`;
}

/** From the last value known to the day of the states: silence is not a value. */
function bandOf(at: At, { unknown }: ValueChart<PublicValue>): Html | null {
  if (unknown === null) return null;
  const [from, to] = [across(unknown.from), across(unknown.to)];
  const name =
    unknown.to - unknown.from > 0.2
      ? html`<text class="chart-mid chart-soft" x="${round((from + to) / 2)}" y="${down(0) - 8}">${word(at, 'unknown')}</text>`
      : null;
  return html`<rect class="chart-unknown" x="${from}" y="${BOX.top}" width="${round(to - from)}" height="${down(0) - BOX.top}"/>${name}`;
}

function path(points: readonly Point[]): string {
  return points
    .toSorted((a, b) => a.x - b.x)
    .map(({ x, y }) => `${across(x)},${down(y)}`)
    .join(' ');
}

function diamond({ x, y }: Point): Html {
  return html`<path class="chart-goal" d="M${across(x)} ${round(down(y) - 6)}l6 6-6 6-6-6z"/>`;
}

function dot({ x, y }: Point, name: string): Html {
  return html`<circle class="${name}" cx="${across(x)}" cy="${down(y)}" r="4.5"/>`;
}

function across(x: number): number {
  return round(BOX.left + x * (BOX.width - BOX.left - BOX.right));
}

function down(y: number): number {
  return round(BOX.height - BOX.bottom - y * (BOX.height - BOX.top - BOX.bottom));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
