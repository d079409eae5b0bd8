import type { Upkeep } from '@westgate/contract';
import { useAsk } from '../../api/ask.ts';
import { useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { Fact } from '../../parts/fact.tsx';
import { useSayInstant } from '../../parts/use-say-instant.ts';

/** When the office was last backed up, and when a backup was last restored to see that it can be. */
export function UpkeepSection() {
  const word = useWords();
  return (
    <section className="section" aria-labelledby="upkeep">
      <h2 id="upkeep">{word('upkeep.title')}</h2>
      <Await query={useAsk('upkeep')}>
        {({ backup, drill }) => (
          <dl className="facts">
            <Fact name={word('upkeep.backup')}>
              <Done done={backup} />
            </Fact>
            <Fact name={word('upkeep.drill')}>
              <Done done={drill} />
            </Fact>
          </dl>
        )}
      </Await>
      <p className="soft small">{word('upkeep.how')}</p>
    </section>
  );
}

function Done({ done }: { readonly done: Upkeep['backup'] }) {
  const word = useWords();
  const sayInstant = useSayInstant();
  if (!done) return <span className="unknown">{word('upkeep.never')}</span>;
  const seconds = (done.ms / 1000).toFixed(1);
  return (
    <>
      <time dateTime={done.at}>{sayInstant(done.at)}</time> · {word('upkeep.done', { seq: done.seq, seconds })}
    </>
  );
}
