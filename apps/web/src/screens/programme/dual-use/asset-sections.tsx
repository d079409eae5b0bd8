import { Link } from '@tanstack/react-router';
import type { RecordOf } from '@westgate/contract';
import { capital, fieldsOf, keyOf, sayNumber, vocabularyName } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { SignWord, type Tone } from '../../../parts/sign-word.tsx';
import { ConfidenceBar, SourceNote } from '../../../parts/source-note.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import { PartSection } from '../../../record/form/part-form.tsx';
import { WithdrawButton } from '../../../record/form/row-acts.tsx';
import { useMayChange } from '../../../scope/may-change.ts';
import { TEXTS } from './texts.ts';

type Asset = RecordOf<'dual_use_asset'>;
type Drill = Asset['drills'][number];
type Part = Asset['parts'][number];
type Level = Asset['levels'][number];

/** On the page of a dual-use asset: how it was switched, its drills, and what the river closes on ordinary days. */
export default function AssetSections({ asset }: { readonly asset: Asset }) {
  return (
    <>
      <Capacity asset={asset} />
      <SwitchLog asset={asset} />
      <Drills asset={asset} />
      <Parts asset={asset} />
      <Levels asset={asset} />
    </>
  );
}

interface CapacityLine {
  readonly mode: 'normal' | 'emergency';
  readonly capacity: number | null;
  readonly unit: string | null;
  readonly source: Asset['normalSource'];
  readonly confidence: Asset['normalConfidence'];
  readonly basis: Asset['normalBasis'];
}

function Capacity({ asset }: { readonly asset: Asset }) {
  const say = useSay();
  const word = useWords();
  const rows: readonly CapacityLine[] = [
    {
      mode: 'normal',
      capacity: asset.normalCapacity,
      unit: asset.normalUnit,
      source: asset.normalSource,
      confidence: asset.normalConfidence,
      basis: asset.normalBasis,
    },
    {
      mode: 'emergency',
      capacity: asset.emergencyCapacity,
      unit: asset.emergencyUnit,
      source: asset.emergencySource,
      confidence: asset.emergencyConfidence,
      basis: asset.emergencyBasis,
    },
  ];
  const units = fieldsOf('dual_use_asset').normal_unit?.names ?? {};
  const columns: readonly TableColumn<CapacityLine>[] = [
    { head: say(TEXTS.mode), isRowHead: true, of: ({ mode }) => say(capital(vocabularyName('assetMode', mode))) },
    {
      head: say(TEXTS.capacity),
      isNumber: true,
      of: ({ capacity, unit }) =>
        capacity === null ? (
          <Unknown />
        ) : (
          <span className="nowrap">
            <b>{sayNumber(capacity)}</b> <small className="soft">{unit === null ? null : say(units[unit] ?? { zh: unit, en: unit })}</small>
          </span>
        ),
    },
    { head: word('figures.source'), of: ({ capacity, source }) => (capacity === null ? null : <SourceNote source={source} />) },
    { head: word('confidence'), of: ({ confidence }) => (confidence === null ? null : <ConfidenceBar confidence={confidence} />) },
    { head: say(TEXTS.basis), headed: 'bare', className: 'soft', of: ({ basis }) => say(basis) },
  ];
  return (
    <section className="section" aria-labelledby="capacity">
      <h2 id="capacity">{say(TEXTS.capacity)}</h2>
      <Table columns={columns} rows={rows} keyOf={({ mode }) => mode} />
    </section>
  );
}

function SwitchLog({ asset: { switches } }: { readonly asset: Asset }) {
  const say = useSay();
  const field = useFieldWord('mode_change');
  const columns: readonly TableColumn<Asset['switches'][number]>[] = [
    {
      head: field('on'),
      isRowHead: true,
      of: ({ on, at }) => (
        <>
          <DayText on={on} /> {at}
        </>
      ),
    },
    { head: field('mode'), of: ({ mode }) => say(capital(vocabularyName('assetMode', mode))) },
    { head: field('reason'), of: ({ reason }) => say(reason) },
  ];
  return (
    <section className="section" aria-labelledby="mode-log">
      <h2 id="mode-log">{say(TEXTS.log)}</h2>
      {switches.length === 0 ? (
        <EmptyState>{say(TEXTS.noLog)}</EmptyState>
      ) : (
        <Table columns={columns} rows={[...switches].reverse()} keyOf={({ on, at }) => `${on} ${at}`} />
      )}
    </section>
  );
}

const SIGNS: Readonly<Record<NonNullable<Drill['standing']>, readonly [sign: string, tone?: Tone]>> = {
  overdue: ['!', 'bad'],
  'too-slow': ['×', 'warn'],
  'not-measured': ['?', 'soft'],
  planned: ['○'],
  accepted: ['△'],
  'in-time': ['✓'],
};

