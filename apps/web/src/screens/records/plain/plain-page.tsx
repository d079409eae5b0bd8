import { getRouteApi } from '@tanstack/react-router';
import type { PlainRecord } from '@westgate/contract';
import { isThing, PLAIN_KINDS, PLURALS, type PlainKind, vocabulary } from '@westgate/domain';
import { useAsk } from '../../../api/ask.ts';
import { usePlain } from '../../../api/questions.ts';
import { CellText, type Drawn, DrawnHere } from '../../../list/list-cell.tsx';
import type { ListCell } from '../../../list/list-model.ts';
import { useSayHead } from '../../../list/use-say-cell.ts';
import { Await } from '../../../parts/await.tsx';
import { MissingPage } from '../../../parts/error-state.tsx';
import { Fact } from '../../../parts/fact.tsx';
import { NounLinks } from '../../../parts/noun-links.tsx';
import { ConfidenceBar } from '../../../parts/source-note.tsx';
import { AwaitRecord } from '../../../record/page/await-record.tsx';
import { FiguresTable } from '../../../record/page/figures-table.tsx';
import { HistoryList } from '../../../record/page/history-list.tsx';
import { NounPage } from '../../../record/page/noun-page.tsx';
import { useScope } from '../../../scope/district-context.ts';
import { sectionsOf } from './sections.tsx';

const route = getRouteApi('/$nouns/$id');

/** What the head of the page tells already, and what its sections do. */
const APART: ReadonlySet<string> = new Set(['id', 'name', 'plan', 'under', 'visibility']);

/** The page of a record whose kind has no page of its own: it follows from the table, with the sections that the kind has beside. */
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
  const { id, name } = record;
  const { about, head, body, tells } = sectionsOf(kind);
  const { rows } = useOneRow(kind, id).data ?? {};
  const answers = rows?.[0]?.answers ?? null;
  return (
    <NounPage
      kind={kind}
      id={id}
      name={name}
      about={about?.(record)}
      answering={answers === null ? null : { id: answers }}
      record={record}
      links={<NounLinks kind={kind} id={id} />}
    >
      {head?.(record)}
      <Facts kind={kind} id={id} tells={tells} />
      {body?.(record)}
      {isThing(kind) && 'figures' in record ? <FiguresTable figures={record.figures} of={{ kind, id }} /> : null}
      <HistoryList kind={kind} id={id} />
    </NounPage>
  );
}

/** A record as its list tells it: its columns, and whose it is. */
function useOneRow(kind: PlainKind, id: string) {
  const { asOf } = useScope();
  return useAsk('table', { params: { list: PLURALS[kind] }, query: { asOf, filter: `id:is:${id}`, limit: 1 } });
}

const DRAWN: Drawn = { cells: { confidence: (text, _row, cell) => barOf(cell) ?? text } };

function barOf(cell: ListCell) {
  const key = cell !== null && typeof cell === 'object' && 'key' in cell ? cell.key : cell;
  const confidence = vocabulary.CONFIDENCES.find((level) => level === key);
  return confidence && <ConfidenceBar confidence={confidence} />;
}

/** Every column of its list, stored and worked out, as the list would show it, but those that a section tells. */
function Facts({ kind, id, tells }: { readonly kind: PlainKind; readonly id: string; readonly tells: readonly string[] }) {
  const sayHead = useSayHead();
  const { asOf } = useScope();
  const columns = useOneRow(kind, id);
  const shown = (columns.data?.columns ?? []).filter(
    (column) => !APART.has(column.id) && !tells.includes(column.id) && !column.id.startsWith('axis.'),
  );
  const query = { asOf, filter: `id:is:${id}`, limit: 1, columns: shown.map((column) => column.id).join(',') };
  const row = useAsk('table', { params: { list: PLURALS[kind] }, query }, shown.length > 0);
  return (
    <Await query={row}>
      {({ rows: [found] }) =>
        found ? (
          <DrawnHere value={DRAWN}>
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
          </DrawnHere>
        ) : null
      }
    </Await>
  );
}
