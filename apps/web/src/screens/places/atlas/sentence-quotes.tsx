import { Link } from '@tanstack/react-router';
import { inLanguage, languageHeld, onlyMark } from '@westgate/base';
import type { Sentence } from '@westgate/contract';
import { useSentencesNamed } from '../../../api/questions.ts';
import { useWords } from '../../../messages/words.ts';
import { useAim } from '../../../scope/district-context.ts';
import { useLanguage } from '../../../scope/use-view.ts';

/** Sentences that are quoted at once; the place's page has all of them. */
const MOST = 20;

/** The sentences that promise a place, as quotes with their number; the words that name it are underlined by its aim. */
export function SentenceQuotes({ ids, place }: { ids: readonly string[]; place: string | null }) {
  const word = useWords();
  const sentences = useSentencesNamed(ids.slice(0, MOST));
  if (ids.length === 0) return <p className="small soft">{word('atlas.card.noSentence')}</p>;
  return (
    <ul className="sentence-quotes" aria-label={word('atlas.card.promisedIn')}>
      {sentences.map((sentence) => (
        <li key={sentence.id}>
          <Link to="/plan" search={{ sel: `sentence:${sentence.id}` }}>
            <Quote sentence={sentence} place={place} />
          </Link>{' '}
          <span className="small soft">{sentence.number}</span>
        </li>
      ))}
      {ids.length > MOST ? <li className="small soft">{word('atlas.card.andMoreSentences', { count: ids.length - MOST })}</li> : null}
    </ul>
  );
}

function Quote({ sentence, place }: { sentence: Sentence; place: string | null }) {
  const wanted = useLanguage();
  const language = languageHeld(sentence.text, wanted);
  const aimOf = useAim();
  const text = inLanguage(sentence.text, language) ?? '';
  const named = sentence.mentions.find((mention) => mention.id === place && mention[language]);
  const span = named?.[language];
  const mark = onlyMark(sentence.text, wanted);
  if (!named || !span)
    return (
      <>
        {text}
        {mark}
      </>
    );
  return (
    <>
      {text.slice(0, span.start)}
      <span className={`underlined ${aimOf(named.aim).className}`}>{text.slice(span.start, span.end)}</span>
      {text.slice(span.end)}
      {mark}
    </>
  );
}