function Drills({ asset: { id, drills } }: { readonly asset: Asset }) {
  const say = useSay();
  const field = useFieldWord('drill');
  const mayAdd = useMayChange('update', 'any');
  const noneOf = (column: 'planned_on' | 'held_on'): string => say(fieldsOf('drill')[column]?.none ?? TEXTS.none);
  const counted = ({ heldOn }: Drill, value: number | null) =>
    heldOn === null ? noneOf('held_on') : value === null ? <Unknown /> : sayNumber(value);
  const columns: readonly TableColumn<Drill>[] = [
    { head: field('name'), isRowHead: true, headed: 'bare', of: ({ drill }) => <ThingLink thing={drill} /> },
    { head: field('planned_on'), of: ({ plannedOn }) => (plannedOn ? <DayText on={plannedOn} /> : noneOf('planned_on')) },
    { head: field('held_on'), of: ({ heldOn }) => (heldOn ? <DayText on={heldOn} /> : noneOf('held_on')) },
    { head: field('minutes'), isNumber: true, of: (drill) => counted(drill, drill.minutes) },
    { head: field('persons'), isNumber: true, of: (drill) => counted(drill, drill.persons) },
    { head: say({ zh: '状态', en: 'Status' }), of: ({ standing }) => <DrillWord standing={standing} /> },
  ];
  return (
    <section className="section" aria-labelledby="drills">
      <h2 id="drills">{say(TEXTS.drills)}</h2>
      {drills.length === 0 ? (
        <EmptyState>{say(TEXTS.noDrills)}</EmptyState>
      ) : (
        <Table columns={columns} rows={[...drills].reverse()} keyOf={({ drill }) => drill.id} />
      )}
      {mayAdd ? (
        <p className="part-start no-print">
          <Link className="button" to="/new/$noun" params={{ noun: 'drill' }} search={{ sel: `dual_use_asset:${id}` }}>
            {say(TEXTS.addDrill)}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

function DrillWord({ standing }: { readonly standing: Drill['standing'] }) {
  const say = useSay();
  if (standing === null) return <Unknown />;
  const [sign, tone] = SIGNS[standing];
  return <SignWord sign={sign} word={say(capital(vocabularyName('drillStanding', standing)))} tone={tone} />;
}

function Parts({ asset: { id, parts } }: { readonly asset: Asset }) {
  const say = useSay();
  const word = useWords();
  const field = useFieldWord('asset_part');
  const names = fieldsOf('asset_part').kind?.names ?? {};
  const columns: readonly TableColumn<Part>[] = [
    { head: field('name'), isRowHead: true, of: ({ name }) => say(name) },
    { head: field('kind'), of: ({ kind }) => say(capital(names[kind] ?? { zh: kind, en: kind })) },
    { head: field('elevation'), isNumber: true, of: ({ elevation }) => (elevation === null ? <Unknown /> : sayNumber(elevation)) },
    {
      head: say(TEXTS.closed),
      isNumber: true,
      of: ({ closedDays, why }) =>
        closedDays === null ? (
          <span className="soft">{say(vocabularyName('closedWhy', why ?? 'no-levels'))}</span>
        ) : (
          <span className="nowrap">
            <b>{sayNumber(Math.round(closedDays * 10) / 10)}</b> <small className="soft">{say(TEXTS.daysYear)}</small>
          </span>
        ),
    },
    { head: word('figures.source'), of: ({ source }) => <SourceNote source={source} /> },
    { head: word('confidence'), of: ({ confidence }) => <ConfidenceBar confidence={confidence} /> },
    {
      head: word('part.withdraw'),
      headed: 'unseen',
      of: (part) => (
        <WithdrawButton edit={{ action: 'withdraw', table: 'asset_part', key: part.id, rev: part.rev }} name={say(part.name)} />
      ),
    },
  ];
  return (
    <section className="section" aria-labelledby="asset-parts">
      <h2 id="asset-parts">{say(TEXTS.parts)}</h2>
      {parts.length === 0 ? (
        <EmptyState>{say(TEXTS.noParts)}</EmptyState>
      ) : (
        <Table columns={columns} rows={parts} keyOf={(part) => part.id} />
      )}
      <PartSection kind="asset_part" of={{ asset: id }} />
    </section>
  );
}

function Levels({ asset: { place, levels } }: { readonly asset: Asset }) {
  const say = useSay();
  const word = useWords();
  const field = useFieldWord('everyday_level');
  const columns: readonly TableColumn<Level>[] = [
    { head: field('level_m'), isRowHead: true, isNumber: true, of: ({ level }) => sayNumber(level) },
    { head: field('days'), isNumber: true, of: ({ days }) => sayNumber(days) },
    { head: say(TEXTS.closedAt), of: ({ closed }) => closed.map((name) => say(name)).join(say({ zh: '、', en: ', ' })) || say(TEXTS.none) },
    { head: word('figures.source'), of: ({ source }) => <SourceNote source={source} /> },
    { head: word('confidence'), of: ({ confidence }) => <ConfidenceBar confidence={confidence} /> },
    {
      head: word('part.withdraw'),
      headed: 'unseen',
      of: ({ level, rev }) => (
        <WithdrawButton
          edit={{ action: 'withdraw', table: 'everyday_level', key: keyOf('everyday_level', { place: place?.id, level_m: level }), rev }}
          name={`${sayNumber(level)} m`}
        />
      ),
    },
  ];
  return (
    <section className="section" aria-labelledby="everyday-levels">
      <h2 id="everyday-levels">{say(TEXTS.levels)}</h2>
      {levels.length === 0 ? (
        <EmptyState>{say(place ? TEXTS.noLevels : TEXTS.noPlace)}</EmptyState>
      ) : (
        <Table columns={columns} rows={levels} keyOf={({ level }) => String(level)} />
      )}
      {place ? <PartSection kind="everyday_level" of={{ place: place.id }} /> : null}
    </section>
  );
}
