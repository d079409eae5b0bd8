import type { CourierShown } from '@westgate/contract';
import { useAsk } from '../../../api/ask.ts';
import { useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ChatForm } from './chat-form.tsx';
import { SendingTable } from './sending-table.tsx';

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
