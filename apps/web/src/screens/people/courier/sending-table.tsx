import type { CourierShown } from '@westgate/contract';
import { useTellAndSee } from '../../../api/use-write.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { RowButton } from '../../../parts/row-button.tsx';
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
  return (
    <>
      <WhyNot said="people.failed" error={again.error} />
      <div className="table-scroll">
        <table className="table stacking">
          <thead>
            <tr>
              <th scope="col">{word('courier.to')}</th>
              <th scope="col">{word('courier.day')}</th>
              <th scope="col" className="number">
                {word('courier.notices')}
              </th>
              <th scope="col">{word('courier.state')}</th>
              <th scope="col">{word('courier.at')}</th>
              <th scope="col">
                <span className="unseen">{word('courier.again')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <th scope="row">{toOf(item)}</th>
                <td data-head={word('courier.day')}>
                  <DayText on={item.day} />
                </td>
                <td className="number" data-head={word('courier.notices')}>
                  {item.notices}
                </td>
                <td data-head={word('courier.state')}>
                  {word(`courier.state.${item.state}`)}
                  {item.fault ? (
                    <>
                      {' '}
                      <small className="soft">{word(`courier.fault.${item.fault.word}`, { detail: item.fault.detail })}</small>
                    </>
                  ) : null}
                </td>
                <td data-head={word('courier.at')}>
                  {item.nextAt
                    ? word('courier.nextAt', { at: sayInstant(item.nextAt) })
                    : item.at
                      ? sayInstant(item.at)
                      : word('courier.soon')}
                </td>
                <td>
                  {item.state === 'failed' || item.state === 'unknown' ? (
                    <RowButton
                      act={word('courier.again')}
                      of={toOf(item)}
                      isBusy={again.isPending}
                      onPress={() => again.mutate({ body: { id: item.id }, key: crypto.randomUUID() })}
                    />
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
