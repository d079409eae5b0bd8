import type { ProjectDates } from '@westgate/contract';
import { vocabulary } from '@westgate/domain';
import { useId, useState } from 'react';
import { useProjectDates } from '../../../api/dates.ts';
import { useEdits } from '../../../api/edits.ts';
import { useDeedDesk } from '../../../frame/deed-notice.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { useWho } from '../../../parts/use-who.ts';
import { FaultSummary } from '../../../record/fault-summary.tsx';
import { ByFields, whoFaults } from '../../../record/form/by-fields.tsx';
import type { FormFault } from '../../../record/form/form-values.ts';
import { Picker } from '../../../record/form/picker.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { useKeyOf } from '../../../record/use-key-of.ts';
import { tieEdit } from './view-model.ts';

/** Says that this project, or one of its milestones, waits for another or is waited for. A ring is refused with its members. */
export function WaitingForm({ dates, onDone }: { readonly dates: ProjectDates; readonly onDone: () => void }) {
  const word = useWords();
  const prefix = useId();
  const { tell } = useDeedDesk();
  const [who, setWho] = useWho();
  const [waits, setWaits] = useState(true);
  const [own, setOwn] = useState(`project:${dates.project.id}`);
  const [project, setProject] = useState<string | null>(null);
  const [other, setOther] = useState('');
  const [kind, setKind] = useState<string>('FS');
  const [lag, setLag] = useState('0');
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [tries, setTries] = useState(0);
  const keyOf = useKeyOf();
  const make = useEdits();
  const theirs = useProjectDates(project ?? '', project !== null).data;
  const idOf = (field: string): string => `${prefix}-${field}`;
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.word ?? null;
  const send = (): void => {
    const edit = tieEdit({ waits, own, other, kind, lag });
    const found: FormFault[] = [...whoFaults(who)];
    if (other === '') found.unshift({ field: 'other', word: 'form.fault.choose' });
    else if (edit === null) found.unshift({ field: 'lag', word: 'dates.fault.lag' });
    setTries(tries + 1);
    setFaults(found);
    make.reset();
    if (edit === null || found.length > 0) return;
    const request = { edits: [edit], who: who.trim(), reason: '' };
    const done = ({ seq }: { readonly seq: number }): void => {
      tell(seq);
      onDone();
    };
    make.mutate({ ...request, key: keyOf(request) }, { onSuccess: done });
  };
  return (
    <form
      className="record-form"
      noValidate
      aria-label={word('dates.newWaiting')}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <FaultSummary key={tries} faults={faults} error={make.error} idOf={idOf} />
      <FormField id={idOf('waits')} label={word('dates.direction')} fault={null}>
        <select value={waits ? 'waits' : 'awaited'} onChange={(event) => setWaits(event.target.value === 'waits')}>
          <option value="waits">{word('dates.waitsFor')}</option>
          <option value="awaited">{word('dates.awaited')}</option>
        </select>
      </FormField>
      <FormField id={idOf('own')} label={word('dates.own')} fault={null}>
        <EndSelect dates={dates} value={own} onEnd={setOwn} />
      </FormField>
      <FormField id={idOf('other')} label={word('dates.other')} fault={faultOf('other')}>
        <Picker
          kinds={['project']}
          value={project === null ? null : { kind: 'project', id: project }}
          onPick={(picked) => {
            setProject(picked?.id ?? null);
            setOther(picked ? `project:${picked.id}` : '');
          }}
        />
      </FormField>
      {theirs && theirs.milestones.length > 0 ? (
        <FormField id={idOf('end')} label={word('dates.otherEnd')} fault={null}>
          <EndSelect dates={theirs} value={other} onEnd={setOther} />
        </FormField>
      ) : null}
      <FormField id={idOf('kind')} label={word('dates.how')} fault={null}>
        <select value={kind} onChange={(event) => setKind(event.target.value)}>
          {vocabulary.DEPENDENCY_KINDS.map((each) => (
            <option key={each} value={each}>
              {each} · {word(`dates.kind.${each}`)}
            </option>
          ))}
        </select>
      </FormField>
      <FormField id={idOf('lag')} label={word('dates.lagDays')} hint={word('dates.lagHint')} fault={faultOf('lag')}>
        <input value={lag} inputMode="numeric" autoComplete="off" onChange={(event) => setLag(event.target.value)} />
      </FormField>
      <ByFields idOf={idOf} faults={faults} who={who} onWho={setWho} />
      <p className="row">
        <button type="submit" className="button filled" disabled={make.isPending}>
          {word('form.save')}
        </button>
        <button type="button" className="button plain" onClick={onDone}>
          {word('form.leave')}
        </button>
      </p>
    </form>
  );
}

function EndSelect({
  dates,
  value,
  onEnd,
  ...field
}: {
  readonly dates: ProjectDates;
  readonly value: string;
  readonly onEnd: (end: string) => void;
  readonly id?: string;
  readonly className?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: boolean;
}) {
  const word = useWords();
  const say = useSay();
  return (
    <select {...field} value={value} onChange={(event) => onEnd(event.target.value)}>
      <option value={`project:${dates.project.id}`}>{word('dates.whole')}</option>
      {dates.milestones.map(({ id, name }) => (
        <option key={id} value={`milestone:${id}`}>
          {say(name)}
        </option>
      ))}
    </select>
  );
}
