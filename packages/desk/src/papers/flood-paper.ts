import type { Bilingual, Language } from '@westgate/base';
import type { PlaceKind, ReportContent } from '@westgate/domain';
import type { Variant } from '../flood/case-folder.ts';
import type { Exposure } from '../flood/exposure.ts';
import type { FloodResult } from '../flood/flood-job.ts';
import type { PaperBasis } from './coverage-paper.ts';
import { hazardSaid, hoursSaid, PLANNING_EVIDENCE } from './flood-words.ts';
import type { Block, Paper } from './paper.ts';
import { heading, large, listed, noticeSaid, paragraph } from './paper-parts.ts';
import { type SayIn, sayIn } from './say-in.ts';

/** What the water of a run does to something that it reaches, or that lies beside its ground. */
type Wet = Pick<Exposure, 'depth' | 'hazardClass' | 'arrival' | 'is'>;

/** A place under water, or beside the ground of the run. */
interface Exposed extends Wet {
  readonly place: { readonly id: string; readonly name: Bilingual };
  readonly kind: PlaceKind;
  readonly deadline: number | null;
  readonly activation: { readonly asset: { readonly name: Bilingual }; readonly hours: number } | null;
  readonly people: number | null;
  readonly households: number | null;
}

/** A road under water, or beside the ground of the run. */
interface Road extends Wet {
  readonly id: string;
  readonly name: Bilingual;
}

/** What a report of a run is written from. */
export interface FloodPaperContent {
  readonly district: ReportContent['district'];
  readonly case: Bilingual;
  /** Null for one that is not there, or not for whoever asks to know. */
  readonly ground: Bilingual | null;
  readonly project: Bilingual | null;
  readonly place: Bilingual | null;
  readonly run: { readonly id: string; readonly inputs: string | null; readonly endedAt: string | null };
  readonly result: FloodResult;
  readonly exposed: Readonly<Record<Variant, readonly Exposed[]>>;
  readonly roads: Readonly<Record<Variant, readonly Road[]>>;
  /** Of all roads that the map draws, with the works. */
  readonly roadCounts: { readonly wet: number; readonly dry: number; readonly beside: number };
  /** Whether the case and its ground are still as they were for the run. */
  readonly isOfNow: boolean;
  /** Hours before the water comes by which people must be out. */
  readonly lead: number;
}

/** Lines of the gate log that the paper tells of one variant; the archive of the run has all. */
const MOST_LOGGED = 200;
const STEPS: Readonly<Record<FloodResult['steps'][number]['kind'], readonly [zh: string, en: string]>> = {
  cut: ['裁切到使用范围', 'cut to the area used'],
  resample: ['重采样', 'resampled'],
  'smooth-steps': ['平滑整米台阶', 'steps of whole metres smoothed'],
  'burn-river': ['沿河道切槽', 'lowered along the river'],
  'fill-pits': ['填洼', 'hollows filled'],
};

/** A run of a flood case as a paper: the case, its ground and what was done to that, peaks, places under water, gate log, account of the water, what it rests on. */
export function floodPaper(content: FloodPaperContent, { asOf, seq }: PaperBasis, language: Language): Paper {
  const say = sayIn(language);
  const { result, run, lead } = content;
  const name = say.of(content.case);
  return {
    language,
    title: say.text(`${name}洪水推演报告`, `Flood run, ${name}`),
    subtitle: say.text(`（${PLANNING_EVIDENCE.zh}）`, `(${large(PLANNING_EVIDENCE.en)})`),
    blocks: [
      heading(1, say.text('情景', 'Case')),
      paragraph(caseSaid(content, say)),
      ...(content.isOfNow ? [] : [paragraph(say.text(...CHANGED))]),
      heading(1, say.text('地形及其处理', 'Ground and what was done to it')),
      paragraph(groundSaid(content, say)),
      stepsBlock(result, say),
      heading(1, say.text('洪峰', 'Peaks')),
      peaksBlock(result, say),
      heading(1, say.text('蓄滞洪区', 'Storage areas')),
      storagesBlock(result, say),
      heading(1, say.text('受淹地点', 'Places under water')),
      paragraph(
        say.text(
          `水深达到 0.1 米即为受淹；撤离时限为到达时间前 ${lead} 小时；地点上有平急两用设施且计划转换时间更长的，按该设施。时间自来水开始起算。推演范围以外的地点未知，不作不受淹计。`,
          `Water of 0.1 m counts as flooding; people must be out ${lead} h before it comes, or by the planned hours of the dual-use asset there where these are more. Times are from the start of the flood. Places outside the model are not known, and not taken for dry.`,
        ),
      ),
      exposureBlock(content, say),
      heading(1, say.text('受淹道路', 'Roads under water')),
      paragraph(roadsSaid(content, say)),
      roadsBlock(content, say),
      heading(1, say.text('闸门和泵站操作记录', 'Gate log')),
      logBlock(result, say),
      heading(1, say.text('水量账', 'Account of the water')),
      ledgerBlock(result, say),
      heading(1, say.text('说明', 'Notes')),
      paragraph(say.text(`${PLANNING_EVIDENCE.zh}。`, `${large(PLANNING_EVIDENCE.en)}.`)),
      paragraph(
        say.text(
          `引擎版本 ${result.engine}；推演 ${run.id}${run.endedAt === null ? '' : `，完成于 ${run.endedAt}`}；输入的 SHA-256：${run.inputs ?? say.unknown}。`,
          `Engine ${result.engine}; run ${run.id}${run.endedAt === null ? '' : `, done ${run.endedAt}`}; SHA-256 of its inputs: ${run.inputs ?? say.unknown}.`,
        ),
      ),
    ],
    foot: [
      say.text(
        `${PLANNING_EVIDENCE.zh} · 数据截至 ${asOf} · 操作记录第 ${seq} 号`,
        `${large(PLANNING_EVIDENCE.en)} · data as of ${asOf} · change ${seq}`,
      ),
      ...noticeSaid(content, say),
    ],
  };
}

