import type { FloodResult } from '@westgate/contract';
import type { FloodDesign } from '@westgate/domain';
import { useIntl } from 'react-intl';
import { useWords } from '../../../../messages/words.ts';
import { AsWritten } from '../../../../parts/as-written.tsx';
import { Table } from '../../../../parts/table.tsx';
import { useSayHours } from '../parts/say-hours.ts';

type Told = Pick<FloodResult, 'variants' | 'times' | 'cell'> & { readonly wetCells: FloodResult['wetCells'] | null };

interface Line {
  readonly name: string;
  readonly unit: string;
  readonly without: number | null;
  readonly with: number | null;
  readonly digits: number;
}

/** Peaks, storage and flooded area without and with the works, and the difference. */
export function PeakTable({ told, design, caption }: { readonly told: Told; readonly design: FloodDesign; readonly caption: string }) {
  const word = useWords();
  const intl = useIntl();
  const say = (value: number | null, digits: number, sign: 'always' | 'auto' = 'auto'): string =>
    value === null
      ? word('unknown')
      : intl.formatNumber(Number(value.toFixed(digits)) + 0, {
          ...{ maximumFractionDigits: digits, minimumFractionDigits: digits },
          signDisplay: sign === 'always' ? 'exceptZero' : sign,
        });
  const over = design.storages.flatMap(({ id, name, capacity_m3: capacity }) => {
    const most = mostOf(told.variants.with.storages[id]);
    return most !== null && capacity > 0 && most > capacity
      ? [{ name, most: intl.formatNumber(Math.round(most)), capacity: intl.formatNumber(capacity) }]
      : [];
  });
  return (
    <>
      <Table
        caption={caption}
        className=""
        rows={linesOf(told, design, word)}
        keyOf={({ name, unit }) => `${name} ${unit}`}
        columns={[
          { head: word('flood.what'), isRowHead: true, of: ({ name, unit }) => <AsWritten text={`${name} (${unit})`} /> },
          { head: word('flood.water.without'), isNumber: true, of: ({ without, digits }) => say(without, digits) },
          { head: word('flood.water.with'), isNumber: true, of: (line) => <b>{say(line.with, line.digits)}</b> },
          {
            head: word('flood.water.difference'),
            isNumber: true,
            of: ({ without, with: other, digits }) => (without === null || other === null ? '' : say(other - without, digits, 'always')),
          },
        ]}
      />
      {over.map((each) => (
        <p key={each.name} className="small breach">
          <AsWritten text={word('flood.overCapacity', each)} />
        </p>
      ))}
    </>
  );
}

function linesOf({ variants, wetCells, cell }: Told, design: FloodDesign, word: ReturnType<typeof useWords>): readonly Line[] {
  const { with: dammed, without } = variants;
  return [
    ...design.sections.map(({ id, name }) => ({
      name: word('flood.peakAt', { name }),
      unit: 'm³/s',
      without: without.summary.sections[id]?.peak_m3s ?? null,
      with: dammed.summary.sections[id]?.peak_m3s ?? null,
      digits: 0,
    })),
    ...design.gauges.map(({ id, name }) => ({
      name: word('flood.levelAt', { name }),
      unit: 'm',
      without: without.summary.gauges[id]?.peak_level_m ?? null,
      with: dammed.summary.gauges[id]?.peak_level_m ?? null,
      digits: 2,
    })),
    ...design.gauges.map(({ id, name }) => ({
      name: word('flood.arrivalAt', { name }),
      unit: 'h',
      without: hoursOf(without.summary.gauges[id]?.arrival_s),
      with: hoursOf(dammed.summary.gauges[id]?.arrival_s),
      digits: 1,
    })),
    ...design.storages.map(({ id, name }) => ({
      name: word('flood.storedIn', { name }),
      unit: word('flood.tenThousandM3'),
      without: scaled(mostOf(without.storages[id])),
      with: scaled(mostOf(dammed.storages[id])),
      digits: 1,
    })),
    ...(wetCells === null
      ? []
      : [
          {
            name: word('flood.wet'),
            unit: 'ha',
            without: (wetCells.without * cell ** 2) / 10_000,
            with: (wetCells.with * cell ** 2) / 10_000,
            digits: 0,
          },
        ]),
  ];
}

