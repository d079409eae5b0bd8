import type { DayString } from '@westgate/base';
import { markedAmount } from '../cautions.ts';
import type { IndicatorSeries } from '../dated-value.ts';
import { earliest } from '../days.ts';
import type { Case, Finding, Rule } from '../finding.ts';
import { cannotTell } from '../findings.ts';
import { ageOfLast } from '../out-of-date.ts';
import { type Said, say, sayAmount, sayList, sayName, sayWhen } from '../say.ts';
import { isBetter, latestMeasured } from '../series.ts';
import { unitName } from '../unit.ts';
import { UNCONFIRMED } from './words.ts';

/** An aim is never done: what can be told is the trend of the indicators bound to it or to its objects. */
export const aim: Rule = {
  means: say(
    '“目标”：没有完成之日，只看所绑定指标的走势。',
    '“Aim”: it is never done; the trend of its bound indicators is what can be told.',
  ),
  closes: [],
  moves: [],
  unconfirmed: UNCONFIRMED,
  missing: {
    fact: say('所绑定的指标还没有已知的数值', 'no value of its bound indicators is known yet'),
    tail: say('指标没有数值', 'no value known'),
  },
  find,
};

function find(subject: Case): Finding {
  const bound = new Map<string, IndicatorSeries>();
  for (const each of [subject, ...subject.objects.map((object) => object.subject)]) {
    for (const series of each.series) bound.set(series.indicator.id, series);
  }
  if (bound.size === 0) {
    return cannotTell('unmeasurable', {
      fact: say('这是目标，没有绑定指标，看不出走势', 'it is an aim, and no indicator is bound to it, so no trend can be told'),
      tail: say('没有绑定指标', 'no indicator bound'),
    });
  }
  const trends = [...bound.values()].flatMap((series) => trendOf(subject, series) ?? []);
  const [first] = trends;
  if (!first) return cannotTell('not-known', aim.missing);
  const count = say(
    `${trends.length} 项指标有数值`,
    trends.length === 1 ? '1 of its indicators has values' : `${trends.length} of its indicators have values`,
  );
  const fact = sayList([
    say(`目标只看走势，${count.zh}`, `an aim is told by its trend; ${count.en}`),
    ...trends.slice(0, 2).map((trend) => trend.said),
  ]);
  const on = earliest(trends.map((trend) => trend.on));
  return {
    name: 'under-way',
    first: on,
    on,
    fact,
    tail: say(`${bound.size} 项指标`, bound.size === 1 ? '1 indicator' : `${bound.size} indicators`),
  };
}

function trendOf(subject: Case, series: IndicatorSeries): { readonly on: DayString; readonly said: Said } | null {
  const latest = latestMeasured(series, subject.asOf);
  if (!latest) return null;
  const earlier = series.measured.find((value) => value.last < latest.last);
  const unit = unitName(subject.register, series.indicator.unit);
  const name = sayName(series.indicator.name_zh, series.indicator.name_en, series.indicator.id);
  const when = sayWhen(latest.row.period);
  const amount = markedAmount(sayAmount(latest.row.value, unit), latest.row.status, ageOfLast(series, latest, subject.asOf));
  const change = earlier ? changeOf(series, earlier.row.value, latest.row.value, unit) : say('只有一个数值', 'one value only');
  return {
    on: latest.last,
    said: say(
      `${name.zh}：${when.zh} ${amount.zh}（来源 ${latest.row.source}），${change.zh}`,
      `${name.en}: ${amount.en} ${when.en} (source ${latest.row.source}), ${change.en}`,
    ),
  };
}

function changeOf(series: IndicatorSeries, earlier: number, latest: number, unit: Said): Said {
  const before = sayAmount(earlier, unit);
  if (latest === earlier) return say(`与之前的 ${before.zh} 持平`, `the same as ${before.en} before`);
  const up = latest > earlier;
  const said = say(`比之前的 ${before.zh} ${up ? '高' : '低'}`, `${up ? 'up' : 'down'} from ${before.en}`);
  if (series.indicator.direction === 'none') return said;
  const good = isBetter(series, earlier, latest);
  return say(`${said.zh}，${good ? '在变好' : '没有变好'}`, `${said.en}, ${good ? 'better' : 'not better'}`);
}
