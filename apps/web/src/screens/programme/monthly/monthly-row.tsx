import { Link } from '@tanstack/react-router';
import type { MonthlyRow, Thing } from '@westgate/contract';
import type { ReactNode } from 'react';
import { useMayChange } from '../../../frame/may-change.ts';
import { useSetView, useView } from '../../../frame/use-view.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { MoneyText } from '../../../money/money-text.tsx';
import { percentText } from '../../../money/month-draft.ts';
import { MonthForm } from '../../../money/month-form.tsx';
import { AsWritten } from '../../../parts/as-written.tsx';
import { useSayPeriod } from '../../../parts/day-text.tsx';
import { PlanCell } from '../../../parts/plan-cell.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { Unknown } from '../../../parts/unknown.tsx';
import { AgeText } from '../../../reporting/age-text.tsx';
import { WhyWords } from '../../../reporting/exception-counts.tsx';
import { percentSaid, type SheetRow } from './view-model.ts';

/** A project in the month; its form opens below it. Every number leads to where it was read. */
export function MonthlyRowShown({
  row,
  month,
  department,
  columns,
  isLeadShown,
  isFirst,
}: {
  readonly row: SheetRow;
  readonly month: string;
  readonly department: Thing | null;
  readonly columns: number;
  /** Whether the row says whose it is; else the head of its group does. */
  readonly isLeadShown: boolean;
  /** Whether its project stands in no part above; its form opens here alone. */
  readonly isFirst: boolean;
}) {
  const word = useWords();
  const say = useSay();
  const { edit } = useView();
  const setView = useSetView();
  const { project, total, plan, report, monthFen, shareOfPlan, notes, why } = row;
  const share = percentSaid(shareOfPlan);
  return (
    <>
      <tr id={isFirst ? `month-${project.id}` : undefined}>
        <th scope="row">
          <ThingLink thing={project} />
          {isLeadShown ? <small className="block soft">{department ? say(department.name) : word('monthly.noLead')}</small> : null}
          {why.length > 0 ? (
            <small className="block">
              <WhyWords why={why} />
            </small>
          ) : null}
          {notes.map((note) => (
            <small key={note} className="block monthly-note">
              △ {word(`money.note.${note}`)}
            </small>
          ))}
        </th>
        <PlanCell plans={row.plans} />
        <Amount of={project} name={word('money.total')} fen={total?.fen ?? null} />
        <Amount of={project} name={word('money.thisYearPlan')} fen={plan?.fen ?? null} />
        <Amount of={project} name={word('money.completed')} fen={report?.completedFen ?? null} />
        <Amount of={project} name={word('money.thisMonth')} fen={monthFen} />
        <td className="number" data-head={word('money.share')}>
          {share ?? <Unknown />}
        </td>
        <td data-head={word('money.onSite')}>
          <OnSite report={report} />
        </td>
        <td data-head={word('money.problem')}>
          <Problem report={report} />
        </td>
        <td data-head={word('monthly.reportOf')}>
          <Given row={row} department={department} />
        </td>
      </tr>
      {isFirst && edit === `month:${project.id}` ? (
        <tr className="monthly-form">
          <td colSpan={columns}>
            <MonthForm row={row} month={month} onDone={() => setView({ edit: undefined }, { replace: true })} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

function Amount({ of, name, fen }: { readonly of: Thing; readonly name: string; readonly fen: number | null }) {
  return (
    <td className="number" data-head={name}>
      {fen === null ? <Unknown /> : <MoneyLink project={of.id} fen={fen} />}
    </td>
  );
}

/** A number leads to the money of its project, where it stands with source, day and who reported it. */
function MoneyLink({ project, fen }: { readonly project: string; readonly fen: number }): ReactNode {
  return (
    <Link to="/projects/$id" params={{ id: project }} hash="money" className="money-link">
      <MoneyText fen={fen} />
    </Link>
  );
}

function OnSite({ report }: Pick<MonthlyRow, 'report'>) {
  const say = useSay();
  if (!report) return <Unknown />;
  const words = say(report.words);
  if (report.share === null && !words) return <Unknown />;
  return (
    <>
      {report.share === null ? null : <b>{percentText(report.share)} % </b>}
      {words ? <AsWritten text={words} /> : null}
    </>
  );
}

function Problem({ report }: Pick<MonthlyRow, 'report'>) {
  const word = useWords();
  const say = useSay();
  if (!report) return <Unknown />;
  const problem = say(report.problem);
  return (
    <>
      {problem ? <AsWritten text={problem} /> : <span className="soft">{word('monthly.problemNone')}</span>}
      {report.level === 'none' ? null : <small className="block">→ {word(`level.${report.level}`)}</small>}
    </>
  );
}

/** How old the report is, that none is owed, or that it is missing and who owes it. */
function Given({ row, department }: { readonly row: SheetRow; readonly department: Thing | null }) {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const setView = useSetView();
  const mayUpdate = useMayChange('update', [department?.id ?? null]);
  const { report, before, project, isFinished } = row;
  const last = before ? <small className="block soft">{word('monthly.lastOf', { month: sayWhen(before.month) })}</small> : null;
  return (
    <>
      {report ? (
        <span className="small soft">
          <AgeText on={report.reportedOn} />
        </span>
      ) : isFinished ? (
        <span className="small soft">
          {word('monthly.finished')}
          {last}
        </span>
      ) : (
        <span className="monthly-missing">
          !{' '}
          {department ? word('monthly.owes', { who: say(department.name) }) : `${word('monthly.missing')} · ${word('monthly.owesNobody')}`}
          {last}
        </span>
      )}
      {mayUpdate ? (
        <button type="button" className="button plain no-print" onClick={() => setView({ edit: `month:${project.id}` })}>
          {word('monthly.report')}
          <span className="unseen"> {say(project.name)}</span>
        </button>
      ) : null}
    </>
  );
}
