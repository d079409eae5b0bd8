import type { UseQueryResult } from '@tanstack/react-query';
import type { AnswerOf, RecordRow } from '@westgate/contract';
import { sayNumber, vocabulary } from '@westgate/domain';
import { useDeedDesk } from '../../../../api/deed-notice.ts';
import { useReviseRecord } from '../../../../api/edits.ts';
import { useWords } from '../../../../messages/words.ts';
import { ActButton } from '../../../../parts/act-button.tsx';
import { ErrorText, Refusal } from '../../../../parts/error-text.tsx';
import { Fact } from '../../../../parts/fact.tsx';
import { Table } from '../../../../parts/table.tsx';
import { useValueWord } from '../../../../record/form/field-words.ts';
import { useKeyOf } from '../../../../record/use-key-of.ts';
import { useMayChange } from '../../../../scope/may-change.ts';
import { sayRounded } from '../say-rounded.ts';

type Reading = AnswerOf<'ground-reading'>;

/** What stands in the file of a ground: reference system, heights, holes, cells, and what each step changes; what the file does not tell is asked. */
export function ReadingSection({
  row,
  hasFile,
  query,
}: {
  readonly row: RecordRow;
  readonly hasFile: boolean;
  readonly query: UseQueryResult<Reading>;
}) {
  const word = useWords();
  const { data, error } = query;
  return (
    <section className="section ground-reading" aria-labelledby="ground-reading">
      <h2 id="ground-reading">{word('ground.reading')}</h2>
      {hasFile ? null : <p className="small soft">{word('ground.reading.none')}</p>}
      {hasFile && !data && !error ? (
        <p className="small soft" role="status">
          {word('ground.reading.waiting')}…
        </p>
      ) : null}
      {hasFile && error ? (
        <p role="alert" className="breach">
          <ErrorText error={error} />
        </p>
      ) : null}
      {hasFile && data && !error ? (
        <>
          {data.verticalUnit === null ? <UnitQuestion row={row} reading={data} /> : null}
          <ReadingFacts reading={data} />
          <Steps reading={data} />
        </>
      ) : null}
    </section>
  );
}

/** Asks for the unit of heights that the file does not tell, with the range by which a person knows; the answer is a correction of the record. */
function UnitQuestion({ row, reading: { fileRange } }: { readonly row: RecordRow; readonly reading: Reading }) {
  const word = useWords();
  const valueWord = useValueWord('ground');
  const mayEdit = useMayChange('edit');
  const { tell } = useDeedDesk();
  const revise = useReviseRecord();
  const keyOf = useKeyOf();
  const [least, most] = fileRange;
  return (
    <div className="ground-question" role="status">
      <p>
        <b>{word('ground.unit.ask', { least: sayRounded(least, 1), most: sayRounded(most, 1) })}</b> {word('ground.unit.why')}
      </p>
      {mayEdit ? (
        <p className="row">
          {vocabulary.VERTICAL_UNITS.map((unit) => (
            <ActButton
              key={unit}
              className="button"
              name={word('ground.unit.set', { unit: valueWord('vertical_unit', unit) })}
              isBusy={revise.isPending}
              onAct={(who) => {
                const request = { kind: 'ground' as const, id: row.key, rev: row.rev, fields: { vertical_unit: unit }, who, reason: '' };
                revise.mutate({ ...request, key: keyOf(request) }, { onSuccess: ({ seq }) => tell(seq) });
              }}
            />
          ))}
        </p>
      ) : null}
      <Refusal error={revise.error} />
    </div>
  );
}

function ReadingFacts({ reading }: { readonly reading: Reading }) {
  const word = useWords();
  const valueWord = useValueWord('ground');
  const { crs, crsOfFile, crsFrom, wasReprojected, verticalUnit, from, columns, rows, cell, range, fileRange, holes, fileHoles } = reading;
  const inFile = {
    columns: from.columns,
    rows: from.rows,
    cell: from.isDegrees ? `${sayRounded(from.cell, 7)}°` : `${sayRounded(from.cell, 2)} m`,
  };
  const isAsFile = !from.isDegrees && from.columns === columns && from.rows === rows && from.cell === cell;
  const said = (each: number): string => sayRounded(each, 1);
  const share = sayRounded((100 * holes) / (columns * rows), 1);
  return (
    <dl className="facts">
      <Fact name={word('ground.crs')}>
        {crsOfFile} <span className={crsFrom === 'guess' ? 'warn' : 'soft'}>{word(`ground.crs.${crsFrom}`)}</span>
        {wasReprojected ? <span className="soft"> · {word('ground.crs.reprojected', { crs })}</span> : null}
      </Fact>
      <Fact name={word('ground.unit')}>{verticalUnit === null ? null : valueWord('vertical_unit', verticalUnit)}</Fact>
      <Fact name={word('ground.range')}>
        {verticalUnit === null ? null : <>{word('ground.range.value', { least: said(range[0]), most: said(range[1]) })} </>}
        <span className="soft">
          {word('ground.range.file', { least: said(fileRange[0]), most: said(fileRange[1]) })}
          {verticalUnit === null ? null : ` ${valueWord('vertical_unit', verticalUnit)}`}
        </span>
      </Fact>
      <Fact name={word('ground.cells')}>
        {word('ground.cells.value', { columns, rows, cell: sayRounded(cell, 2) })}
        {isAsFile ? null : <span className="soft"> {word('ground.cells.file', inFile)}</span>}
      </Fact>
      <Fact name={word('ground.holes')}>
        {holes === 0 ? word('ground.holes.none') : word('ground.holes.value', { count: sayNumber(holes), share })}
        {fileHoles === holes ? null : <span className="soft"> {word('ground.holes.file', { count: sayNumber(fileHoles) })}</span>}
      </Fact>
    </dl>
  );
}

type Step = Reading['steps'][number];

function Steps({ reading: { steps } }: { readonly reading: Reading }) {
  const word = useWords();
  const changed = (of: (change: NonNullable<Step['change']>) => number, digits: number) => {
    return ({ change }: Step) =>
      change === null ? <span className="soft">{word('ground.step.other')}</span> : sayRounded(of(change), digits);
  };
  return (
    <>
      <h3>{word('ground.steps')}</h3>
      {steps.length === 0 ? <p className="small soft">{word('ground.steps.none')}</p> : null}
      {steps.length > 0 ? (
        <Table
          columns={[
            { head: word('ground.step'), isRowHead: true, of: ({ kind }) => word(`ground.step.${kind}`) },
            { head: word('ground.step.cells'), isNumber: true, of: changed(({ cells }) => cells, 0) },
            {
              head: word('ground.step.lowered'),
              isNumber: true,
              of: (step) => (step.change ? changed(({ lowered }) => lowered, 2)(step) : null),
            },
            {
              head: word('ground.step.raised'),
              isNumber: true,
              of: (step) => (step.change ? changed(({ raised }) => raised, 2)(step) : null),
            },
          ]}
          rows={steps}
          keyOf={(_, index) => index}
        />
      ) : null}
    </>
  );
}
