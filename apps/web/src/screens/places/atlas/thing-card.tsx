import { Link } from '@tanstack/react-router';
import type { State, Thing } from '@westgate/contract';
import { useCommitment, useProject, useSentence } from '../../../api/questions.ts';
import { useJoined, useSay, useWords } from '../../../messages/words.ts';
import { AimMark, AimTag } from '../../../parts/aim-mark.tsx';
import { TimedState } from '../../../parts/state-word.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useLanguage } from '../../../scope/use-view.ts';
import { SentenceQuotes } from './sentence-quotes.tsx';
import type { AtlasState } from './use-atlas.ts';
import { markName } from './view-model.ts';

/** A selected sentence, commitment or project: its words, and the places it lights up, each one selectable. */
export function ThingCard({ atlas, thing }: { atlas: AtlasState; thing: { readonly kind: string; readonly id: string } }) {
  const word = useWords();
  const joined = useJoined();
  const language = useLanguage();
  const onMap = atlas.lit.filter((place) => place.centre !== null);
  const offMap = atlas.lit.filter((place) => place.centre === null);
  return (
    <section className="selection-card">
      {thing.kind === 'sentence' ? <SentenceHead id={thing.id} /> : null}
      {thing.kind === 'commitment' ? <CommitmentHead id={thing.id} /> : null}
      {thing.kind === 'project' ? <ProjectHead id={thing.id} /> : null}
      <h3>{atlas.litTotal === 0 ? word('atlas.card.noPlaces') : word('atlas.card.sentencePlaces', { count: onMap.length })}</h3>
      <ul className="lit-places">
        {onMap.map((place) => (
          <li key={place.place}>
            <button type="button" className="text-button" onClick={() => atlas.pick(place.place)}>
              <AimMark aim={place.aim} /> {markName(place, language)}
            </button>
            <span className="small soft">{word(`stage.${place.stage}`)}</span>
          </li>
        ))}
      </ul>
      {atlas.litTotal > atlas.lit.length ? (
        <p className="small soft">{word('atlas.card.andMore', { count: atlas.litTotal - atlas.lit.length })}</p>
      ) : null}
      {offMap.length > 0 ? (
        <p className="small soft">{word('atlas.card.offMap', { names: joined(offMap.map((place) => markName(place, language))) })}</p>
      ) : null}
      <div className="row card-acts">
        {thing.kind === 'sentence' ? (
          <Link className="button" to="/plan" search={{ sel: `sentence:${thing.id}` }}>
            {word('atlas.card.sentenceInPlan')}
          </Link>
        ) : null}
        <button type="button" className="text-button" onClick={() => atlas.pick(null)}>
          {word('atlas.card.clear')}
        </button>
      </div>
    </section>
  );
}

function SentenceHead({ id }: { id: string }) {
  const word = useWords();
  const { data: sentence } = useSentence(id);
  if (!sentence) return null;
  return (
    <>
      <div className="row">
        <AimTag aim={sentence.aim} />
        <span className="small soft">{word('atlas.card.sentence', { number: sentence.number })}</span>
        <span className="spring" />
        <Link className="small" to="/sentences/$id" params={{ id }}>
          {word('atlas.card.page')}
        </Link>
      </div>
      <SentenceQuotes ids={[id]} place={null} />
    </>
  );
}

function CommitmentHead({ id }: { id: string }) {
  const { data } = useCommitment(id);
  return data ? <StatedHead thing={{ kind: 'commitment', id, name: data.title }} aim={data.aim} state={data.state} /> : null;
}

function ProjectHead({ id }: { id: string }) {
  const { data } = useProject(id);
  return data ? <StatedHead thing={{ kind: 'project', id, name: data.name }} aim={data.aim} state={data.state} /> : null;
}

/** Aim, state and name of what has a state, and the way to its page. */
function StatedHead({ thing, aim, state }: { thing: Thing; aim: string | null; state: State }) {
  const word = useWords();
  const say = useSay();
  return (
    <>
      <div className="row">
        <AimTag aim={aim} />
        <TimedState state={state} />
        <span className="spring" />
        <ThingLink thing={thing} className="small">
          {word('atlas.card.page')}
        </ThingLink>
      </div>
      <h2>{say(thing.name)}</h2>
    </>
  );
}
