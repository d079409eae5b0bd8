import { Link } from '@tanstack/react-router';
import { useMapSheet } from '../../../api/questions.ts';
import { useWords } from '../../../messages/words.ts';

/** Said on the map while the district has no place on it: what to do next. */
export function MapEmpty() {
  const word = useWords();
  const sheet = useMapSheet().data;
  if (!sheet || sheet.placed > 0) return null;
  return (
    <div className="map-empty small">
      <p>{word('atlas.empty')}</p>
      <p className="row">
        <Link className="button" to="/new/$noun" params={{ noun: 'place' }}>
          {word('steps.places')}
        </Link>
        <Link className="button" to="/start" search={{ way: 'bring' }}>
          {word('start.way.bring')}
        </Link>
      </p>
    </div>
  );
}
