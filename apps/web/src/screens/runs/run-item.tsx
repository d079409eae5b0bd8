import type { BodyOf, Run } from '@westgate/contract';
import { isUnderway, runKindNamed } from '@westgate/domain';
import { useTell } from '../../api/use-write.ts';
import { useSayBare, useWords } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import { useSayInstant } from '../../parts/day-text.tsx';
import { Refusal } from '../../parts/error-text.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { RunState } from '../../runs/run-state.tsx';
import { lengthOf, useSayLength } from '../../runs/use-runs.ts';
import { useSayAsked } from './use-say-asked.ts';

/** One run: what was asked, by whom and when, where it stands, and what is done with it. */
export function RunItem({
  run,
  isChosen,
  mayChoose,
  onChoose,
}: {
  readonly run: Run;
  readonly isChosen: boolean;
  readonly mayChoose: boolean;
  readonly onChoose: () => void;
}) {
  const word = useWords();
  const say = useSayBare();
  const sayAsked = useSayAsked();
  const sayInstant = useSayInstant();
  const sayLength = useSayLength();
  const length = lengthOf(run);
  const isOver = !isUnderway(run.state);
  const who = run.who ?? word(run.isAnonymous ? 'runs.nobody' : 'people.erased');
  const when = sayInstant(run.askedAt);
  return (
    <li data-run={run.state}>
      <h3>{say(runKindNamed(run.kind).label)}</h3>
      {run.about ? (
        <p className="run-facts small">
          <ThingLink thing={run.about} />
        </p>
      ) : null}
      <p className="run-facts small soft">{sayAsked(run)}</p>
      <p className="run-facts small soft">
        {word('runs.asked', { who, when })}
        {run.seq === null ? null : ` ${word('runs.onDeed', { seq: String(run.seq) })}`}
        {length === null ? null : ` ${word('runs.took', { time: sayLength(length) })}`}
      </p>
      <RunState run={run} />
      {isOver ? (
        <div className="row small">
          <Again run={run} when={when} />
          {run.mayEnd && !run.isRestedOn ? <Remove run={run} when={when} /> : null}
          <label className="choice">
            <input type="checkbox" checked={isChosen} disabled={!mayChoose} onChange={onChoose} />
            {word('runs.compare')}
            <span className="unseen"> {when}</span>
          </label>
        </div>
      ) : null}
    </li>
  );
}

function Again({ run, when }: { readonly run: Run; readonly when: string }) {
  const word = useWords();
  const start = useTell('start-run');
  return (
    <>
      <Button
        name={word('runs.again')}
        of={when}
        disabled={start.isPending}
        onClick={() => start.mutate({ body: sameAsk(run), key: crypto.randomUUID() })}
      />
      <Refusal error={start.error} />
    </>
  );
}

/** What was asked stands as the server read it by the fields of its kind: it reads it once more. */
function sameAsk({ kind, ask }: Run): BodyOf<'start-run'> {
  return { kind, ask } as unknown as BodyOf<'start-run'>;
}

function Remove({ run: { id }, when }: { readonly run: Run; readonly when: string }) {
  const word = useWords();
  const remove = useTell('remove-run');
  return (
    <>
      <Button
        look="plain"
        name={word('runs.remove')}
        of={when}
        disabled={remove.isPending}
        onClick={() => remove.mutate({ params: { id }, body: {}, key: crypto.randomUUID() })}
      />
      <Refusal error={remove.error} />
    </>
  );
}
