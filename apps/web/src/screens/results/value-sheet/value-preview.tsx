import type { ValuePreview } from '@westgate/contract';
import { markedAmount, sayNumber } from '@westgate/domain';
import { isWordId, useSay, useWords } from '../../../messages/words.ts';
import { AsWritten } from '../../../parts/as-written.tsx';
import { Button } from '../../../parts/button.tsx';
import { useSayPeriod } from '../../../parts/day-text.tsx';
import { Picker } from '../../../parts/picker.tsx';
import { Select } from '../../../parts/select.tsx';
import { Table } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useSayUnit } from '../../../parts/use-say-unit.ts';
import { ValueMarks } from '../../../parts/value-text.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import { type AskedName, alikeFaults, cellsSaid, nameKey, saidNames, type ValueSettings } from './sheet-model.ts';

/** Faults that an answer tells at most. */
const MOST_TOLD = 500;

/** What a sheet would change: how many cells become what, names that nobody knows, cells that are refused, and the values themselves. */
export function ValuePreviewTables({
  preview,
  settings,
  onSettings,
}: {
  readonly preview: ValuePreview;
  readonly settings: ValueSettings;
  readonly onSettings: (settings: ValueSettings) => void;
}) {
  const word = useWords();
  const { counts, emptyCells, sumCells, shape, columns, unknownNames, faults, lines, otherSheets } = preview;
  const unread = columns.filter(({ role, head }) => role === null && head !== '');
  return (
    <section className="import-preview" aria-label={word('start.preview')}>
      <h2>{word('valueSheet.counts', { new: counts.new, changed: counts.changed, same: counts.same, faulty: counts.faulty })}</h2>
      <p className="small soft">
        {word(`valueSheet.shape.${shape}`)}
        {emptyCells > 0 ? ` ${word('valueSheet.empty', { count: emptyCells })}` : ''}
        {sumCells > 0 ? ` ${word('valueSheet.sums', { count: sumCells })}` : ''}
      </p>
      {unread.length === 0 ? null : (
        <p className="small soft">
          {word('valueSheet.unread')} <AsWritten text={unread.map(({ head }) => head).join(' · ')} />
        </p>
      )}
      {otherSheets.length === 0 ? null : (
        <p className="row">
          <span className="small soft">{word('valueSheet.sheet')}</span>
          <Select
            value={preview.sheet}
            aria-label={word('valueSheet.sheet')}
            options={[preview.sheet, ...otherSheets.map(({ name }) => name)].map((name) => [name, name] as const)}
            onChoose={(sheet) => onSettings({ ...settings, sheet: sheet ?? '' })}
          />
        </p>
      )}
      <Names names={unknownNames} settings={settings} onSettings={onSettings} />
      {faults.length === 0 ? null : <Faults faults={faults} count={counts.faulty} />}
      {lines.length === 0 ? null : <Lines lines={lines} count={counts.new + counts.changed} />}
    </section>
  );
}

function Names({
  names,
  settings,
  onSettings,
}: {
  readonly names: readonly AskedName[];
  readonly settings: ValueSettings;
  readonly onSettings: (settings: ValueSettings) => void;
}) {
  const word = useWords();
  const said = saidNames(names, settings);
  if (names.length + said.length === 0) return null;
  const title = names.length === 0 ? word('valueSheet.said') : word('valueSheet.names', { count: names.length });
  return (
    <>
      <h2>{title}</h2>
      <Table
        caption={title}
        columns={[
          { head: word('valueSheet.name'), isRowHead: true, of: ({ name }) => <AsWritten text={name} /> },
          { head: word('valueSheet.cell'), of: ({ cells }) => <AsWritten text={cellsSaid(cells)} /> },
          {
            head: word('valueSheet.means'),
            of: (each) => (
              <Meaning
                asked={each}
                id={settings.names[nameKey(each)] ?? ''}
                onId={(id) => onSettings({ ...settings, names: { ...settings.names, [nameKey(each)]: id } })}
              />
            ),
          },
        ]}
        rows={[...names, ...said]}
        keyOf={nameKey}
      />
    </>
  );
}

