import { useOutsideTask } from '../../api/outside.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { AsWritten } from '../../parts/as-written.tsx';
import { Loading } from '../../parts/await.tsx';
import { DayText } from '../../parts/day-text.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useSecret } from '../../scope/use-view.ts';
import { DoorSheet, refusalWord } from '../people/door-sheet.tsx';
import { OutsideForm } from './outside-form.tsx';

/** Under this name the link of a tab is kept, so that the page can be loaded again while the tab is open. */
const KEPT = 'westgate.outside';

/** Where the link of a body outside the district leads: the one record it is asked about, what it said last, and a report without an account. */
export function Outside() {
  const word = useWords();
  const say = useSay();
  const link = useSecret(KEPT);
  const { data: task, error, isPending } = useOutsideTask(link);
  useTitle(word('outside.title'));
  if (link !== '' && isPending) return <Loading />;
  if (!task)
    return (
      <DoorSheet title={word('outside.title')}>
        <p role="alert">{error ? refusalWord(word, error, { spent: 'outside.spent' }) : word('outside.spent')}</p>
      </DoorSheet>
    );
  const [sentence, said] = [task.sentence && say(task.sentence), task.last && say(task.last.words)];
  return (
    <DoorSheet title={say(task.thing.name) ?? task.thing.id}>
      <p className="soft small">
        {word('outside.asks', {
          body: say(task.body) ?? '',
          district: say(task.district) ?? '',
          department: (task.department && say(task.department.name)) ?? '',
        })}
      </p>
      <dl className="outside-facts small">
        {sentence ? (
          <>
            <dt>{word('outside.sentence')}</dt>
            <dd>
              <AsWritten text={sentence} />
            </dd>
          </>
        ) : null}
        <dt>{word('outside.due')}</dt>
        <dd>{task.dueOn ? <DayText on={task.dueOn} /> : <span className="unknown">{word('unknown')}</span>}</dd>
        {task.asked.map(({ requirement, name, dueOn }) => (
          <div key={requirement} className="outside-asked">
            <dt>{word('outside.asked')}</dt>
            <dd>
              {say(name) || requirement}, <DayText on={dueOn} />
            </dd>
          </div>
        ))}
        <dt>{word('outside.last')}</dt>
        <dd>
          {task.last ? (
            <>
              <DayText on={task.last.on} /> {said ? <AsWritten text={said} /> : word('reporting.unchangedOnly')}
            </>
          ) : (
            word('reporting.never')
          )}
        </dd>
        <dt>{word('outside.until')}</dt>
        <dd>
          <DayText on={task.expiresOn} />
        </dd>
      </dl>
      <OutsideForm link={link} task={task} />
    </DoorSheet>
  );
}
