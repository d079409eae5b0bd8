import type { Edit, RecordOf } from '@westgate/contract';
import { useState } from 'react';
import { useEdits } from '../api/edits.ts';
import { useDepartments } from '../api/questions.ts';
import { useSay, useWords } from '../messages/words.ts';
import { DepartmentField } from '../parts/combo-field.tsx';
import { DayField } from '../parts/day-field.tsx';
import { DayText } from '../parts/day-text.tsx';
import { Unknown } from '../parts/fact.tsx';
import { Table, type TableColumn } from '../parts/table.tsx';
import { useFieldWord } from '../record/form/field-words.ts';
import type { FormFault } from '../record/form/form-values.ts';
import { SignedForm, useSignedForm } from '../record/form/signed-form.tsx';
import { FormField } from '../record/form-field.tsx';
import { useSaid } from '../scope/district-context.ts';
import { type DecisionLine, filled, type Meant, readLines } from './read-lines.ts';

/** Enters the decisions of a meeting, one a line, typed or pasted; who carries out and by when stands in the line or for all lines below. One deed. */
export function EnterDecisions({
  meeting,
  taken,
  onDone,
}: {
  readonly meeting: string;
  /** The decisions that are there. */
  readonly taken: readonly Pick<RecordOf<'decision'>, 'position'>[];
  readonly onDone: () => void;
}) {
  const word = useWords();
  const field = useFieldWord('decision');
  const said = useSaid();
  const say = useSay();
  const form = useSignedForm(onDone);
  const edits = useEdits();
  const departments = useDepartments().data ?? [];
  const [text, setText] = useState('');
  const [all, setAll] = useState({ owner: '', dueOn: '' });
  const [meant, setMeant] = useState<Meant>({});
  const lines = filled(readLines(text, departments, meant), all);
  const unread = [
    ...new Set([...Object.keys(meant).filter((part) => text.includes(part)), ...lines.flatMap((line) => line.unread.filter(isName))]),
  ];
  const first = Math.max(0, ...taken.map(({ position }) => position ?? 0)) + 1;
  const send = (): void => {
    const sent = lines.map((line, index): Edit => {
      const { zh, en } = said(line.words);
      const fields = { meeting, position: first + index, name_zh: zh, name_en: en, owner: line.owner || null, due_on: line.dueOn || null };
      return { action: 'create', table: 'decision', fields };
    });
    form.send(edits, faultsIn(lines), ({ who, keyOf }) => ({ edits: sent, who, reason: '', key: keyOf(sent) }));
  };
  return (
    <SignedForm
      form={form}
      heading={word('meeting.enter')}
      error={edits.error}
      save={word('meeting.save', { count: lines.length })}
      isBusy={edits.isPending}
      onSend={send}
      onLeave={onDone}
    >
      <div className="wide-field">
        <FormField
          id={form.idOf('lines')}
          label={word('meeting.lines')}
          hint={word('meeting.linesHint', { department: say(departments[0]?.name ?? { zh: null, en: null }) || word('noun.department') })}
          fault={form.faultOf('lines')}
        >
          <textarea rows={6} value={text} maxLength={20_000} onChange={(event) => setText(event.target.value)} />
        </FormField>
      </div>
      <FormField id={form.idOf('owner')} label={word('meeting.ownerOfAll')} fault={null}>
        <DepartmentField value={all.owner} empty={word('unknown')} onValue={(owner) => setAll({ ...all, owner })} />
      </FormField>
      <FormField id={form.idOf('dueOn')} label={word('meeting.dueOfAll')} fault={null}>
        <DayField
          aria-label={word('meeting.dueOfAll')}
          value={all.dueOn}
          onDay={(dueOn) => setAll({ ...all, dueOn })}
          onEmpty={() => setAll({ ...all, dueOn: '' })}
        />
      </FormField>
      {lines.length === 0 ? null : (
        <div className="wide-field">
          <LinesRead lines={lines} first={first} nameOf={field} />
        </div>
      )}
      {unread.map((part) => (
        <FormField key={part} id={form.idOf(`meant ${part}`)} label={word('meeting.meant', { words: part })} fault={null}>
          <DepartmentField
            value={meant[part] ?? ''}
            empty={word('meeting.notMeant')}
            onValue={(department) => setMeant({ ...meant, [part]: department })}
          />
        </FormField>
      ))}
    </SignedForm>
  );
}

/** Whether words that were not read may name a department: a day has a number in it. */
function isName(part: string): boolean {
  return !/\p{N}/u.test(part);
}

/** The lines as they were read, before they are saved. */
function LinesRead({
  lines,
  first,
  nameOf,
}: {
  readonly lines: readonly DecisionLine[];
  readonly first: number;
  readonly nameOf: (column: string) => string;
}) {
  const word = useWords();
  const say = useSay();
  const departments = useDepartments().data ?? [];
  const numbered = lines.map((line, index) => ({ ...line, number: first + index }));
  const columns: readonly TableColumn<(typeof numbered)[number]>[] = [
    {
      head: word('noun.decision'),
      isRowHead: true,
      headed: 'bare',
      of: ({ number, words }) => `${number}. ${words}`,
    },
    {
      head: nameOf('owner'),
      of: ({ owner, unread }) => {
        const found = departments.find(({ id }) => id === owner);
        return (
          <>
            {found ? say(found.name) : <Unknown />}
            {unread.length > 0 ? (
              <span className="block fault">{word('meeting.unread', { words: unread.join(word('list.comma')) })}</span>
            ) : null}
          </>
        );
      },
    },
    { head: nameOf('due_on'), of: ({ dueOn }) => (dueOn ? <DayText on={dueOn} /> : <Unknown />) },
  ];
  return <Table columns={columns} rows={numbered} keyOf={({ number }) => number} caption={word('meeting.read')} />;
}

function faultsIn(lines: readonly DecisionLine[]): readonly FormFault[] {
  if (lines.length === 0) return [{ field: 'lines', word: 'meeting.fault.lines' }];
  return lines.some(({ unread }) => unread.length > 0) ? [{ field: 'lines', word: 'meeting.fault.unread' }] : [];
}
