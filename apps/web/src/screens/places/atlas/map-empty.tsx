import { Link } from '@tanstack/react-router';
import { useMapSheet } from '../../../api/questions.ts';
import { useWords } from '../../../messages/words.ts';
import { useMayOpen } from '../../../scope/may-open.ts';

/** Said on the map while the district has no place on it: what to do next. */
export function MapEmpty() {
  const word = useWords();
  const mayOpen = useMayOpen();
  const sheet = useMapSheet().data;
  if (!sheet || sheet.placed > 0) return null;
  return (
    <div className="map-empty small">
      <p>{word('atlas.empty')}</p>
      <p className="row">
        {mayOpen('/new/place') ? (
          <Link className="button" to="/new/$noun" params={{ noun: 'place' }}>
            {word('steps.places')}
          </Link>
        ) : null}
        {mayOpen('/start', 'bring') ? (
          <Link className="button" to="/start" search={{ way: 'bring' }}>
            {word('start.way.bring')}
          </Link>
        ) : null}
      </p>
    </div>
  );
}
