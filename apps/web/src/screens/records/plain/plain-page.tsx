import { getRouteApi } from '@tanstack/react-router';
import type { PlainRecord } from '@westgate/contract';
import { isThing, PLAIN_KINDS, PLURALS, type PlainKind } from '@westgate/domain';
import { useAsk } from '../../../api/ask.ts';
import { usePlain } from '../../../api/questions.ts';
import { CellText } from '../../../list/list-cell.tsx';
import { useSayHead } from '../../../list/use-say-cell.ts';
import { Await } from '../../../parts/await.tsx';
import { MissingPage } from '../../../parts/error-state.tsx';
import { Fact } from '../../../parts/fact.tsx';
import { NounLinks } from '../../../parts/noun-links.tsx';
import { AwaitRecord } from '../../../record/page/await-record.tsx';
import { FiguresTable } from '../../../record/page/figures-table.tsx';
import { HistoryList } from '../../../record/page/history-list.tsx';
import { NounPage } from '../../../record/page/noun-page.tsx';
import { useScope } from '../../../scope/district-context.ts';

const route = getRouteApi('/$nouns/$id');

/** What the head of the page tells already, and what its sections do. */
const APART: ReadonlySet<string> = new Set(['id', 'name', 'plan', 'under', 'visibility']);

/** The page of a record whose kind has no page of its own: it follows from the table. */
export function PlainPage() {
  const { nouns, id } = route.useParams();
  const kind = PLAIN_KINDS.find((each) => PLURALS[each] === nouns);
  return kind === undefined ? <MissingPage /> : <OneRecord key={`${kind}:${id}`} kind={kind} id={id} />;
}

function OneRecord({ kind, id }: { readonly kind: PlainKind; readonly id: string }) {
  return (
    <AwaitRecord kind={kind} id={id} query={usePlain(kind, id)}>
      {(record) => <RecordOf kind={kind} record={record} />}
    </AwaitRecord>
  );
}

function RecordOf({ kind, record }: { readonly kind: PlainKind; readonly record: PlainRecord }) {
  const { id, name, figures } = record;
  return (
    <NounPage kind={kind} id={id} name={name} answering={null} links={<NounLinks kind={kind} id={id} />}>
      <Facts kind={kind} id={id} />
      {isThing(kind) ? <FiguresTable figures={figures} of={{ kind, id }} /> : null}
      <HistoryList kind={kind} id={id} />
    </NounPage>
  );
}

/** Every column of its list, stored and worked out, as the list would show it. */
function Facts({ kind, id }: { readonly kind: PlainKind; readonly id: string }) {
  const sayHead = useSayHead();
  const { asOf } = useScope();
  const columns = useAsk('table', { params: { list: PLURALS[kind] }, query: { asOf, filter: `id:is:${id}`, limit: 1 } });
  const shown = (columns.data?.columns ?? []).filter((column) => !APART.has(column.id) && !column.id.startsWith('axis.'));
  const query = { asOf, filter: `id:is:${id}`, limit: 1, columns: shown.map((column) => column.id).join(',') };
  const row = useAsk('table', { params: { list: PLURALS[kind] }, query }, shown.length > 0);
  return (
    <Await query={row}>
      {({ rows: [found] }) =>
        found ? (
          <dl className="facts">
            {shown.map((column, index) => {
              const cell = found.cells[index] ?? null;
              return cell === null && column.none ? null : (
                <Fact key={column.id} name={sayHead(column)}>
                  <CellText column={column} cell={cell} around={found.around[column.id]} page={null} row={found} />
                </Fact>
              );
            })}
          </dl>
        ) : null
      }
    </Await>
  );
}
