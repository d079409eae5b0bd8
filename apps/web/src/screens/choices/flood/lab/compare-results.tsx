import type { FloodResult } from '@westgate/contract';
import type { FloodDesign } from '@westgate/domain';
import { useIntl } from 'react-intl';
import { useWords } from '../../../../messages/words.ts';
import { AsWritten } from '../../../../parts/as-written.tsx';
import { Table } from '../../../../parts/table.tsx';

interface Line {
  readonly name: string;
  readonly first: number | null;
  readonly second: number | null;
}

/** Two runs of a case side by side, with their works: peaks at the sections that both have, flooded area, water on the ground in the end. */
export function CompareResults({ first, second }: { readonly first: FloodResult; readonly second: FloodResult }) {
  const word = useWords();
  const intl = useIntl();
  const say = (value: number | null, sign: 'always' | 'auto' = 'auto'): string =>
    value === null ? word('unknown') : intl.formatNumber(value, { maximumFractionDigits: 0, signDisplay: sign });
  const rows = linesOf(first, second, word);
  return (
    <section className="section" aria-labelledby="flood-compare">
      <h2 id="flood-compare">{word('flood.compared')}</h2>
      <Table
        rows={rows}
        keyOf={({ name }) => name}
        columns={[
          { head: word('flood.what'), isRowHead: true, of: ({ name }) => <AsWritten text={name} /> },
          { head: word('flood.thisRun'), isNumber: true, of: (line) => say(line.first) },
          { head: word('flood.otherRun'), isNumber: true, of: (line) => say(line.second) },
          {
            head: word('flood.water.difference'),
            isNumber: true,
            of: (line) => (line.first === null || line.second === null ? '' : say(line.first - line.second, 'always')),
          },
        ]}
      />
    </section>
  );
}

function linesOf(first: FloodResult, second: FloodResult, word: ReturnType<typeof useWords>): readonly Line[] {
  const { sections } = first.design as FloodDesign;
  const hectares = ({ wetCells, cell }: FloodResult): number => (wetCells.with * cell ** 2) / 10_000;
  const left = ({ variants }: FloodResult): number => (Number(variants.with.summary.ledger.now) * variants.with.summary.unit_m3) / 10_000;
  return [
    ...sections.map(({ id, name }) => ({
      name: `${word('flood.peakAt', { name })} (m³/s)`,
      first: first.variants.with.summary.sections[id]?.peak_m3s ?? null,
      second: second.variants.with.summary.sections[id]?.peak_m3s ?? null,
    })),
    { name: `${word('flood.wet')} (ha)`, first: hectares(first), second: hectares(second) },
    { name: `${word('flood.stays')} (${word('flood.tenThousandM3')})`, first: left(first), second: left(second) },
    { name: `${word('flood.cell')} (m)`, first: first.cell, second: second.cell },
  ];
}
