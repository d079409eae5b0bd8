import { Link } from '@tanstack/react-router';
import type { Reporting, ReportRow } from '@westgate/contract';
import { useRef, useState } from 'react';
import { useAddEvidence } from '../api/evidence-draft.ts';
import { useTellAndSee } from '../api/use-write.ts';
import { useSay, useWords } from '../messages/words.ts';
import { ActButton } from '../parts/act-button.tsx';
import { AimMark } from '../parts/aim-mark.tsx';
import { AsWritten } from '../parts/as-written.tsx';
import { Button } from '../parts/button.tsx';
import { DayText, StateAge } from '../parts/day-text.tsx';
import { errorLine } from '../parts/error-text.tsx';
import { StateWord } from '../parts/state-word.tsx';
import { pageOf, ThingLink } from '../parts/thing-link.tsx';
import { UndoButton } from '../parts/undo-button.tsx';
import { useDistrictFrame } from '../scope/district-context.ts';
import { useMayChange } from '../scope/may-change.ts';
import { useOffer } from '../scope/offers.ts';
import { ReportForm, type UpdateDraft, unchangedOf } from './report-form.tsx';
import { AgeText } from './year-notes.tsx';

/** Characters of the title of a file. */
const MOST_TITLE = 200;

const SIGNS = { given: '✓', ahead: '', near: '△', due: '△', open: '△', late: '△', overdue: '!', stale: '!' } as const;

/** A row to report on: what was said last and how old it is, "no change" in one press, or what changed; what was just sent can be taken back. */
export function ReportItem({
  row,
  isOpen,
  onOpen,
  onSend,
  isAsItWas = false,
  isNamed = true,
}: {
  readonly row: ReportRow;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** Is told that it is reported here. */
  readonly onSend?: () => void;
  /** Whether the row is as it was before it was reported: what it says of reports is past. */
  readonly isAsItWas?: boolean;
  /** Whether the record is named: not on its own page. */
  readonly isNamed?: boolean;
}) {
  const word = useWords();
  const say = useSay();
  const report = useTellAndSee('report-updates');
  const evidence = useAddEvidence();
  const item = useRef<HTMLLIElement>(null);
  const { district } = useDistrictFrame();
  const mayUpdate = useMayChange('update', [row.department?.id ?? null]);
  useOffer(isNamed || !mayUpdate ? null : { id: 'report-updates', text: word('action.report-updates'), act: () => onOpen(true) });
  const [sent, setSent] = useState<{ readonly seq: number; readonly isFinished: boolean } | null>(null);
  const { thing, department, reporting } = row;
  const addFile = (draft: UpdateDraft, who: string, file: File): void => {
    const words = (draft.words?.zh ?? draft.words?.en ?? file.name).slice(0, MOST_TITLE);
    const title = draft.words?.en ? { titleEn: words } : { titleZh: words };
    const fields = { subjectKind: thing.kind, subjectId: thing.id, on: district.today, who, ...title };
    evidence.mutate({ file, fields, key: crypto.randomUUID() });
  };
  const send = (draft: UpdateDraft | null, who: string, file: File | null = null): void => {
    if (!draft) return;
    // Before it is sent: once it is, the row may be among others.
    onSend?.();
    report.mutate(
      { body: { updates: [draft], who }, key: crypto.randomUUID() },
      {
        onSuccess: ({ seq }) => {
          setSent({ seq, isFinished: draft.step === 'finished' });
          onOpen(false);
          item.current?.focus();
          if (file) addFile(draft, who, file);
        },
      },
    );
  };
  const isNow = reporting.standing?.name === 'given';
  return (
    <li ref={item} tabIndex={-1} className={isOpen ? 'update-item open' : 'update-item'} data-report={`${thing.kind}:${thing.id}`}>
      {isNamed ? (
        <>
          <AimMark aim={row.aim} />
          <p className="update-name quiet-links">
            <ThingLink thing={thing} />
            <span className="soft small">
              {department ? say(department.name) : word('gap.no-owner')} {isAsItWas ? null : <StandingWord reporting={reporting} />}
            </span>
          </p>
        </>
      ) : (
        <p className="update-name quiet-links">
          <StandingWord reporting={reporting} />
        </p>
      )}
      <p className="update-last small">
        {isNamed ? (
          <span className="update-state">
            <StateWord state={row.state.name} /> <span className="soft">{say(row.state.tail)}</span> <StateAge state={row.state} />
          </span>
        ) : null}
        {isAsItWas ? null : <LastSaid reporting={reporting} />}
        {sent?.isFinished ? (
          <Link {...pageOf(thing.kind === 'commitment' ? 'commitment' : 'project', thing.id)} search={{ record: '1' }}>
            {word('reporting.recordFinish')}
          </Link>
        ) : null}
      </p>
      <div className="update-acts">
        {sent ? (
          <>
            <span className="small">✓ {word('reporting.sent')}</span> <UndoButton key={sent.seq} seq={sent.seq} />
          </>
        ) : mayUpdate ? (
          <ActButton
            mark="unchanged"
            name={word(isNow ? 'reporting.stillTrue' : 'reporting.unchanged')}
            className={isNow ? 'button plain' : 'button'}
            isBusy={report.isPending}
            onAct={(who) => send(unchangedOf(thing), who)}
          >
            {say(thing.name)}
          </ActButton>
        ) : null}
        {mayUpdate ? (
          <Button
            look="plain"
            name={word('reporting.changed')}
            of={say(thing.name)}
            aria-expanded={isOpen}
            onClick={() => onOpen(!isOpen)}
          />
        ) : null}
      </div>
      {isOpen && thing.kind === 'project' && isNamed ? (
        <p className="small update-month">
          <Link to="/projects/$id" params={{ id: thing.id }} search={{ edit: 'month' }} hash="money">
            {word('money.reportMonth')}
          </Link>
        </p>
      ) : null}
      {isOpen ? <ReportForm row={row} isBusy={report.isPending} onReport={send} onClose={() => onOpen(false)} /> : null}
      {evidence.isPending || evidence.isSuccess ? (
        <p role="status" className="small update-error">
          {word(evidence.isPending ? 'reporting.fileGoing' : 'reporting.fileKept')}
        </p>
      ) : null}
      {evidence.error ? (
        <p role="alert" className="small breach update-error">
          {word('reporting.fileFailed', { why: errorLine(word, evidence.error) })}
        </p>
      ) : null}
      {report.error ? (
        <p role="alert" className="small breach update-error">
          {word('reporting.failed', { why: errorLine(word, report.error) })}
        </p>
      ) : null}
    </li>
  );
}

