import { Link } from '@tanstack/react-router';
import type { OutputLine, RecordOf } from '@westgate/contract';
import { keyOf, sayNumber } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { ConfidenceBar, SourceNote } from '../../../parts/source-note.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useSayUnit } from '../../../parts/use-say-unit.ts';
import { useFieldWord } from '../../../record/form/field-words.ts';
import { PartSection } from '../../../record/form/part-form.tsx';
import { WithdrawButton } from '../../../record/form/row-acts.tsx';
import { useMayChange } from '../../../scope/may-change.ts';
import { DeliveredText, OutputWord } from './chain-words.tsx';

/** On the page of a project: what it makes, how much of it was delivered, and the way to one more. Nothing where there is neither. */
export function OutputsSection({ project, outputs }: { readonly project: string; readonly outputs: readonly OutputLine[] }) {
  const word = useWords();
  const field = useFieldWord('output');
  const mayAdd = useMayChange('edit');
  const columns: readonly TableColumn<OutputLine>[] = [
    { head: word('chain.output'), isRowHead: true, headed: 'bare', of: ({ output }) => <ThingLink thing={output} /> },
    { head: word('chain.status'), of: ({ standing }) => <OutputWord standing={standing} /> },
    { head: word('chain.delivered'), isNumber: true, of: (line) => <DeliveredText line={line} /> },
    { head: field('due_on'), of: ({ dueOn }) => (dueOn ? <DayText on={dueOn} /> : <Unknown />) },
    { head: word('chain.reachedOn'), of: ({ reachedOn }) => (reachedOn ? <DayText on={reachedOn} /> : word('chain.notYet')) },
    { head: word('figures.source'), of: ({ source }) => <SourceNote source={source} /> },
    { head: word('confidence'), of: ({ confidence }) => <ConfidenceBar confidence={confidence} /> },
  ];
  return (
    <section className="section" aria-labelledby="outputs">
      <h2 id="outputs">
        {word('chain.outputs')} <small>{outputs.length > 0 ? outputs.length : ''}</small>
      </h2>
      {outputs.length === 0 ? (
        <p className="small soft">{word('chain.noOutputs')}</p>
      ) : (
        <Table columns={columns} rows={outputs} keyOf={({ output }) => output.id} />
      )}
      {mayAdd ? (
        <p className="part-start no-print">
          <Link className="button" to="/new/$noun" params={{ noun: 'output' }} search={{ sel: `project:${project}` }}>
            {word('chain.addOutput')}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

type Output = RecordOf<'output'>;

/** On the page of an output: how much was delivered up to which days, and where that is recorded. */
export function DeliveriesSection({ output }: { readonly output: Output }) {
  const word = useWords();
  const say = useSay();
  const sayUnit = useSayUnit();
  const field = useFieldWord('delivery');
  const { id, name, deliveries, unitName } = output;
  const columns: readonly TableColumn<Output['deliveries'][number]>[] = [
    { head: field('on'), isRowHead: true, of: ({ on }) => <DayText on={on} /> },
    {
      head: field('quantity'),
      beside: <small> {sayUnit(unitName)}</small>,
      isNumber: true,
      of: ({ quantity }) => sayNumber(quantity),
    },
    { head: field('evidence'), of: ({ evidence }) => say(evidence) || <Unknown /> },
    { head: word('figures.source'), of: ({ source }) => <SourceNote source={source} /> },
    { head: word('confidence'), of: ({ confidence }) => <ConfidenceBar confidence={confidence} /> },
    { head: word('record.note'), headed: 'bare', className: 'soft', of: ({ note }) => say(note) },
    {
      head: word('part.withdraw'),
      headed: 'unseen',
      of: ({ on, rev }) => (
        <WithdrawButton
          edit={{ action: 'withdraw', table: 'delivery', key: keyOf('delivery', { output: id, on }), rev }}
          name={`${say(name)} ${on}`}
        />
      ),
    },
  ];
  return (
    <section className="section" aria-labelledby="deliveries">
      <h2 id="deliveries">{word('chain.deliveries')}</h2>
      {deliveries.length === 0 ? (
        <EmptyState>{word('chain.noDeliveries')}</EmptyState>
      ) : (
        <Table columns={columns} rows={[...deliveries].reverse()} keyOf={({ on }) => on} />
      )}
      <PartSection kind="delivery" of={{ output: id }} />
    </section>
  );
}
