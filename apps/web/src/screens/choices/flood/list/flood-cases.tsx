import { Link } from '@tanstack/react-router';
import { useAskAll } from '../../../../api/ask.ts';
import { useSay, useWords } from '../../../../messages/words.ts';
import { AsWritten } from '../../../../parts/as-written.tsx';
import { Await } from '../../../../parts/await.tsx';
import { useSayInstant } from '../../../../parts/day-text.tsx';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { Table } from '../../../../parts/table.tsx';
import { useTitle } from '../../../../parts/use-title.ts';
import { RunResults } from '../../../../runs/run-results.tsx';
import { useRuns } from '../../../../runs/use-runs.ts';
import { useMayChange } from '../../../../scope/may-change.ts';
import { FloodNotice } from '../parts/flood-notice.tsx';

/** The flood cases of the district, each with its last run, and the grounds that they are worked out on. */
export function FloodCases() {
  const word = useWords();
  const mayMake = useMayChange('edit', 'any');
  const [cases, grounds] = [useAskAll('flood-cases'), useAskAll('grounds')];
  useTitle(word('flood.title'));
  return (
    <div className="register-main flood-list">
      <header className="today-head">
        <h1>{word('flood.title')}</h1>
        {mayMake ? (
          <div className="row no-print">
            <Link className="button filled" to="/new/$noun" params={{ noun: 'flood_case' }}>
              {word('flood.newCase')}
            </Link>
            <Link className="button" to="/new/$noun" params={{ noun: 'ground' }}>
              {word('flood.newGround')}
            </Link>
          </div>
        ) : null}
      </header>
      <p className="lead">{word('flood.lead')}</p>
      <FloodNotice />
      <Await query={cases}>
        {(all) => (all.length === 0 ? <None hasGround={(grounds.data ?? []).length > 0} /> : <CaseTable cases={all} />)}
      </Await>
      <section className="section" aria-labelledby="grounds">
        <h2 id="grounds">{word('nouns.ground')}</h2>
        <Await query={grounds}>{(all) => <GroundList grounds={all} />}</Await>
      </section>
    </div>
  );
}

function None({ hasGround }: { readonly hasGround: boolean }) {
  const word = useWords();
  return <EmptyState>{word(hasGround ? 'flood.noCase' : 'flood.noGround')}</EmptyState>;
}

type Cases = NonNullable<ReturnType<typeof useAskAll<'flood-cases'>>['data']>;

function CaseTable({ cases }: { readonly cases: Cases }) {
  const word = useWords();
  const say = useSay();
  const sayInstant = useSayInstant();
  const runs = useRuns().data?.items ?? [];
  const lastOf = (id: string) => runs.find(({ kind, ask }) => kind === 'flood' && ask.floodCase === id);
  return (
    <Table
      rows={cases}
      keyOf={({ id }) => id}
      caption={word('nouns.flood_case')}
      columns={[
        {
          head: word('noun.flood_case'),
          isRowHead: true,
          of: ({ id, name }) => (
            <Link to="/flood/$id" params={{ id }}>
              <AsWritten text={say(name)} />
            </Link>
          ),
        },
        { head: word('noun.ground'), of: ({ ground }) => (ground ? <AsWritten text={say(ground.name)} /> : '') },
        { head: word('flood.hours'), isNumber: true, of: ({ hours }) => `${hours} h` },
        {
          head: word('flood.lastRun'),
          of: ({ id }) => {
            const run = lastOf(id);
            if (!run) return word('flood.neverRun');
            return (
              <>
                {sayInstant(run.askedAt)} · {word(`runs.state.${run.state}`)}
                {run.state === 'done' ? (
                  <>
                    {' · '}
                    <RunResults run={run} />
                  </>
                ) : null}
              </>
            );
          },
        },
      ]}
    />
  );
}

type Grounds = NonNullable<ReturnType<typeof useAskAll<'grounds'>>['data']>;

function GroundList({ grounds }: { readonly grounds: Grounds }) {
  const word = useWords();
  const say = useSay();
  if (grounds.length === 0) return <p className="note">{word('flood.noGround')}</p>;
  return (
    <ul className="lines">
      {grounds.map(({ id, name }) => (
        <li key={id}>
          <Link to="/$nouns/$id" params={{ nouns: 'grounds', id }}>
            <AsWritten text={say(name)} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
