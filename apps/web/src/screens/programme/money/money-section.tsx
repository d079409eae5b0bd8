import type { MonthlyRow, PlannedAmount, ProjectMoney } from '@westgate/contract';
import { useProjectMoney } from '../../../api/questions.ts';
import { useWords } from '../../../messages/words.ts';
import { MonthForm } from '../../../money/month-form.tsx';
import { Await } from '../../../parts/await.tsx';
import { Button } from '../../../parts/button.tsx';
import { useSayPeriod } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { NameWithNote } from '../../../parts/fact.tsx';
import { ConfidenceBar, SourceNote, shownSource } from '../../../parts/source-note.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { valuesOf } from '../../../record/form/form-values.ts';
import { PartForm, PartRow, withdrawEdit } from '../../../record/form/part-form.tsx';
import { RowActs } from '../../../record/form/row-acts.tsx';
import { useShownDay } from '../../../scope/district-context.ts';
import { useMayAct, useMayChange } from '../../../scope/may-change.ts';
import { useOffer } from '../../../scope/offers.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import { MoneyText, MonthTable } from './month-table.tsx';

/** The money of a project: what it is to cost, with where that was read, and what was reported month by month. */
export function MoneySection({ project }: { readonly project: string }) {
  return <Await query={useProjectMoney(project)}>{(money) => <Money money={money} />}</Await>;
}

function Money({ money: { project, planned, months, next } }: { readonly money: ProjectMoney }) {
  const word = useWords();
  return (
    <section className="section" aria-labelledby="money">
      <h2 id="money">
        {word('money.title')} <small>{word('money.unit')}</small>
      </h2>
      {planned.length === 0 ? <EmptyState>{word('money.none')}</EmptyState> : <PlannedTable planned={planned} project={project.id} />}
      {months.length === 0 ? <EmptyState>{word('money.noMonths')}</EmptyState> : <MonthTable months={months} />}
      <MoneyActs project={project.id} next={next} />
    </section>
  );
}

function MoneyActs({ project, next }: { readonly project: string; readonly next: MonthlyRow }) {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const setView = useSetView();
  const { edit } = useView();
  const mayEdit = useMayChange('edit');
  const mayReport = useMayAct()('report-month');
  const month = useShownDay().day.slice(0, 7);
  const close = (): void => setView({ edit: undefined }, { replace: true });
  const reported = word(next.report ? 'money.reportAgain' : 'money.report', { month: sayWhen(month) });
  const report = (): void => setView({ edit: 'month' });
  useOffer(mayReport ? { id: 'report-month', text: reported, act: report } : null);
  if (mayEdit && edit === 'new:planned_amount') return <PartForm kind="planned_amount" of={{ project }} onDone={close} />;
  if (mayReport && edit === 'month') return <MonthForm row={next} month={month} onDone={close} />;
  if (!mayReport) return null;
  return (
    <p className="row part-start">
      <Button name={reported} onClick={report} />
      {mayEdit ? (
        <Button look="plain" name={word('part.new.planned_amount')} onClick={() => setView({ edit: 'new:planned_amount' })} />
      ) : null}
    </p>
  );
}

function PlannedTable({ planned, project }: { readonly planned: readonly PlannedAmount[]; readonly project: string }) {
  const word = useWords();
  const nameOf = ({ year }: PlannedAmount): string =>
    year === null ? word('money.total') : word('money.yearPlan', { year: String(year) });
  const columns: readonly TableColumn<PlannedAmount>[] = [
    {
      head: word('money.planned'),
      isRowHead: true,
      of: (amount) => <NameWithNote name={nameOf(amount)} note={amount.note} />,
    },
    { head: word('field.amount_fen'), isNumber: true, of: ({ fen }) => <MoneyText fen={fen} /> },
    { head: word('field.source'), of: ({ source }) => <SourceNote source={source} /> },
    { head: word('confidence'), of: ({ confidence }) => <ConfidenceBar confidence={confidence} /> },
    {
      head: word('part.withdraw'),
      headed: 'unseen',
      of: (amount) => (
        <RowActs
          open={`planned_amount:${amount.id}`}
          edit={withdrawEdit({ kind: 'planned_amount', id: amount.id, rev: amount.rev })}
          name={nameOf(amount)}
        />
      ),
    },
  ];
  return (
    <Table
      className="stacking money-table"
      columns={columns}
      rows={planned}
      keyOf={({ id }) => id}
      around={(amount, shown, count) => (
        <PartRow kind="planned_amount" id={amount.id} rev={amount.rev} values={() => plannedValues(amount, project)} columns={count}>
          {shown}
        </PartRow>
      )}
    />
  );
}

function plannedValues({ id, year, fen, source, confidence, note }: PlannedAmount, project: string) {
  return valuesOf('planned_amount', {
    id,
    project,
    year,
    amount_fen: fen,
    source: shownSource(source)?.id ?? null,
    confidence,
    note_zh: note.zh,
    note_en: note.en,
  });
}
