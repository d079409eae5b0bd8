import type { Bilingual } from '@westgate/base';
import type { AnswerOf, ParamsOf } from '@westgate/contract';
import { type ActionName, type ActionSent, type AskedEntry, actionNamed, askedEntries, variantOf } from '@westgate/domain';
import { type ReactNode, useState } from 'react';
import type { Sent } from '../../api/client.ts';
import { useTell } from '../../api/use-write.ts';
import { useSay, useWords, type WordId } from '../../messages/words.ts';
import { useDistrictFrame, useSaid } from '../../scope/district-context.ts';
import { useMayAct } from '../../scope/may-change.ts';
import { FormField } from '../form-field.tsx';
import { CONTROLS } from './controls.tsx';
import { hintWordId, useFieldWord } from './field-words.ts';
import { columnOf, type FormFault, type FormValue, type FormValues, faultOf } from './form-values.ts';
import { isLongText } from './pair-field.tsx';
import { SignedForm, useSignedForm } from './signed-form.tsx';
import { TYPING } from './typing.ts';

/**
 * The form of an action, as the action describes itself: what it is asked, why where a reason is owed, and who does it. One deed. It takes the focus,
 * unless it stands there unasked: it was opened to be filled in.
 */
export function ActionForm<N extends ActionName>({
  name,
  params,
  record,
  given = {},
  of = null,
  level = 'h3',
  isStanding = false,
  opened = {},
  refusalOf,
  onMade,
  onDone,
}: {
  readonly name: N;
  /** The record it is done to, and what else stands in its address. */
  readonly params: ParamsOf<N>;
  /** What is told of that record, where what may be asked depends on how it stands. */
  readonly record?: object | undefined;
  /** What is known where the form stands and not asked; that which names one variant makes it the form of that. */
  readonly given?: Partial<ActionSent<N>>;
  /** What of the record it is done to, such as a gate: told behind its name. */
  readonly of?: Bilingual | null;
  /** How deep its heading stands on the page; null where what it stands in has one, and its name is for who does not see that. */
  readonly level?: 'h2' | 'h3' | null;
  /** It is there without having been opened. */
  readonly isStanding?: boolean;
  /** What stands in its fields as it opens, where that is not what stands in such fields. */
  readonly opened?: FormValues;
  /** What is shown of a refusal in place of its text; nothing where the text is to stand. */
  readonly refusalOf?: (error: Error | null, tries: number) => ReactNode;
  /** Called with what was answered, and what was asked. */
  readonly onMade?: (answer: AnswerOf<N>, asked: ActionSent<N>) => void;
  readonly onDone: () => void;
}) {
  const say = useSay();
  const said = useSaid();
  const nameOf = useFieldWord(name);
  const { today } = useDistrictFrame().district;
  const form = useSignedForm(onDone);
  const mayAct = useMayAct();
  const teller = useTell<ActionName>(name);
  const { hint, why, rightWhileEmpty: first, ...action } = actionNamed(name);
  const { label = action.label, needs = action.needs } = variantOf(name, given) ?? {};
  const title = of === null ? say(label) : `${say(label)} · ${say(of)}`;
  const entries = askedEntries(name).filter(({ asked }) => !(asked in given));
  const [values, setValues] = useState<FormValues>(() => ({ ...openedWith(entries, today), ...opened }));
  const [reason, setReason] = useState('');
  const set = (column: string, value: FormValue): void => setValues((before) => ({ ...before, [column]: value }));
  const state = { kind: name, values, faults: form.faults, idOf: form.idOf, set };
  const send = (): void => {
    const asked = entries.map((entry) => [entry.asked, sentOf(entry, values[entry.name] ?? null, said)] as const);
    const sent = { ...given, ...Object.fromEntries(asked) } as ActionSent<N>;
    const early = entries.filter(({ asked }) => asked === first?.asked && !mayAct(name, record, undefined, sent));
    const found = [
      ...faultsIn(entries, values, needs),
      ...early.map((entry): FormFault => ({ field: entry.name, word: 'form.fault.beforeFirst' })),
      ...(why ? reasonFaults(reason) : []),
    ];
    const askOf = ({ who, keyOf }: Pick<Parameters<Parameters<typeof form.send>[2]>[0], 'who' | 'keyOf'>): Sent<ActionName> => {
      const body = { who, ...(why ? { reason: reason.trim() } : {}), ...sent };
      return { params, body, key: keyOf(body) } as unknown as Sent<ActionName>;
    };
    form.send(teller, found, askOf, (answer) => onMade?.(answer as AnswerOf<N>, sent));
  };
  return (
    <SignedForm
      opens={!isStanding}
      form={form}
      {...(level === null ? { label: title } : { heading: title, level })}
      error={teller.error}
      refusal={refusalOf?.(teller.error, form.tries)}
      save={say(label)}
      isBusy={teller.isPending}
      onSend={send}
      onLeave={onDone}
    >
      {hint ? <p className="note">{say(hint)}</p> : null}
      {entries.map((entry) => {
        if (entry.kind === 'pair')
          return (
            <LineField
              key={entry.name}
              entry={entry}
              label={nameOf(entry.name)}
              hint={hintWordId(name, entry.name)}
              fault={form.faultOf(entry.name)}
              {...state}
            />
          );
        const Control = CONTROLS[entry.field.kind];
        return <Control key={entry.name} entry={entry} {...state} />;
      })}
      {why ? (
        <FormField id={form.idOf('reason')} label={say(why)} fault={form.faultOf('reason')}>
          <input value={reason} maxLength={500} autoComplete="off" onChange={(event) => setReason(event.target.value)} />
        </FormField>
      ) : null}
    </SignedForm>
  );
}

