import { getRouteApi } from '@tanstack/react-router';
import type { Department } from '@westgate/contract';
import { useDepartment } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Fact } from '../../../parts/fact.tsx';
import { NounIcon } from '../../../parts/noun-icon.tsx';
import { NounLinks } from '../../../parts/noun-links.tsx';
import { ConfidenceBar, SourceLine } from '../../../parts/source-note.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { AwaitRecord } from '../../../record/page/await-record.tsx';
import { HistoryList } from '../../../record/page/history-list.tsx';
import { NounPage } from '../../../record/page/noun-page.tsx';

const route = getRouteApi('/departments/$id');

/** One department: what it does and what it leads. */
export function DepartmentPage() {
  const { id } = route.useParams();
  return (
    <AwaitRecord kind="department" id={id} query={useDepartment(id)}>
      {(department) => <DepartmentOf key={department.id} department={department} />}
    </AwaitRecord>
  );
}

function DepartmentOf({ department }: { readonly department: Department }) {
  const word = useWords();
  const say = useSay();
  return (
    <NounPage
      kind="department"
      id={department.id}
      answering={null}
      name={department.name}
      links={<NounLinks kind="department" id={department.id} />}
    >
      <dl className="facts">
        <Fact name={word('department.role')}>{say(department.role)}</Fact>
        <Fact name={word('confidence')}>
          <ConfidenceBar confidence={department.confidence} />
        </Fact>
        <Fact name={word('figures.source')}>
          <SourceLine source={department.source} />
        </Fact>
      </dl>
      <section className="section" aria-labelledby="owns">
        <h2 id="owns">{word('department.owns')}</h2>
        {department.ownsCount > department.owns.length ? (
          <p className="small soft">{word('register.shown', { shown: department.owns.length, total: department.ownsCount })}</p>
        ) : null}
        {department.owns.length === 0 ? <p className="small soft">{word('links.none')}</p> : null}
        <ul className="lines">
          {department.owns.map((thing) => (
            <li key={`${thing.kind}:${thing.id}`}>
              <span className="eyebrow">
                <NounIcon kind={thing.kind} />
                {word(`noun.${thing.kind}`)}
              </span>
              <ThingLink thing={thing} />
            </li>
          ))}
        </ul>
      </section>
      <HistoryList kind="department" id={department.id} />
    </NounPage>
  );
}
