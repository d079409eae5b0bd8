import { Link } from '@tanstack/react-router';
import type { Today } from '@westgate/contract';
import { useSay, useWords } from '../../messages/words.ts';
import { useSayPeriod } from '../../parts/day-text.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { useMayChange } from '../../scope/may-change.ts';

/** Gates that wait: those that can be opened, then what those of slipping projects are missing, each to be asked for. Nothing where none waits; for a day before today it is not known. */
export function TodayGates({ today: { gates, gateCount } }: { readonly today: Today }) {
  const word = useWords();
  if (gateCount === 0) return null;
  return (
    <section aria-labelledby="today-gates">
      <h2 id="today-gates" className="today-title">
        {word('today.gates')} {gateCount === null ? null : <small>{gateCount}</small>}
        <Link to="/programme" className="small">
          {word('today.gatesAll')}
        </Link>
      </h2>
      {gateCount === null ? <p className="small soft">{word('today.gatesUnknown')}</p> : null}
      <ul className="gate-list">
        {gates.map((gate) => (
          <GateLine key={gate.project.id} waiting={gate} />
        ))}
      </ul>
    </section>
  );
}

function GateLine({ waiting }: { readonly waiting: Today['gates'][number] }) {
  const word = useWords();
  const say = useSay();
  const { project, lead, gate, isSlipping, missing, missingCount } = waiting;
  const mayOpen = useMayChange('edit', [lead?.id ?? null]);
  return (
    <li className="gate-line" data-gate={project.id}>
      <div>
        <ThingLink thing={project} />
        <small className="block soft">
          {lead ? `${say(lead.name)} · ` : ''}
          {say(gate.name)}
        </small>
      </div>
      <span className="small">
        {isSlipping ? <span className="today-slips">→ {word('today.slips')} · </span> : null}
        {missingCount === 0 && !mayOpen ? (
          word('today.gateFull')
        ) : missingCount === 0 ? (
          <Link to="/projects/$id" params={{ id: project.id }} search={{ edit: 'pass-gate' }} hash="gates" className="button">
            {word('today.gateReady')}
          </Link>
        ) : (
          word('today.gateMissing', { count: missingCount })
        )}
      </span>
      {missing.length > 0 ? (
        <ul className="gate-missing small">
          {missing.map((each) => (
            <MissingOf key={each.requirement} missing={each} project={project.id} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function MissingOf({ missing, project }: { readonly missing: Today['gates'][number]['missing'][number]; readonly project: string }) {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const mayAsk = useMayChange('edit-all');
  const { requirement, name, askedBy, mayBeAsked } = missing;
  return (
    <li>
      <span>× {say(name)}</span>
      {askedBy !== null ? (
        <span className="soft"> {word('need.askedBy', { on: sayWhen(askedBy) })}</span>
      ) : mayAsk && mayBeAsked ? (
        <Link to="/projects/$id" params={{ id: project }} search={{ edit: `ask:${requirement}` }} className="text-act">
          {word('need.ask')}
          <span className="unseen"> {say(name)}</span>
        </Link>
      ) : null}
    </li>
  );
}
