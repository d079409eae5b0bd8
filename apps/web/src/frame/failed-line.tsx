import { useFailedAnswers } from '../api/failed-answers.ts';
import { useWords } from '../messages/words.ts';
import { ErrorText } from '../parts/error-text.tsx';

/** Says above the screen that something of it could not be loaded, where no part of it says so: nothing shown is no answer. */
export function FailedLine() {
  const word = useWords();
  const failed = useFailedAnswers();
  if (!failed) return null;
  return (
    <p className="banner row failed-line" role="alert">
      <span>
        {word('failed.part')} <ErrorText error={failed.error} />
      </span>
      <button type="button" className="button plain no-print" onClick={failed.again}>
        {word('error.again')}
      </button>
    </p>
  );
}
