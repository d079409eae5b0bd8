import type { Condition } from '@westgate/domain';
import { useAsk } from '../../api/ask.ts';
import { ListCounts } from '../../list/list-counts.tsx';
import { RecordList } from '../../list/record-list.tsx';
import { useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { DepartmentSelect } from '../../parts/combo-field.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useView } from '../../scope/use-view.ts';
import { FollowersByMail } from './followers-by-mail.tsx';
import { MakeSite } from './make-site.tsx';

/** What is public and what is withheld and why; changing that for many records at once; making the public pages. */
export function Publish() {
  const word = useWords();
  const { department: asked } = useView();
  const department = asked === 'all' ? undefined : asked;
  const within: readonly Condition[] = department === undefined ? [] : [{ column: 'department', operator: 'is', values: [department] }];
  useTitle(word('publish.title'));
  return (
    <div className="register-main publish">
      <h1>{word('publish.title')}</h1>
      <p className="small soft">{word('publish.lead')}</p>
      <Await query={useAsk('publishing')}>
        {(found) => (
          <>
            <section aria-labelledby="publish-counts">
              <h2 id="publish-counts">{word('publish.counts')}</h2>
              <div className="row">
                <DepartmentSelect value={department} />
              </div>
              <ListCounts
                name="publicity"
                down="kind"
                across="standing"
                within={within}
                hash="publish-records"
                empty={word('publish.nothing')}
              />
              {found.office > 0 ? <p className="small soft">{word('publish.office', { count: found.office })}</p> : null}
            </section>
            <MakeSite publishing={found} />
            <FollowersByMail followers={found.followers} />
            <section id="publish-records">
              <h2>{word('publish.records')}</h2>
              <RecordList name="publicity" within={within} caption={word('publish.records')} empty={word('publish.nothing')} />
            </section>
          </>
        )}
      </Await>
    </div>
  );
}
