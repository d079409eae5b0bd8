import type { CourierShown } from '@westgate/contract';
import { useAsk } from '../../../api/ask.ts';
import { useTellAndSee } from '../../../api/use-write.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { Button } from '../../../parts/button.tsx';
import { DayText, useSayInstant } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { WhyNot } from '../../../parts/error-text.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ChatForm } from './chat-form.tsx';

/** How reminders leave the house: by what, when not, to which chats, and what could not be sent. */
export function CourierSection() {
  const word = useWords();
  return (
    <section className="section" aria-labelledby="courier">
      <h2 id="courier">{word('courier.title')}</h2>
      <Await query={useAsk('courier')}>
        {(courier) =>
          courier.isOn ? (
            <>
              <CourierFacts courier={courier} />
              {courier.items.length === 0 ? <EmptyState>{word('courier.nothing')}</EmptyState> : <SendingTable items={courier.items} />}
              <ChatForm chats={courier.chats} />
            </>
          ) : (
            <p>{word('courier.off')}</p>
          )
        }
      </Await>
    </section>
  );
}

function CourierFacts({ courier }: { readonly courier: CourierShown }) {
  const word = useWords();
  const { mailWay, mailServer, quiet, counts } = courier;
  const stuck = counts.failed + counts.unknown;
  return (
    <>
      <p className="small courier-facts">
        {mailWay === 'server' ? word('courier.byServer', { server: mailServer ?? '' }) : word(`courier.by.${mailWay}`)}{' '}
        {word(quiet.from === quiet.to ? 'courier.quietDays' : quiet.isNow ? 'courier.quietNow' : 'courier.quiet', {
          from: quiet.from,
          to: quiet.to,
        })}
      </p>
      <p className={stuck > 0 ? 'small courier-facts breach' : 'small courier-facts'}>
        {word('courier.counts', { sent: counts.sent, waiting: counts.waiting + counts.sending, stuck })}
      </p>
    </>
  );
}

/** What was sent and what was not, what wants looking at first. */
function SendingTable({ items }: { readonly items: CourierShown['items'] }) {
  const word = useWords();
  const say = useSay();
  const sayInstant = useSayInstant();
  const again = useTellAndSee('send-again');
  const toOf = ({ to, name, department }: CourierShown['items'][number]): string => {
    if (to === 'person') return name ?? word('people.erased');
    const whose = to === 'office' ? word('role.programme-office') : department ? say(department.name) : word('unknown');
    return word('courier.chatOf', { whose });
  };
  const columns: readonly TableColumn<CourierShown['items'][number]>[] = [
    { head: word('courier.to'), isRowHead: true, of: toOf },
    { head: word('asOf.day'), of: ({ day }) => <DayText on={day} /> },
    { head: word('courier.notices'), isNumber: true, of: ({ notices }) => notices },
    {
      head: word('verdict.name'),
      of: ({ state, fault }) => (
        <>
          {word(`courier.state.${state}`)}
          {fault ? (
            <>
              {' '}
              <small className="soft">{word(`courier.fault.${fault.word}`, { detail: fault.detail })}</small>
            </>
          ) : null}
        </>
      ),
    },
    {
      head: word('courier.at'),
      of: ({ nextAt, at }) => (nextAt ? word('courier.nextAt', { at: sayInstant(nextAt) }) : at ? sayInstant(at) : word('courier.soon')),
    },
    {
      head: word('courier.again'),
      headed: 'unseen',
      of: (item) =>
        item.state === 'failed' || item.state === 'unknown' ? (
          <Button
            look="plain"
            name={word('courier.again')}
            of={toOf(item)}
            disabled={again.isPending}
            onClick={() => again.mutate({ body: { id: item.id }, key: crypto.randomUUID() })}
          />
        ) : null,
    },
  ];
  return (
    <>
      <WhyNot said="people.failed" error={again.error} />
      <Table columns={columns} rows={items} keyOf={({ id }) => id} />
    </>
  );
}