/** What a name stands for: one of those that are like it, or any record of its kind, found by typing. */
function Meaning({
  asked: { kind, name, proposed },
  id,
  onId,
}: {
  readonly asked: AskedName;
  readonly id: string;
  readonly onId: (id: string) => void;
}) {
  const word = useWords();
  const say = useSay();
  const label = `${name} · ${word('valueSheet.means')}`;
  return (
    <>
      <Picker
        kinds={[kind]}
        value={id === '' ? null : { kind, id }}
        empty={word('valueSheet.leftOut')}
        aria-label={label}
        onPick={(picked) => onId(picked?.id ?? '')}
      />
      {id !== '' || proposed.length === 0 ? null : (
        <span className="row">
          {proposed.map((each) => (
            <Button
              key={each.id}
              look="plain"
              name={say(each.name) || each.id}
              aria-label={`${label}: ${say(each.name) || each.id}`}
              onClick={() => onId(each.id)}
            />
          ))}
        </span>
      )}
    </>
  );
}

function Faults({ faults, count }: { readonly faults: ValuePreview['faults']; readonly count: number }) {
  const word = useWords();
  return (
    <>
      <h2>{word('valueSheet.refused', { count })}</h2>
      <Table
        caption={word('valueSheet.refused', { count })}
        columns={[
          { head: word('valueSheet.cell'), isRowHead: true, of: ({ cells }) => <AsWritten text={cellsSaid(cells)} /> },
          { head: word('valueSheet.wrong'), of: ({ fault }) => <Fault fault={fault} /> },
          {
            head: word('valueSheet.found'),
            of: ({ fault: { found } }) =>
              found === '' ? <span className="soft">{word('valueSheet.nothing')}</span> : <AsWritten text={found} />,
          },
        ]}
        rows={alikeFaults(faults)}
        keyOf={({ fault: { cell, code } }, index) => `${index} ${cell} ${code}`}
      />
      {faults.length >= MOST_TOLD ? <p className="small soft">{word('valueSheet.more', { shown: faults.length })}</p> : null}
    </>
  );
}

function Fault({ fault: { code, expected } }: { readonly fault: ValuePreview['faults'][number] }) {
  const word = useWords();
  const id = `sheet.fault.${code}`;
  return isWordId(id) ? word(id as 'sheet.fault.unit-differs', { expected }) : code;
}

function Lines({ lines, count }: { readonly lines: ValuePreview['lines']; readonly count: number }) {
  const word = useWords();
  const say = useSay();
  const sayUnit = useSayUnit();
  const sayWhen = useSayPeriod();
  const field = useFieldWord('place_value');
  const title = word('valueSheet.lines', { count });
  return (
    <>
      <h2>{title}</h2>
      <Table
        caption={title}
        columns={[
          { head: word('valueSheet.cell'), of: ({ cell }) => <AsWritten text={cell} /> },
          { head: word('noun.indicator'), isRowHead: true, of: ({ indicator }) => <ThingLink thing={indicator} /> },
          { head: field('place'), of: ({ place }) => (place === null ? word('valueSheet.whole') : say(place.name)) },
          { head: field('period'), of: ({ period }) => sayWhen(period) },
          {
            head: field('value'),
            isNumber: true,
            of: (line) => (
              <>
                {sayNumber(line.value)} <small className="soft">{sayUnit(line.unitName)}</small>{' '}
                <ValueMarks value={{ ...line, isCalculated: false, breaksSeries: false }} />
                {line.before === null || line.before === line.value ? null : (
                  <small className="value-mark">
                    {word('values.corrects', {
                      value: say(markedAmount({ zh: sayNumber(line.before), en: sayNumber(line.before) }, line.beforeStatus)),
                    })}
                  </small>
                )}
              </>
            ),
          },
          { head: field('source'), of: ({ source }) => <AsWritten text={source.title} /> },
          { head: word('valueSheet.becomes'), of: ({ state }) => word(`valueSheet.state.${state}`) },
        ]}
        rows={lines}
        keyOf={({ cell }) => cell}
      />
      {count > lines.length ? <p className="small soft">{word('valueSheet.more', { shown: lines.length })}</p> : null}
    </>
  );
}
