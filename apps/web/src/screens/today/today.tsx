import { Link } from '@tanstack/react-router';
import { isDay } from '@westgate/base';
import type { Today as TodayAnswer } from '@westgate/contract';
import { sayWeekday, vocabulary } from '@westgate/domain';
import { useState } from 'react';
import type { AsksFirst } from '../../api/asks-first.ts';
import { useEdits } from '../../api/edits.ts';
import { useToday } from '../../api/questions.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { AimLines } from '../../parts/aim-mark.tsx';
import { Await } from '../../parts/await.tsx';
import { DepartmentSelect } from '../../parts/combo-field.tsx';
import { WhyNot } from '../../parts/error-text.tsx';
import { Select } from '../../parts/select.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { useMayChange } from '../../scope/may-change.ts';
import { useSignedIn } from '../../scope/signed-in.ts';
import { useSetView, useView } from '../../scope/use-view.ts';
import type { ViewSearch } from '../../scope/view-search.ts';
import { MatterLine } from '../../supervision/matter-line.tsx';
import { ReportRows } from './report-rows.tsx';
import { TodayGates } from './today-gates.tsx';
import { TodaySide } from './today-side.tsx';

/** Rows of what is to be reported that are shown at first, and more at a time. */
const ROWS = 40;
/** In the address: all departments, for one who belongs to one. */
const ALL = 'all';

const OFFERED = vocabulary.CADENCES.filter((cadence) => cadence !== 'none');

type Cadence = (typeof OFFERED)[number];

/** The day at the office: three aims, what is to be reported in one row each, what wants looking at, what changed, what comes near. */
export function Today() {
  const word = useWords();
  const say = useSay();
  const view = useView();
  const { mine, plan, asOf } = view;
  const setView = useSetView();
  const me = useSignedIn();
  const own = me?.department ?? undefined;
  const [limit, setLimit] = useState(ROWS);
  const whose = whoseDay(view, me);
  const { department, person } = whose;
  const today = useToday({ ...whose, limit });
  useTitle(word('screen.today'));
  return (
    <div className="today">
      <Await query={today}>
        {(found) => (
          <>
            <div className="today-main">
              <header className="today-head">
                <h1>{isDay(found.asOf) ? say(sayWeekday(found.asOf)) : found.asOf}</h1>
                <span className="row">
                  {me ? (
                    <label className="tick small">
                      <input
                        type="checkbox"
                        checked={mine !== undefined}
                        onChange={({ target }) => setView({ mine: target.checked ? '1' : undefined }, { replace: true })}
                      />
                      <span>{word('today.mine')}</span>
                    </label>
                  ) : null}
                  <DepartmentSelect value={department} />
                </span>
              </header>
              <AimLines brief={found} />
              <TodayMatters today={found} />
              <TodayGates today={found} />
              {found.rules.length === 0 ? (
                <AskReports />
              ) : (
                <ReportRows key={`${department} ${person} ${plan} ${asOf}`} today={found} onMore={() => setLimit(limit + ROWS)} />
              )}
            </div>
            <TodaySide today={found} />
          </>
        )}
      </Await>
    </div>
  );
}

/** What the screen asks first. */
export const asksFirst: AsksFirst = (view, me) => ({
  name: 'today',
  asked: { query: { ...(view.asOf ? { asOf: view.asOf } : {}), ...whoseDay(view, me), limit: ROWS } },
});

/** Whose day is shown: that of one department or of all, or of what one answers for oneself. */
function whoseDay({ department, mine }: ViewSearch, me: ReturnType<typeof useSignedIn>) {
  return {
    department: department === ALL ? undefined : (department ?? me?.department ?? undefined),
    person: mine && me ? me.id : undefined,
  };
}

/** Where nobody is asked for reports yet: how often they shall be asked for, from today on. */
function AskReports() {
  const { district } = useDistrictFrame();
  const word = useWords();
  const edits = useEdits();
  const mayAsk = useMayChange('edit-all');
  const [cadence, setCadence] = useState<Cadence>('monthly');
  const ask = (who: string): void =>
    edits.mutate({
      who,
      reason: '',
      key: crypto.randomUUID(),
      edits: (['project', 'commitment'] as const).map((kind) => ({
        action: 'create' as const,
        table: 'update_rule' as const,
        fields: { subject_kind: kind, cadence, asked_from: district.today, near_days: 3, window_days: 1, escalate_days: 5 },
      })),
    });
  if (!mayAsk) return null;
  return (
    <section aria-labelledby="ask-reports" className="empty">
      <h2 id="ask-reports" className="today-title">
        {word('today.reports')}
      </h2>
      <p>{word('ask.lead')}</p>
      <div className="row">
        <label className="small">
          {word('ask.cadence')}{' '}
          <Select value={cadence} options={OFFERED.map((each) => [each, word(`cadence.${each}`)])} onChoose={setCadence} />
        </label>
        <ActButton name={word('ask.act')} className="button filled" isBusy={edits.isPending} onAct={ask} />
      </div>
      <WhyNot said="reporting.failed" error={edits.error} />
    </section>
  );
}

/** Matters under supervision whose next step is owed: to be signed for, reported on, verified or closed. Nothing where none is. */
function TodayMatters({ today: { matters, matterCount, department } }: { readonly today: TodayAnswer }) {
  const word = useWords();
  if (matters.length === 0) return null;
  return (
    <section aria-labelledby="today-matters">
      <h2 id="today-matters" className="today-title">
        {word('matter.today')} <small>{matterCount}</small>
        <Link to="/supervision" className="small" search={(before: ViewSearch) => ({ ...before, department: department?.id })}>
          {word('matter.todayAll')}
        </Link>
      </h2>
      <ul className="matter-list">
        {matters.map((matter) => (
          <MatterLine key={matter.id} matter={matter} />
        ))}
      </ul>
    </section>
  );
}
