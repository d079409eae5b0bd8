import type { CourierShown } from '@westgate/contract';
import { useTellAndSee } from '../../../api/use-write.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { RowButton } from '../../../parts/row-button.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { useSayInstant } from '../../../parts/use-say-instant.ts';
import { WhyNot } from '../../../parts/why-not.tsx';

/** What was sent and what was not, what wants looking at first. */
export function SendingTable({ items }: { readonly items: CourierShown['items'] }) {
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
    { head: word('courier.day'), of: ({ day }) => <DayText on={day} /> },
    { head: word('courier.notices'), isNumber: true, of: ({ notices }) => notices },
    {
      head: word('courier.state'),
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
          <RowButton
            act={word('courier.again')}
            of={toOf(item)}
            isBusy={again.isPending}
            onPress={() => again.mutate({ body: { id: item.id }, key: crypto.randomUUID() })}
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