/** What was last reported, with its age: how far it is, when it is expected, whom it waits for, in the owner's words. */
function LastSaid({ reporting: { last } }: { readonly reporting: Reporting }) {
  const word = useWords();
  const say = useSay();
  if (!last) return <span className="soft">{word('reporting.never')}</span>;
  const { step, forecastOn, waitsFor, words, on, outside } = last;
  const [said, body] = [say(words), say(outside)];
  return (
    <span className="last-said">
      {step ? <b>{word(`step.${step}`)}</b> : null}
      {forecastOn ? (
        <span>
          {word('reporting.expected')} <DayText on={forecastOn} />
        </span>
      ) : null}
      {waitsFor ? (
        <span>
          {word('reporting.waitsFor')} <ThingLink thing={waitsFor} />
        </span>
      ) : null}
      {said ? <AsWritten text={said} /> : null}
      {step || forecastOn || waitsFor || said ? null : <span>{word('reporting.unchangedOnly')}</span>}
      <span className="soft">
        {body ? word('reporting.byOutside', { body }) : word('reporting.on')} <AgeText on={on} />
      </span>
    </span>
  );
}

/** How a record stands with its reports, as a sign and words: amber when the day is near or past, crimson past the reply window. */
function StandingWord({ reporting: { standing } }: { readonly reporting: Reporting }) {
  const word = useWords();
  if (!standing) return null;
  const { name, dueOn, lateBy, windowEnds } = standing;
  return (
    <span className={`standing standing-${name}`}>
      <span aria-hidden="true">{SIGNS[name]} </span>
      {word(`standing.${name}`, { late: lateBy })} {name === 'near' || name === 'given' || name === 'ahead' ? <DayText on={dueOn} /> : null}
      {name === 'late' || name === 'open' ? <DayText on={windowEnds} /> : null}
    </span>
  );
}
