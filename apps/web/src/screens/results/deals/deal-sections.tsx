import { Link } from '@tanstack/react-router';
import type { EventDeals, RecordOf } from '@westgate/contract';
import { capital, fieldsOf, keyOf, sayNumber, vocabularyName } from '@westgate/domain';
import { useEventDeals } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { SignWord, type Tone } from '../../../parts/sign-word.tsx';
import { ConfidenceBar, SourceNote } from '../../../parts/source-note.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useSayUnit } from '../../../parts/use-say-unit.ts';
import { useFieldWord } from '../../../record/form/field-words.ts';
import { PartSection } from '../../../record/form/part-form.tsx';
import { WithdrawButton } from '../../../record/form/row-acts.tsx';
import { useMayChange } from '../../../scope/may-change.ts';

type Line = EventDeals['deals'][number];

const SIGNS: Readonly<Record<Line['standing'], readonly [sign: string, tone?: Tone]>> = {
  realised: ['✓'],
  'under-way': ['◐'],
  signed: ['○'],
  'not-known': ['?', 'soft'],
  'fallen-through': ['×', 'warn'],
};

/** How a deal stands by its last step. */
function DealWord({ standing }: { readonly standing: Line['standing'] }) {
  const say = useSay();
  const [sign, tone] = SIGNS[standing];
  return <SignWord sign={sign} word={say(capital(vocabularyName('dealStanding', standing)))} tone={tone} />;
}

