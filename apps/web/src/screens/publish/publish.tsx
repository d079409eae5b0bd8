import { useAsk } from '../../api/ask.ts';
import { useTitle } from '../../frame/use-title.ts';
import { useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { MakeSite } from './make-site.tsx';
import { PublicityList } from './publicity-list.tsx';
import { StandingTable } from './standing-table.tsx';

/** What is public and what is withheld and why; changing that for many records at once; making the public pages. */
export function Publish() {
  const word = useWords();
  const publishing = useAsk('publishing');
  useTitle(word('publish.title'));
  return (
    <div className="register-main publish">
      <h1>{word('publish.title')}</h1>
      <p className="small soft">{word('publish.lead')}</p>
      <Await query={publishing}>
        {(found) => (
          <>
            <section aria-labelledby="publish-counts">
              <h2 id="publish-counts">{word('publish.counts')}</h2>
              <StandingTable kinds={found.kinds} />
              {found.office > 0 ? <p className="small soft">{word('publish.office', { count: found.office })}</p> : null}
            </section>
            <MakeSite publishing={found} />
            <PublicityList kinds={found.kinds} />
          </>
        )}
      </Await>
    </div>
  );
}
