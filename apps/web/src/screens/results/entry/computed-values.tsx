import type { CheckRow } from '@westgate/contract';
import { useHealthCheck } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import { CheckWord, FoundValue } from '../health-check/check-words.tsx';

/** The indicators that are worked out from places, with what is known of them: nobody enters them. Nothing where there is none. `department`: of this one alone. */
export function ComputedValues({ department }: { readonly department: string | undefined }) {
  const word = useWords();
  const say = useSay();
  const field = useFieldWord('indicator');
  const { data } = useHealthCheck(undefined);
  const rows = (data?.rows ?? []).filter(({ method, owner }) => method !== null && (department === undefined || owner?.id === department));
  if (rows.length === 0) return null;
  const columns: readonly TableColumn<CheckRow>[] = [
    { head: word('noun.indicator'), isRowHead: true, headed: 'bare', of: ({ indicator }) => <ThingLink thing={indicator} /> },
    { head: word('check.whole'), of: (row) => <FoundValue found={row} unitName={row.unitName} /> },
    { head: word('figures.period'), of: ({ on }) => (on === null ? null : <DayText on={on} />) },
    { head: word('check.standing'), of: ({ standing }) => <CheckWord standing={standing} /> },
    { head: field('place_method'), of: ({ method }) => method && say(method) },
  ];
  return (
    <section className="section" aria-labelledby="computed-values">
      <h2 id="computed-values">{word('values.computed')}</h2>
      <p className="small soft">{word('values.computedNote')}</p>
      <Table columns={columns} rows={rows} keyOf={({ indicator }) => indicator.id} />
    </section>
  );
}