function caseSaid({ result, project, place }: FloodPaperContent, say: SayIn): string {
  const { design, hours, scheme } = result;
  const peak = design.inflows.map(({ discharge }) =>
    'rows' in discharge ? Math.max(...discharge.rows.map(([, m3s]) => m3s)) : Math.max(discharge.base_m3s, discharge.peak_m3s),
  );
  const inflows = peak.map((each) => say.number(Math.round(each))).join(say.text('、', ', '));
  const of = [
    ...(project ? [say.text(`建设项目：${say.of(project)}。`, `Project: ${say.of(project)}. `)] : []),
    ...(place ? [say.text(`蓄滞洪区：${say.of(place)}。`, `Storage area: ${say.of(place)}. `)] : []),
  ].join('');
  const how = scheme === 'sd03' ? say.text('完整动量', 'full momentum') : say.text('局部惯性（初筛）', 'local inertia (screening)');
  const works = { storages: design.storages.length, structures: design.structures.length, rules: design.rules.length };
  return say.text(
    `${of}推演 ${hours} 小时，计算格式为${how}。来水 ${peak.length} 处，洪峰 ${inflows} m³/s；蓄滞洪区 ${works.storages} 处，闸门、泵站、堰和涵洞 ${works.structures} 处，调度规则 ${works.rules} 条。`,
    `${of}Followed for ${hours} h, ${how}. Inflows: ${peak.length}, peaking at ${inflows} m³/s; storage areas ${works.storages}, gates, pumps, weirs and culverts ${works.structures}, operating rules ${works.rules}.`,
  );
}

function groundSaid({ ground, result }: FloodPaperContent, say: SayIn): string {
  const { columns, rows, cell, crs, manning } = result;
  const name = ground ? say.of(ground) : say.unknown;
  return say.text(
    `${name}：${columns} × ${rows} 个网格，边长 ${cell} 米，${crs}，曼宁糙率 ${manning}。`,
    `${name}: ${columns} × ${rows} cells of ${cell} m, ${crs}, Manning’s n ${manning}.`,
  );
}

function stepsBlock({ steps }: FloodResult, say: SayIn): Block {
  const metres = (value: number | undefined): string => (value === undefined ? '' : `${value.toFixed(2)} m`);
  return listed<FloodResult['steps'][number]>(say, steps, [
    [say.text('处理步骤', 'Step'), 40, ({ kind }) => say.text(...STEPS[kind])],
    [say.text('改动网格', 'Cells changed'), 20, ({ change }) => (change ? say.number(change.cells) : '')],
    [say.text('最多降低', 'Lowered at most'), 20, ({ change }) => metres(change?.lowered)],
    [say.text('最多抬高', 'Raised at most'), 20, ({ change }) => metres(change?.raised)],
  ]);
}

function peaksBlock({ design, variants }: FloodResult, say: SayIn): Block {
  const peakOf = (variant: Variant, id: string) => variants[variant].summary.sections[id] ?? null;
  const said = (variant: Variant, id: string): string => {
    const peak = peakOf(variant, id);
    return peak ? `${say.number(Math.round(peak.peak_m3s))} (${hoursSaid(peak.peak_s, say)})` : say.unknown;
  };
  return listed<FloodResult['design']['sections'][number]>(say, design.sections, [
    [say.text('断面', 'Section'), 28, ({ name }) => name],
    [say.text('无工程洪峰（m³/s）', 'Without works (m³/s)'), 27, ({ id }) => said('without', id)],
    [say.text('有工程洪峰（m³/s）', 'With works (m³/s)'), 27, ({ id }) => said('with', id)],
    [
      say.text('削减', 'Cut'),
      18,
      ({ id }) => {
        const [without, dammed] = [peakOf('without', id)?.peak_m3s, peakOf('with', id)?.peak_m3s];
        return without && dammed !== undefined ? `${((1 - dammed / without) * 100).toFixed(1)} %` : say.unknown;
      },
    ],
  ]);
}