function mostOf(values: readonly number[] | undefined): number | null {
  return values === undefined || values.length === 0 ? null : Math.max(...values);
}

function hoursOf(seconds: number | null | undefined): number | null {
  return seconds === null || seconds === undefined ? null : seconds / 3_600;
}

function scaled(m3: number | null): number | null {
  return m3 === null ? null : m3 / 10_000;
}

/** What the rules did: when, which, on what they looked, and what moved. */
export function GateLog({ result, design }: { readonly result: FloodResult; readonly design: FloodDesign }) {
  const word = useWords();
  const sayHours = useSayHours();
  const { log } = result.variants.with;
  if (log.length === 0) return <p className="note">{word(design.rules.length === 0 ? 'flood.noRules' : 'flood.nothingMoved')}</p>;
  const nameOf = (id: string | undefined): string =>
    [...design.gauges, ...design.storages, ...design.structures].find((each) => each.id === id)?.name ?? id ?? '';
  const saySeen = ({ value, was }: (typeof log)[number]['seen'][number]): string =>
    value.of === 'time' ? sayHours(was) : `${nameOf(value.id)} ${word(seenWord(value.of, value.what))} ${rounded(was)}`;
  return (
    <Table
      rows={log}
      keyOf={(_, index) => index}
      caption={word('flood.log')}
      columns={[
        { head: word('flood.when'), isNumber: true, of: ({ time }) => sayHours(time) },
        { head: word('flood.rule'), isRowHead: true, of: ({ rule }) => rule },
        { head: word('flood.seen'), of: ({ seen }) => <AsWritten text={seen.map(saySeen).join(' · ')} /> },
        {
          head: word('flood.act'),
          of: ({ act, before }) => (
            <AsWritten
              text={'gate' in act ? `${nameOf(act.gate)} ${before} → ${act.target} m` : 'pump' in act ? nameOf(act.pump) : act.mode}
            />
          ),
        },
      ]}
    />
  );
}

function seenWord(of: string, what: string | undefined) {
  if (of === 'storage') return what === 'share' ? 'flood.seen.share' : 'flood.seen.level';
  return what === 'rise' ? 'flood.seen.rise' : 'flood.seen.level';
}

function rounded(value: number): string {
  return String(Number(value.toFixed(2)));
}

/** The account of the water: what came in, what left, what stays, and that nothing is missing. */
export function Account({ result }: { readonly result: FloodResult }) {
  const word = useWords();
  const intl = useIntl();
  const { ledger, unit_m3, faults } = result.variants.with.summary;
  const m3 = (units: string): string => intl.formatNumber(Math.round(Number(units) * unit_m3));
  const sum = (units: Readonly<Record<string, string>>): string =>
    String(Object.values(units).reduce((all, each) => all + BigInt(each), 0n));
  const lines = [
    [word('flood.cameIn'), m3(sum(ledger.in))],
    [word('flood.wentOut'), m3(sum(ledger.out))],
    [word('flood.stays'), m3(ledger.now)],
  ] as const;
  return (
    <section className="section flood-account" aria-labelledby="flood-account">
      <h2 id="flood-account">{word('flood.account')}</h2>
      <dl className="flood-facts">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="number">{value} m³</dd>
          </div>
        ))}
        <div>
          <dt>{word('flood.off')}</dt>
          <dd className="number">{ledger.difference === '0' ? `✓ 0` : ledger.difference}</dd>
        </div>
      </dl>
      {faults.map((fault) => (
        <p key={fault} className="small breach" lang="en">
          {fault}
        </p>
      ))}
    </section>
  );
}
