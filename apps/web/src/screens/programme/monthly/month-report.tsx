import type { MonthlySheet } from '@westgate/contract';
import { fileAddress } from '../../../api/client.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { useSayPeriod } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { FileLinks } from '../../../parts/file-links.tsx';
import { WithdrawButton } from '../../../record/form/row-acts.tsx';
import { useScope } from '../../../scope/district-context.ts';
import { useMayChange } from '../../../scope/may-change.ts';
import { useLanguage, useSetView, useView } from '../../../scope/use-view.ts';
import { ReportItem } from '../../reports/report-item.tsx';
import { FreezeForm } from './freeze-form.tsx';
import { TemplateForm } from './template-form.tsx';

/** The sheet as a file, the reports that froze this month, and the act that freezes it. */
export function MonthReport({ sheet, department }: { readonly sheet: MonthlySheet; readonly department: string | undefined }) {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const language = useLanguage();
  const setView = useSetView();
  const { edit } = useView();
  const mayEdit = useMayChange('edit-all');
  const say = useSay();
  const scope = useScope();
  const { month, frozen, templates } = sheet;
  const hrefOf = (template?: string): string =>
    fileAddress('monthly-xlsx', { query: { ...scope, month, department, lang: language, template } });
  return (
    <section className="section no-print" aria-labelledby="month-report">
      <h2 id="month-report">{word('monthly.reportTitle', { month: sayWhen(month) })}</h2>
      <p className="row">
        <FileLinks files={[{ label: word('monthly.file'), href: hrefOf() }]} />
        {mayEdit ? <Button look="plain" name={word('monthly.newTemplate')} onClick={() => setView({ edit: 'new:template' })} /> : null}
        <span className="small soft">{word('monthly.whole')}</span>
      </p>
      {templates.length === 0 ? null : (
        <ul className="lines template-list">
          {templates.map(({ id, name, rev }) => (
            <li key={id}>
              <FileLinks files={[{ label: say(name) || id, of: word('monthly.file'), href: hrefOf(id) }]} />
              <WithdrawButton edit={{ action: 'withdraw', table: 'recipe', key: id, rev }} name={say(name) || id} />
            </li>
          ))}
        </ul>
      )}
      {edit === 'new:template' && mayEdit ? <TemplateForm onDone={() => setView({ edit: undefined }, { replace: true })} /> : null}
      {frozen.length === 0 ? (
        <EmptyState>{word('monthly.notFrozen')}</EmptyState>
      ) : (
        <ul className="lines report-list">
          {frozen.map((report) => (
            <ReportItem key={report.number} report={report} />
          ))}
        </ul>
      )}
      {!mayEdit ? null : edit === 'freeze' ? (
        <FreezeForm key={`${month} ${scope.plan ?? ''}`} sheet={sheet} onDone={() => setView({ edit: undefined }, { replace: true })} />
      ) : (
        <p className="row part-start">
          <Button name={word('monthly.freezeOf', { month: sayWhen(month) })} onClick={() => setView({ edit: 'freeze' })} />
        </p>
      )}
    </section>
  );
}