/** Tells that what is reported is no longer the case. */
const CHANGED = [
  '情景或地形在这次推演之后有改动：以下是改动前的结果。',
  'The case or its ground was changed after this run: what follows is of the case before that.',
] as const;

/** How deep it is, and what that means for people. */
function waterSaid(wet: Wet | undefined, say: SayIn): string {
  if (!wet) return say.text('不受淹', 'dry');
  if (wet.is === 'beside') return say.text('在推演范围外，未知', 'outside the model, not known');
  return `${(wet.depth ?? 0).toFixed(2)} m, ${hazardSaid(wet.hazardClass, say)}`;
}

/** Of both, each once: as it is without the works, else as it is with them. */
function onceEach<T>({ with: dammed, without }: Readonly<Record<Variant, readonly T[]>>, idOf: (each: T) => string) {
  const [ofWorks, bare] = [new Map(dammed.map((each) => [idOf(each), each])), new Map(without.map((each) => [idOf(each), each]))];
  return { all: [...without, ...dammed.filter((each) => !bare.has(idOf(each)))], dammed: ofWorks, bare };
}

function roadsSaid({ roadCounts: { wet, dry, beside } }: FloodPaperContent, say: SayIn): string {
  if (wet + dry + beside === 0) return say.text('地图上没有道路数据。', 'The map of the district draws no roads.');
  return say.text(
    `有工程时受淹 ${wet} 条，不受淹 ${dry} 条；在推演范围外 ${beside} 条，是否受淹未知。桥上的道路，桥下过水的也计为受淹。`,
    `With the works ${wet} under water, ${dry} dry; ${beside} outside the model, so it is not known of them. A road on a bridge counts as under water where the river below it is.`,
  );
}

/** Every road that comes under water with the works or without them; those outside the model are counted above. */
function roadsBlock({ roads }: FloodPaperContent, say: SayIn): Block {
  const { all, dammed, bare } = onceEach(roads, ({ id }) => id);
  const wet = all.filter(({ id }) => [bare.get(id), dammed.get(id)].some((each) => each?.is === 'wet'));
  return listed<Road>(say, wet, [
    [say.text('道路', 'Road'), 34, ({ name }) => say.of(name)],
    [say.text('无工程：水深、危险等级', 'Without: depth, hazard'), 26, ({ id }) => waterSaid(bare.get(id), say)],
    [say.text('有工程：水深、危险等级', 'With: depth, hazard'), 26, ({ id }) => waterSaid(dammed.get(id), say)],
    [say.text('到达', 'Arrival'), 14, ({ arrival }) => hoursSaid(arrival, say)],
  ]);
}

/** What each storage area holds at most with the works, beside what it may hold. */
function storagesBlock({ design, variants }: FloodResult, say: SayIn): Block {
  const mostOf = (id: string): number | null => {
    const held = variants.with.storages[id] ?? [];
    return held.length === 0 ? null : Math.max(...held);
  };
  return listed<FloodResult['design']['storages'][number]>(say, design.storages, [
    [say.text('蓄滞洪区', 'Storage area'), 40, ({ name }) => name],
    [say.text('库容（m³）', 'Capacity (m³)'), 20, ({ capacity_m3: capacity }) => say.number(Math.round(capacity))],
    [
      say.text('最大蓄水（m³）', 'Most stored (m³)'),
      20,
      ({ id }) => {
        const most = mostOf(id);
        return most === null ? say.unknown : say.number(Math.round(most));
      },
    ],
    [
      say.text('超过库容', 'Over capacity'),
      20,
      ({ id, capacity_m3: capacity }) => {
        const most = mostOf(id);
        if (most === null) return say.unknown;
        return most > capacity ? say.number(Math.round(most - capacity)) : say.text('否', 'no');
      },
    ],
  ]);
}

