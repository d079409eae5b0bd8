// Sources, indicators, figures, outcomes, events and parks of the invented district.
import { padded } from './places.mjs';
import { link } from './programme.mjs';
import { EVENTS, FIRST, INDICATORS, SECOND } from './words.mjs';

const DAYS = 1200;

/** Sources: one for each two hundred sites. `src-1` is always there. */
export function makeSources(random, count) {
  return Array.from({ length: count }, (_, index) => ({
    id: `src-${index + 1}`,
    title: `Invented bulletin ${index + 1} of Chengchuan District`,
    kind: random.pick(['official', 'press', 'dataset', 'estimate']),
    url: index % 3 === 0 ? null : `https://example.org/bulletin/${index + 1}`,
    dated: String(2022 + random.below(5)),
  }));
}

/** Indicators, each with a baseline, targets and quarterly values, and the links to what they measure. */
export function makeIndicators(random, count, projects, sources) {
  const made = { indicators: [], values: [], links: [] };
  for (let n = 1; n <= count; n += 1) {
    const [zh, en, unit, direction] = INDICATORS[n % INDICATORS.length];
    const id = `ind-${String(n).padStart(3, '0')}`;
    made.indicators.push({ id, name_zh: `${zh}（第${n}区段）`, name_en: `${en}, part ${n}`, unit, direction, source: 'src-1', tags: [] });
    const value = (kind, period, amount) =>
      made.values.push({
        indicator: id,
        kind,
        period,
        value: amount,
        breaks_series: false,
        source: random.pick(sources).id,
        confidence: 'medium',
      });
    const start = 100 + random.below(900);
    value('baseline', '2022', start);
    for (const year of [2024, 2025, 2026]) value('target', String(year), start + 60 * (year - 2022));
    for (let quarter = 0; quarter < 14; quarter += 1) {
      value('actual', `${2023 + Math.floor(quarter / 4)}-Q${1 + (quarter % 4)}`, start + random.below(20) + 12 * quarter);
    }
    made.links.push(link('indicator', id, 'measures', 'project', projects[n % projects.length].id));
  }
  return made;
}

/** Two figures for one site in three. */
export function makeFigures(random, sites, sources) {
  const figures = [];
  for (const site of sites) {
    if (!random.chance(1 / 3)) continue;
    const common = { subject_kind: 'place', subject_id: site.id, confidence: 'medium' };
    const areaM2 = 800 + random.below(60_000);
    figures.push(
      {
        id: `${site.id}-area`,
        ...common,
        label_zh: '建筑面积',
        label_en: 'floor area',
        value: areaM2,
        unit: 'm2',
        period: '2024',
        source: random.pick(sources).id,
      },
      {
        id: `${site.id}-homes`,
        ...common,
        label_zh: '户数',
        label_en: 'households',
        value: random.below(600),
        unit: 'households',
        period: '2024',
        source: random.pick(sources).id,
      },
    );
  }
  return figures;
}

/** What happened to promises and projects: about three outcomes each, in the order of their days. */
export function makeOutcomes(random, subjects, sources) {
  const outcomes = [];
  for (const { kind, id } of subjects) {
    const steps = random.below(4);
    let day = random.below(DAYS / 2);
    for (let step = 0; step < steps; step += 1) {
      const what = step === 0 ? 'started' : random.pick(['progress', 'progress', 'completed', 'measured', 'announced']);
      const source = random.pick(sources).id;
      outcomes.push({
        id: `oc${padded(outcomes.length + 1)}`,
        subject_kind: kind,
        subject_id: id,
        what,
        dates: dayAfter(day),
        source,
        confidence: 'medium',
      });
      day += 20 + random.below(200);
    }
  }
  return outcomes;
}

/** Events, each at a place. */
export function makeEvents(random, count, places) {
  return Array.from({ length: count }, (_, index) => {
    const [zh, en] = EVENTS[index % EVENTS.length];
    return {
      id: `ev-${index + 1}`,
      name_zh: `第${index + 1}届${zh}`,
      name_en: `${en} ${index + 1}`,
      dates: dayAfter(random.below(DAYS)),
      place: random.pick(places).id,
      confidence: 'high',
      source: 'src-1',
      tags: ['aim:work'],
    };
  });
}

/** Parks of industry, each on a place and built by a project. */
export function makeParks(random, count, places, projects) {
  return Array.from({ length: count }, (_, index) => {
    const [first, second] = [random.pick(FIRST), random.pick(SECOND)];
    return {
      id: `park-${index + 1}`,
      name_zh: `${first[0]}${second[0]}产业园区${index + 1}`,
      name_en: `${first[1]}${second[1]} Park of Industry ${index + 1}`,
      place: random.pick(places).id,
      project: random.pick(projects).id,
      tags: ['aim:work'],
    };
  });
}

function dayAfter(day) {
  return new Date(Date.UTC(2023, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
}
