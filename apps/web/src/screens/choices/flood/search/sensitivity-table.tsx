import type { SensitivityName, SensitivityResult } from '@westgate/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useWords } from '../../../../messages/words.ts';
import { AsWritten } from '../../../../parts/as-written.tsx';
import { Select } from '../../../../parts/select.tsx';
import { Table } from '../../../../parts/table.tsx';

const M3_OF_TEN_THOUSAND = 10_000;

/** What each run came to beside the case as it is: the peak at a section with the works, what these cut, the flooded area, what is stored. */
export function SensitivityTable({ told }: { readonly told: SensitivityResult }) {
  const word = useWords();
  const intl = useIntl();
  const { design, variants, leftOut, cell, caseCell } = told;
  const [chosen, setChosen] = useState<string | null>(null);
  const section = design.sections.find(({ id }) => id === chosen) ?? design.sections.at(-1) ?? null;
  const say = (value: number, digits = 0, sign: 'exceptZero' | 'auto' = 'auto'): string =>
    intl.formatNumber(value, { maximumFractionDigits: digits, minimumFractionDigits: digits, signDisplay: sign });
  const sayName = useSayVariant(told);
  const peakOf = (run: (typeof variants)[number]['with']): number => Math.round((section && run.peaks[section.id]) ?? 0);
  const stored = ({ storedM3 }: (typeof variants)[number]['with']): number => Object.values(storedM3).reduce((sum, each) => sum + each, 0);
  const [base] = variants;
  return (
    <>
      {design.sections.length > 1 && section ? (
        <label className="row no-print">
          {word('search.section')}{' '}
          <Select value={section.id} options={design.sections.map(({ id, name }) => [id, name] as const)} onChoose={setChosen} />
        </label>
      ) : null}
      <Table
        rows={variants}
        keyOf={({ name }) => name}
        caption={word('search.sensitivity')}
        columns={[
          { head: word('search.variant'), isRowHead: true, of: ({ name }) => sayName(name) },
          ...(section
            ? [
                {
                  head: word('search.peak', { name: section.name }),
                  shown: <AsWritten text={word('search.peak', { name: section.name })} />,
                  isNumber: true as const,
                  of: (each: (typeof variants)[number]) => <b>{say(peakOf(each.with))}</b>,
                },
                {
                  head: word('search.fromBase'),
                  isNumber: true as const,
                  of: (each: (typeof variants)[number]) =>
                    base && each.name !== 'base' ? say(peakOf(each.with) - peakOf(base.with), 0, 'exceptZero') : '',
                },
                {
                  head: word('search.cut'),
                  isNumber: true as const,
                  of: (each: (typeof variants)[number]) => say(peakOf(each.without) - peakOf(each.with)),
                },
              ]
            : []),
          { head: word('search.wet'), isNumber: true, of: (each) => say(each.with.wetHa) },
          ...(design.storages.length > 0
            ? [
                {
                  head: word('search.stored'),
                  isNumber: true as const,
                  of: (each: (typeof variants)[number]) => say(stored(each.with) / M3_OF_TEN_THOUSAND, 1),
                },
              ]
            : []),
        ]}
      />
      {[...new Set(leftOut.map(({ why }) => why))].map((why) => (
        <p key={why} className="small soft">
          {word(`search.why.${why}`, { stuck: told.ask.stuckPercent })}
        </p>
      ))}
      <p className="note">{word(cell === caseCell ? 'search.onCaseCells' : 'search.onCells', { cell, caseCell })}</p>
    </>
  );
}

/** Gives what is otherwise in a run. */
function useSayVariant({ ask: { rmseM, lateMin, stuckPercent } }: SensitivityResult): (name: SensitivityName) => string {
  const word = useWords();
  return (name) => word(`search.variant.${name}`, { rmse: rmseM ?? '', late: lateMin, stuck: stuckPercent });
}