/** Every place that comes under water with the works or without them, by its arrival without. */
function exposureBlock({ exposed, lead }: FloodPaperContent, say: SayIn): Block {
  const { all, dammed, bare } = onceEach(exposed, ({ place }) => place.id);
  return listed<Exposed>(say, all, [
    [say.text('地点', 'Place'), 22, ({ place }) => say.of(place.name)],
    [say.text('种类', 'Kind'), 10, ({ kind }) => say.word('place', kind)],
    [say.text('无工程：水深、危险等级', 'Without: depth, hazard'), 16, ({ place }) => waterSaid(bare.get(place.id), say)],
    [say.text('有工程：水深、危险等级', 'With: depth, hazard'), 16, ({ place }) => waterSaid(dammed.get(place.id), say)],
    [say.text('到达', 'Arrival'), 12, ({ arrival }) => hoursSaid(arrival, say)],
    [say.text('撤离时限', 'Out by'), 12, ({ deadline, activation }) => `${hoursSaid(deadline, say)}${assetSaid(activation, lead, say)}`],
    [
      say.text('人口、户数', 'People, households'),
      12,
      ({ people, households }) => [people, households].map((each) => (each === null ? say.unknown : say.number(each))).join(', '),
    ],
  ]);
}

/** The asset whose planned hours are counted back, where they are more than people have. */
function assetSaid(activation: Exposed['activation'], lead: number, say: SayIn): string {
  if (activation === null || activation.hours <= lead) return '';
  const name = say.of(activation.asset.name);
  return say.text(`（${name}，${activation.hours} 小时）`, ` (${name}, ${activation.hours} h)`);
}

function logBlock({ variants, design }: FloodResult, say: SayIn): Block {
  const names = new Map([...design.structures, ...design.gauges, ...design.storages].map(({ id, name }) => [id, name]));
  const log = variants.with.log.slice(0, MOST_LOGGED);
  return listed<FloodResult['variants']['with']['log'][number]>(say, log, [
    [say.text('时间', 'Time'), 16, ({ time }) => hoursSaid(time, say)],
    [say.text('规则', 'Rule'), 14, ({ rule }) => rule],
    [say.text('操作', 'Action'), 34, ({ act, before }) => actSaid(act, before, names, say)],
    [
      say.text('依据', 'Because'),
      36,
      ({ seen }) => seen.map(({ value, was }) => seenSaid(value, was, names, say)).join(say.text('；', '; ')),
    ],
  ]);
}

type Logged = FloodResult['variants']['with']['log'][number];

function actSaid(act: Logged['act'], before: Logged['before'], names: ReadonlyMap<string, string>, say: SayIn): string {
  if ('mode' in act) return say.text(`模式由 ${before} 转为 ${act.mode}`, `mode from ${before} to ${act.mode}`);
  if ('pump' in act) {
    const name = names.get(act.pump) ?? act.pump;
    return act.isOn ? say.text(`${name}开机`, `${name} on`) : say.text(`${name}停机`, `${name} off`);
  }
  const name = names.get(act.gate) ?? act.gate;
  return say.text(`${name}开度由 ${before} m 调至 ${act.target} m`, `${name} from ${before} m to ${act.target} m`);
}

function seenSaid(value: Logged['seen'][number]['value'], was: number, names: ReadonlyMap<string, string>, say: SayIn): string {
  if (value.of === 'time') return say.text(`时间 ${hoursSaid(was, say)}`, `time ${hoursSaid(was, say)}`);
  const id = 'id' in value ? value.id : '';
  const what = 'what' in value ? value.what : '';
  const [zh = '', en = ''] = SEEN[what] ?? [];
  return `${names.get(id) ?? id}${say.text(zh, en)} ${was.toFixed(2)}`;
}

const SEEN: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  level: ['水位（m）', ' level (m)'],
  rise: ['涨率（m/h）', ' rise (m/h)'],
  share: ['蓄满比例', ' share full'],
};

function ledgerBlock({ variants }: FloodResult, say: SayIn): Block {
  const lines: readonly Variant[] = ['without', 'with'];
  const cubic = (variant: Variant, units: Readonly<Record<string, string>> | string): string => {
    const sum = typeof units === 'string' ? BigInt(units) : Object.values(units).reduce((all, each) => all + BigInt(each), 0n);
    return say.number(Math.round(Number(sum) * variants[variant].summary.unit_m3));
  };
  const ledger = (variant: Variant) => variants[variant].summary.ledger;
  return listed<Variant>(say, lines, [
    [say.text('情况', 'Run'), 20, (each) => (each === 'with' ? say.text('有工程', 'with works') : say.text('无工程', 'without works'))],
    [say.text('初始（m³）', 'At first (m³)'), 16, (each) => cubic(each, ledger(each).initial)],
    [say.text('流入（m³）', 'In (m³)'), 16, (each) => cubic(each, ledger(each).in)],
    [say.text('流出（m³）', 'Out (m³)'), 16, (each) => cubic(each, ledger(each).out)],
    [say.text('结束时（m³）', 'At the end (m³)'), 16, (each) => cubic(each, ledger(each).now)],
    [say.text('差额（计量单位）', 'Off by (units)'), 16, (each) => ledger(each).difference],
  ]);
}