/** On the page of an event and in its room: what was agreed on at it, how each deal stands, what that comes to, and the way to one more. */
export function DealsSection({ event }: { readonly event: string }) {
  const word = useWords();
  const mayAdd = useMayChange('update', 'any');
  return (
    <section className="section" aria-labelledby="deals">
      <h2 id="deals">{word('deals.title')}</h2>
      <Await query={useEventDeals(event)}>{(found) => <Shown found={found} />}</Await>
      {mayAdd ? (
        <p className="part-start no-print">
          <Link className="button" to="/new/$noun" params={{ noun: 'deal' }} search={{ sel: `event:${event}` }}>
            {word('deals.add')}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

function Shown({ found: { deals, totals } }: { readonly found: EventDeals }) {
  const word = useWords();
  const field = useFieldWord('deal');
  if (deals.length === 0) return <p className="small soft">{word('deals.none')}</p>;
  const columns: readonly TableColumn<Line>[] = [
    { head: word('deals.deal'), isRowHead: true, headed: 'bare', of: (line) => <NameAndParties line={line} /> },
    {
      head: word('deals.status'),
      of: ({ standing, since }) => (
        <>
          <DealWord standing={standing} />
          {since === null ? null : (
            <small className="block soft">
              <DayText on={since} />
            </small>
          )}
        </>
      ),
    },
    { head: field('amount'), isNumber: true, of: (line) => <AmountText amount={line.amount} line={line} /> },
    { head: word('deals.realised'), isNumber: true, of: (line) => <Realised line={line} /> },
    { head: field('industry'), of: ({ industry }) => (industry ? <ThingLink thing={industry} /> : <Unknown />) },
    { head: field('follow_up_on'), of: (line) => <FollowUp line={line} /> },
    { head: word('figures.source'), of: ({ source }) => <SourceNote source={source} /> },
  ];
  return (
    <>
      <Totals totals={totals} />
      <Table columns={columns} rows={deals} keyOf={({ deal }) => deal.id} />
    </>
  );
}

function NameAndParties({ line: { deal, parties } }: { readonly line: Line }) {
  const say = useSay();
  const said = say(parties);
  return (
    <>
      <ThingLink thing={deal} />
      {said ? <small className="block soft">{said}</small> : null}
    </>
  );
}

/** What the deals come to: how many, then a line of sums for each unit, with what is not known counted apart. */
function Totals({ totals }: { readonly totals: EventDeals['totals'] }) {
  const word = useWords();
  const sayUnit = useSayUnit();
  const { count, signed, realised, fallenThrough, notKnown, signedWithoutAmount, realisedWithoutAmount, amounts } = totals;
  return (
    <>
      <p className="deals-finding">{word('deals.finding', { count, signed, realised, fallenThrough, notKnown })}</p>
      {amounts.map((sum) => (
        <p key={sayUnit(sum.unitName)} className="deals-sum">
          {word('deals.sum', {
            signed: sayNumber(sum.signed),
            realised: sayNumber(sum.realised),
            fallen: sayNumber(sum.fallenThrough),
            unit: sayUnit(sum.unitName),
          })}
        </p>
      ))}
      {signedWithoutAmount + realisedWithoutAmount === 0 ? null : (
        <p className="note">{word('deals.withoutAmount', { signed: signedWithoutAmount, realised: realisedWithoutAmount })}</p>
      )}
    </>
  );
}

function AmountText({ amount, line: { unitName, amountPeriod } }: { readonly amount: number | null; readonly line: Line }) {
  const sayUnit = useSayUnit();
  if (amount === null) return <Unknown />;
  return (
    <span className="nowrap">
      <b>{sayNumber(amount)}</b> {unitName ? <small className="soft">{sayUnit(unitName)}</small> : null}
      {amountPeriod === null ? null : (
        <small className="block soft">
          <DayText on={amountPeriod} />
        </small>
      )}
    </span>
  );
}

/** What was realised. Of what was only signed nothing is recorded, which is told otherwise than an amount that is not known. */
function Realised({ line }: { readonly line: Line }) {
  const word = useWords();
  const sayUnit = useSayUnit();
  const { realised, standing, unitName } = line;
  if (realised !== null)
    return (
      <span className="nowrap">
        <b>{sayNumber(realised)}</b> {unitName ? <small className="soft">{sayUnit(unitName)}</small> : null}
      </span>
    );
  return standing === 'realised' ? <Unknown /> : <span className="soft">{word('deals.nothingRecorded')}</span>;
}

function FollowUp({ line: { followUpOn, isFollowUpDue, owner } }: { readonly line: Line }) {
  const word = useWords();
  const say = useSay();
  const none = fieldsOf('deal').follow_up_on?.none;
  return (
    <>
      {followUpOn === null ? <span className="soft">{none ? say(none) : null}</span> : <DayText on={followUpOn} />}{' '}
      {isFollowUpDue ? <SignWord sign="!" word={word('deals.followUpDue')} tone="bad" /> : null}
      {owner ? (
        <small className="block">
          <ThingLink thing={owner} />
        </small>
      ) : null}
    </>
  );
}

type Deal = RecordOf<'deal'>;

/** On the page of a deal: its dated steps, from which its status follows, and where they are recorded. */
export function DealSteps({ deal }: { readonly deal: Deal }) {
  const word = useWords();
  const say = useSay();
  const sayUnit = useSayUnit();
  const field = useFieldWord('deal_step');
  const { id, name, steps, unitName, isFollowUpDue } = deal;
  const names = fieldsOf('deal_step').what?.names ?? {};
  const columns: readonly TableColumn<Deal['steps'][number]>[] = [
    { head: field('on'), isRowHead: true, of: ({ on }) => <DayText on={on} /> },
    { head: field('what'), of: ({ what }) => say(capital(names[what] ?? { zh: what, en: what })) },
    {
      head: field('realised'),
      beside: unitName ? <small> {sayUnit(unitName)}</small> : null,
      isNumber: true,
      of: ({ realised }) => (realised === null ? <span className="soft">{word('deals.nothingRecorded')}</span> : sayNumber(realised)),
    },
    { head: word('figures.source'), of: ({ source }) => <SourceNote source={source} /> },
    { head: word('confidence'), of: ({ confidence }) => <ConfidenceBar confidence={confidence} /> },
    { head: word('record.note'), headed: 'bare', className: 'soft', of: ({ note }) => say(note) },
    {
      head: word('part.withdraw'),
      headed: 'unseen',
      of: ({ on, what, rev }) => (
        <WithdrawButton
          edit={{ action: 'withdraw', table: 'deal_step', key: keyOf('deal_step', { deal: id, on, what }), rev }}
          name={`${say(name)} ${on}`}
        />
      ),
    },
  ];
  return (
    <section className="section" aria-labelledby="deal-steps">
      <h2 id="deal-steps">{word('deals.steps')}</h2>
      {isFollowUpDue ? (
        <p>
          <SignWord sign="!" word={word('deals.followUpDue')} tone="bad" />
        </p>
      ) : null}
      {steps.length === 0 ? (
        <EmptyState>{word('deals.noSteps')}</EmptyState>
      ) : (
        <Table columns={columns} rows={[...steps].reverse()} keyOf={({ on, what }) => `${on} ${what}`} />
      )}
      <PartSection kind="deal_step" of={{ deal: id }} />
    </section>
  );
}
