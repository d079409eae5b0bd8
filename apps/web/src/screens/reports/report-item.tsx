import type { MonthlySince, Report } from '@westgate/contract';
import { useAsk } from '../../api/ask.ts';
import { useCheckReport } from '../../api/questions.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import { DayText } from '../../parts/day-text.tsx';
import { errorLine } from '../../parts/error-text.tsx';
import { FileLinks } from '../../parts/file-links.tsx';
import { sayWho } from '../../parts/say-deed.ts';
import { ThingLink } from '../../parts/thing-link.tsx';
import { UndoButton } from '../../parts/undo-button.tsx';
import { useMay } from '../../scope/signed-in.ts';
import { useLanguage } from '../../scope/use-view.ts';
import { paperFiles } from './view-model.ts';

/** A report: what it is, its papers, and whether it is as it was made. */
export function ReportItem({ report }: { readonly report: Report }) {
  const word = useWords();
  const say = useSay();
  const language = useLanguage();
  const mayMake = useMay()('report');
  const { number, title, month, circular, asOf, madeOn, head, hash, changed } = report;
  const name = word('report.number', { number });
  const who = sayWho(word, changed?.who);
  return (
    <li id={`report-${number}`}>
      <h3>
        {name} <span className="serif">{say(title)}</span>
      </h3>
      <p className="small soft">
        {circular ? (
          <>
            {word('circular.of')} <DayText on={circular.from} />
            {word('circular.until')}
            <DayText on={circular.to} /> ·{' '}
          </>
        ) : null}
        {word('report.dataOf')} <DayText on={asOf} /> {word('report.upTo', { seq: head.seq })} ·{' '}
        {changed ? word('report.madeBy', { who }) : word('report.cameIn')} <DayText on={madeOn} />{' '}
        {changed?.field === '*' ? word('report.frozenAs', { seq: changed.seq }) : null}
      </p>
      <FileLinks
        files={paperFiles(number, language).map(({ lang, word: paper, href }) => ({
          label: lang === null ? word(paper) : word('report.inLanguage', { paper: word(paper), language: word(`report.language.${lang}`) }),
          of: name,
          href,
        }))}
      />
      {month === null ? null : <SinceFrozen number={number} />}
      <p className="row small">
        <Check number={number} hash={hash} />
        {changed && changed.field === '*' && mayMake ? <UndoButton seq={changed.seq} /> : null}
      </p>
    </li>
  );
}

function Check({ number, hash }: { readonly number: number; readonly hash: string }) {
  const word = useWords();
  const check = useCheckReport();
  const { data, error } = check;
  return (
    <>
      <span className="hash">
        SHA-256 <code>{hash}</code>
      </span>
      <Button
        name={word('report.check')}
        of={word('report.number', { number })}
        disabled={check.isPending}
        onClick={() => check.mutate(number)}
      />
      <output>
        {data ? (
          <span className={data.ok ? '' : 'breach'}>
            {data.ok ? '✓' : '!'} {word(data.ok ? `report.head.${data.head}` : 'report.notAsMade')}
          </span>
        ) : null}
        {error ? <span className="breach">{word('report.checkFailed', { why: errorLine(word, error) })}</span> : null}
      </output>
    </>
  );
}

/** What the ledger now tells otherwise than a report that froze a month. */
function SinceFrozen({ number }: { readonly number: number }) {
  const word = useWords();
  const { data } = useAsk('monthly-since', { params: { number } });
  if (!data) return null;
  if (data.items.length === 0) return <p className="small soft">{word('monthly.unchanged')}</p>;
  return (
    <details className="since-frozen small">
      <summary>{word('monthly.changed', { count: data.items.length })}</summary>
      <ul className="lines">
        {data.items.map((item) => (
          <ChangedLine key={`${item.project.id} ${item.what}`} item={item} />
        ))}
      </ul>
    </details>
  );
}

function ChangedLine({ item: { project, what, frozen, now } }: { readonly item: MonthlySince['items'][number] }) {
  const word = useWords();
  const say = useSay();
  const said = (pair: typeof frozen): string => (pair ? say(pair) : '') || word('unknown');
  return (
    <li>
      <span>
        {what === 'gone' ? say(project.name) : <ThingLink thing={project} />} · {word(`monthly.what.${what}`)}
        {what === 'came' || what === 'gone' ? null : word('monthly.fromTo', { from: said(frozen), to: said(now) })}
      </span>
    </li>
  );
}