/** A text beside a deed, in the language of the screen: one line, more for what is sentences. */
function LineField({
  entry: { name },
  label,
  hint,
  fault,
  values,
  idOf,
  set,
}: {
  readonly entry: AskedEntry;
  readonly label: string;
  readonly hint: WordId | null;
  readonly fault: WordId | null;
  readonly values: FormValues;
  readonly idOf: (field: string) => string;
  readonly set: (column: string, value: FormValue) => void;
}) {
  const word = useWords();
  const shared = { value: String(values[name] ?? ''), maxLength: isLongText(name) ? 2000 : 500, autoComplete: 'off' };
  return (
    <FormField id={idOf(name)} label={label} {...(hint ? { hint: word(hint) } : {})} fault={fault}>
      {isLongText(name) ? (
        <textarea rows={3} {...shared} onChange={({ target }) => set(name, target.value)} />
      ) : (
        <input {...shared} onChange={({ target }) => set(name, target.value)} />
      )}
    </FormField>
  );
}

/** Days begin as today, all else as what must be said. */
function openedWith(entries: readonly AskedEntry[], today: string): FormValues {
  const values = entries.map(({ name, field: { kind, optional } }) => [name, kind === 'day' && !optional ? today : TYPING[kind].blank]);
  return Object.fromEntries(values);
}

function faultsIn(entries: readonly AskedEntry[], values: FormValues, needs: string | undefined): readonly FormFault[] {
  return entries.flatMap(({ name, asked, field }) => {
    const value = values[name] ?? null;
    const word = asked === needs && String(value ?? '').trim() === '' ? 'form.fault.reason' : faultOf(field, value, true);
    return word ? [{ field: name, word }] : [];
  });
}

function reasonFaults(reason: string): readonly FormFault[] {
  return reason.trim() === '' ? [{ field: 'reason', word: 'form.fault.reason' }] : [];
}

function sentOf({ kind, field }: AskedEntry, value: FormValue, said: (text: string) => Bilingual): unknown {
  return kind === 'pair' ? said(String(value ?? '')) : columnOf(field, value);
}
