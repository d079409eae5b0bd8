import type { Requirement } from '@westgate/contract';
import { useEffect, useId, useRef, useState } from 'react';
import { useDeedDesk } from '../../api/deed-notice.ts';
import {
  type EvidenceFault,
  type EvidenceFields,
  evidenceDraft,
  isFaulty,
  sayBytes,
  titleOfFile,
  useAddEvidence,
} from '../../api/evidence-draft.ts';
import { useSayBare, useWords } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Form } from '../../parts/form.tsx';
import { LeaveButton } from '../../parts/leave-button.tsx';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { useWho } from '../../scope/signed-in.ts';
import { useLanguage } from '../../scope/use-view.ts';
import { DropArea, FileButton } from '../../start/file-button.tsx';
import { FaultSummary } from '../fault-summary.tsx';
import { FormField } from '../form-field.tsx';

/** The form for one evidence file: the file, what it is, the day it is of. One deed. */
export function EvidenceForm({
  subject,
  requirement,
  most,
  endings,
  onDone,
}: {
  readonly subject: { readonly kind: string; readonly id: string };
  /** What a gate asks for, where the file proves that. */
  readonly requirement?: Requirement;
  readonly most: number;
  readonly endings: readonly string[];
  readonly onDone: () => void;
}) {
  const word = useWords();
  const sayBare = useSayBare();
  const shown = useLanguage();
  const { district } = useDistrictFrame();
  const { tell } = useDeedDesk();
  const prefix = useId();
  const [who, setWho] = useWho();
  const [fields, setFields] = useState<Omit<EvidenceFields, 'who'>>({
    file: null,
    title: requirement ? sayBare(requirement.name) : '',
    on: district.today,
    note: '',
  });
  const [faults, setFaults] = useState<readonly EvidenceFault[]>([]);
  const [tries, setTries] = useState(0);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const add = useAddEvidence();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const language = district.languages.includes(shown) ? shown : (district.languages[0] ?? shown);
  const idOf = (field: keyof EvidenceFields): string => `${prefix}-${field}`;
  const faultOf = (field: keyof EvidenceFields) => faults.find((fault) => fault.field === field)?.word ?? null;
  const set = (more: Partial<EvidenceFields>): void => {
    setFields((before) => ({ ...before, ...more }));
    setKey(crypto.randomUUID());
  };
  const take = (file: File | undefined): void => {
    if (file) set({ file, title: fields.title === '' ? titleOfFile(file.name) : fields.title });
  };
  const send = (): void => {
    const draft = evidenceDraft({ ...fields, who }, { subject, requirement: requirement?.id, language, most });
    setTries(tries + 1);
    setFaults(isFaulty(draft) ? draft : []);
    add.reset();
    if (isFaulty(draft)) return;
    add.mutate(
      { ...draft, key },
      {
        onSuccess: ({ seq }) => {
          tell(seq);
          onDone();
        },
      },
    );
  };
  return (
    <Form className="record-form" aria-labelledby={`${prefix}-head`} onSend={send}>
      <h3 id={`${prefix}-head`} tabIndex={-1} ref={heading}>
        {word('files.add')}
      </h3>
      <FaultSummary key={tries} faults={faults} error={add.error} idOf={idOf} />
      <DropArea onFiles={({ files }) => take(files[0])}>
        <FileButton
          id={idOf('file')}
          label={word('files.one')}
          hint={
            fields.file === null ? (
              word('files.hint', { most: sayBytes(most), endings: endings.join(', ') })
            ) : (
              <>
                <b>{fields.file.name}</b> {sayBytes(fields.file.size)}
              </>
            )
          }
          accept={endings.map((ending) => `.${ending}`).join(',')}
          onFiles={([file]) => take(file)}
        />
      </DropArea>
      {faultOf('file') ? <p className="fault">{word(faultOf('file') ?? 'files.fault.file')}</p> : null}
      <FormField id={idOf('title')} label={word('files.title')} fault={faultOf('title')}>
        <input
          value={fields.title}
          title={fields.title}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => set({ title: event.target.value })}
        />
      </FormField>
      <FormField id={idOf('on')} label={word('files.on')} fault={faultOf('on')}>
        <DayField
          within="past"
          value={fields.on}
          onDay={(on) => set({ on })}
          onEmpty={() => set({ on: '' })}
          aria-label={word('files.on')}
        />
      </FormField>
      <FormField id={idOf('note')} label={word('record.note')} hint={word('files.noteHint')} fault={null}>
        <input value={fields.note} maxLength={500} autoComplete="off" onChange={(event) => set({ note: event.target.value })} />
      </FormField>
      <FormField id={idOf('who')} label={word('record.who')} hint={word('record.whoHint')} fault={faultOf('who')}>
        <input value={who} maxLength={80} autoComplete="name" onChange={(event) => setWho(event.target.value)} />
      </FormField>
      <p className="row">
        <Button type="submit" look="filled" name={word('files.keep')} disabled={add.isPending} />
        <LeaveButton onLeave={onDone} />
      </p>
    </Form>
  );
}
