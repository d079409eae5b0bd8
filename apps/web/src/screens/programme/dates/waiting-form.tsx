import type { ProjectDates } from '@westgate/contract';
import { vocabulary } from '@westgate/domain';
import { useState } from 'react';
import { useEdits } from '../../../api/edits.ts';
import { useProjectDates } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Picker } from '../../../parts/picker.tsx';
import { Select } from '../../../parts/select.tsx';
import type { FormFault } from '../../../record/form/form-values.ts';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { tieEdit } from './view-model.ts';

/** Says that this project, or one of its milestones, waits for another or is waited for. A ring is refused with its members. */
export function WaitingForm({ dates, onDone }: { readonly dates: ProjectDates; readonly onDone: () => void }) {
  const word = useWords();
  const form = useSignedForm(onDone);
  const [waits, setWaits] = useState(true);
  const [own, setOwn] = useState(`project:${dates.project.id}`);
  const [project, setProject] = useState<string | null>(null);
  const [other, setOther] = useState('');
  const [kind, setKind] = useState<string>('FS');
  const [lag, setLag] = useState('0');
  const make = useEdits();
  const theirs = useProjectDates(project ?? '', project !== null).data;
  const send = (): void => {
    const edit = tieEdit({ waits, own, other, kind, lag });
    const found: FormFault[] = [];
    if (other === '') found.push({ field: 'other', word: 'form.fault.choose' });
    else if (edit === null) found.push({ field: 'lag', word: 'dates.fault.lag' });
    form.send(make, found, ({ who, keyOf }) => {
      const request = { edits: edit === null ? [] : [edit], who, reason: '' };
      return { ...request, key: keyOf(request) };
    });
  };
  return (
    <SignedForm
      form={form}
      label={word('dates.newWaiting')}
      error={make.error}
      save={word('form.save')}
      isBusy={make.isPending}
      onSend={send}
      onLeave={onDone}
    >
      <FormField id={form.idOf('waits')} label={word('dates.direction')} fault={null}>
        <Select
          value={waits ? 'waits' : 'awaited'}
          options={[
            ['waits', word('dates.waitsFor')],
            ['awaited', word('dates.awaited')],
          ]}
          onChoose={(id) => setWaits(id === 'waits')}
        />
      </FormField>
      <FormField id={form.idOf('own')} label={word('dates.own')} fault={null}>
        <EndSelect dates={dates} value={own} onEnd={setOwn} />
      </FormField>
      <FormField id={form.idOf('other')} label={word('dates.other')} fault={form.faultOf('other')}>
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
        <FormField id={form.idOf('end')} label={word('dates.otherEnd')} fault={null}>
          <EndSelect dates={theirs} value={other} onEnd={setOther} />
        </FormField>
      ) : null}
      <FormField id={form.idOf('kind')} label={word('dates.how')} fault={null}>
        <Select
          value={kind}
          options={vocabulary.DEPENDENCY_KINDS.map((each) => [each, `${each} · ${word(`dates.kind.${each}`)}`])}
          onChoose={setKind}
        />
      </FormField>
      <FormField id={form.idOf('lag')} label={word('dates.lagDays')} hint={word('dates.lagHint')} fault={form.faultOf('lag')}>
        <input value={lag} inputMode="numeric" autoComplete="off" onChange={(event) => setLag(event.target.value)} />
      </FormField>
    </SignedForm>
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
    <Select
      {...field}
      value={value}
      options={[
        [`project:${dates.project.id}`, word('dates.whole')],
        ...dates.milestones.map(({ id, name }) => [`milestone:${id}`, say(name)] as const),
      ]}
      onChoose={onEnd}
    />
  );
}
