import type { Calendars, Edit } from '@westgate/contract';
import { useAsk, useAskAll } from '../../api/ask.ts';
import { useEdits } from '../../api/edits.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { ErrorText } from '../../parts/error-text.tsx';
import { UndoButton } from '../../parts/undo-button.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { ReportRules } from './report-rules.tsx';
import { SettingsForm } from './settings-form.tsx';

/** The district itself: name, frame, languages, axes, units, notice. */
export function Settings() {
  const word = useWords();
  const say = useSay();
  const { district } = useDistrictFrame();
  useTitle(word('settings.title'));
  return (
    <div className="start">
      <div className="start-main">
        <h1>{word('settings.title')}</h1>
        <p className="start-held">
          {say(district.name)} <span className="soft">· {district.id}</span>
        </p>
        <SettingsForm />
        <ReportRules />
        <CalendarSection />
      </div>
    </div>
  );
}

/** The working calendar: which calendars came with Westgate, and taking one into the district with its notices as sources. */
function CalendarSection() {
  const word = useWords();
  const say = useSay();
  const calendars = useAsk('calendars').data?.items ?? [];
  const sources = useAskAll('sources').data;
  const edits = useEdits();
  if (!sources || calendars.length === 0) return null;
  return (
    <section className="section" aria-labelledby="calendar">
      <h2 id="calendar">{word('calendar.title')}</h2>
      <p className="small soft">{word('calendar.lead')}</p>
      <ul className="lines">
        {calendars.map((calendar) => (
          <li key={calendar.id} className="row">
            <span>{say(calendar.name)}</span>
            <span className="soft small">{word('calendar.days', { count: calendar.days.length })}</span>
            {calendar.sources.every(({ id }) => sources.some((source) => source.id === id)) && !edits.data ? (
              <span className="small">✓ {word('calendar.taken')}</span>
            ) : edits.data ? (
              <UndoButton seq={edits.data.seq} />
            ) : (
              <ActButton
                name={word('calendar.take')}
                className="button"
                isBusy={edits.isPending}
                onAct={(who) =>
                  edits.mutate({
                    who,
                    reason: '',
                    key: crypto.randomUUID(),
                    edits: takingOf(calendar, new Set(sources.map(({ id }) => id))),
                  })
                }
              />
            )}
          </li>
        ))}
      </ul>
      {edits.error ? (
        <p role="alert" className="small breach">
          <ErrorText error={edits.error} />
        </p>
      ) : null}
    </section>
  );
}

/** The edits that take a calendar in: the notices that are not held yet, and its days of those notices. */
function takingOf({ sources, days }: Calendars['items'][number], held: ReadonlySet<string>): readonly Edit[] {
  const missing = sources.filter(({ id }) => !held.has(id));
  return [
    ...missing.map((fields) => ({ action: 'create', table: 'source', fields }) as const),
    ...days
      .filter(({ source }) => missing.some(({ id }) => id === source))
      .map((fields) => ({ action: 'create', table: 'calendar_day', fields }) as const),
  ];
}
