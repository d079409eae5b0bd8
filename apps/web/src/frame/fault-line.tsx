import { useWords } from '../messages/words.ts';
import { ErrorText } from '../parts/error-text.tsx';
import { useLastFault } from '../scope/let-go.ts';

/** Says what failed that no part of the screen waits for, until it is closed. */
export function FaultLine() {
  const word = useWords();
  const fault = useLastFault();
  return (
    <div role="status">
      {fault ? (
        <p className="banner row">
          <span>
            {word('letGo.failed')} <ErrorText error={fault.error} />
          </span>
          <button type="button" className="button plain" onClick={fault.close}>
            {word('close')}
          </button>
        </p>
      ) : null}
    </div>
  );
}
