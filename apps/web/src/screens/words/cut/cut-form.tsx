import { LANGUAGE_TAGS, type Language } from '@westgate/base';
import type { EditsReceipt, Sentence } from '@westgate/contract';
import { doneWhen, vocabulary } from '@westgate/domain';
import { useId, useState } from 'react';
import { useEdits } from '../../../api/edits.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { DayField } from '../../../parts/day-field.tsx';
import { Form } from '../../../parts/form.tsx';
import { Picker } from '../../../parts/picker.tsx';
import { Select } from '../../../parts/select.tsx';
import { WordStrip } from '../../../parts/word-strip.tsx';
import { FaultSummary } from '../../../record/fault-summary.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useMayChange } from '../../../scope/may-change.ts';
import { useWho } from '../../../scope/signed-in.ts';
import { useLanguage } from '../../../scope/use-view.ts';
import { type CutFault, type CutFields, cutEdits, cutFaults, mentionedIn, titleFrom, verbClassOf } from './cut-model.ts';
import { ThingsField } from './things-field.tsx';

/** The form that cuts a commitment from words of a sentence: the words first, then what is known of it. One deed. */
export function CutForm({
  sentence,
  initial,
  title,
  onDone,
  onCancel,
}: {
  readonly sentence: Sentence;
  readonly initial: CutFields;
  readonly title: string;
  readonly onDone: (receipt: EditsReceipt) => void;
  readonly onCancel: () => void;
}) {
  const word = useWords();
  const say = useSay();
  const shown = useLanguage();
  const prefix = useId();
  const { axes, mode } = useDistrictFrame().district;
  const [who, setWho] = useWho();
  const [fields, setFields] = useState(initial);
  const [faults, setFaults] = useState<readonly CutFault[]>([]);
  const [tries, setTries] = useState(0);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const edits = useEdits();
  const mayMark = useMayChange('edit-all');
  const languages = ([shown, shown === 'zh' ? 'en' : 'zh'] as const).filter((language) => sentence.text[language] !== null);
  const [language = shown] = languages;
  const set = (patch: Partial<CutFields>): void => setFields((before) => ({ ...before, ...patch }));
  const ids = { clause: 'clause', title: `title-${language}`, dueOn: 'due', who: 'who' } as const;
  const idOf = (field: CutFault['field']): string => `${prefix}-${ids[field]}`;
  const faultOf = (field: CutFault['field']) => faults.find((fault) => fault.field === field)?.word ?? null;

  const cut = (own: Language, part: { readonly start: number; readonly end: number } | null): void => {
    const words = part ? (sentence.text[own] ?? '').slice(part.start, part.end) : '';
    const isMade = fields.title[own] === '' || fields.title[own] === titleFrom(fields.clause[own]);
    set({
      clause: { ...fields.clause, [own]: words },
      ...(isMade ? { title: { ...fields.title, [own]: titleFrom(words) } } : {}),
    });
  };
  const send = (): void => {
    const found = cutFaults(fields, who);
    setFaults(found);
    setTries(tries + 1);
    if (found.length > 0) return;
    edits.mutate(
      {
        edits: cutEdits(fields, { sentence, language, before: 0, mentioned: mentionedIn(sentence), mayMark }),
        who: who.trim(),
        reason: '',
        key,
      },
      { onSuccess: onDone, onError: () => setKey(crypto.randomUUID()) },
    );
  };
  const rule = doneWhen('commitment', fields.verbClass === '' ? null : fields.verbClass);
  return (
    <Form className="cut-form" onSend={send} aria-labelledby={`${prefix}-title`}>
      <h2 id={`${prefix}-title`}>{title}</h2>
      <FaultSummary key={tries} faults={faults} error={faults.length === 0 ? edits.error : null} idOf={idOf} />
      {languages.map((own) => (
        <div
          key={own}
          id={own === language ? idOf('clause') : undefined}
          tabIndex={-1}
          className={faultOf('clause') ? 'form-field faulty' : 'form-field'}
        >
          <p className="label">{languages.length > 1 ? word('cut.wordsIn', { language: word(`language.${own}`) }) : word('cut.words')}</p>
          <WordStrip
            text={sentence.text[own] ?? ''}
            lang={LANGUAGE_TAGS[own]}
            label={word('cut.wordsIn', { language: word(`language.${own}`) })}
            part={partIn(sentence.text[own] ?? '', fields.clause[own])}
            onPart={(part) => cut(own, part)}
          />
          {own === language ? <p className="note">{word('cut.wordsHint')}</p> : null}
        </div>
      ))}
      {languages.map((own) => (
        <FormField
          key={own}
          id={`${prefix}-title-${own}`}
          fault={own === language ? faultOf('title') : null}
          label={languages.length > 1 ? word('cut.titleIn', { language: word(`language.${own}`) }) : word('cut.title')}
        >
          <input
            value={fields.title[own]}
            lang={LANGUAGE_TAGS[own]}
            autoComplete="off"
            onChange={(event) => set({ title: { ...fields.title, [own]: event.target.value } })}
          />
        </FormField>
      ))}
      <FormField id={`${prefix}-class`} fault={null} label={word('cut.verbClass')}>
        <Select
          value={fields.verbClass}
          options={vocabulary.VERB_CLASSES.map((each) => [each, word(`verb.${each}`)])}
          none={word('cut.verbUnknown')}
          onChoose={(id) => set({ verbClass: verbClassOf(id ?? '') })}
        />
      </FormField>
      <p className="note cut-rule">
        <b>{word('plan.doneWhen')}</b> {say(rule)}
      </p>
      <FormField id={`${prefix}-owner`} fault={null} label={word('commitment.owner')}>
        <Picker
          kinds={['department']}
          value={fields.owner === '' ? null : { kind: 'department', id: fields.owner }}
          onPick={(picked) => set({ owner: picked?.id ?? '', newOwner: '' })}
        />
      </FormField>
      {fields.owner === '' ? (
        <FormField id={`${prefix}-new-owner`} fault={null} label={word('cut.newOwner')} hint={word('cut.newOwnerHint')}>
          <input value={fields.newOwner} autoComplete="off" onChange={(event) => set({ newOwner: event.target.value })} />
        </FormField>
      ) : null}
      <div className="cut-pair">
        <FormField id={`${prefix}-due`} fault={faultOf('dueOn')} label={word('due.name')}>
          <DayField aria-label={word('due.name')} value={fields.dueOn} onDay={(dueOn) => set({ dueOn })} />
        </FormField>
        <FormField id={`${prefix}-due-basis`} fault={null} label={word('cut.dueBasis')}>
          <input value={fields.dueBasis} autoComplete="off" onChange={(event) => set({ dueBasis: event.target.value })} />
        </FormField>
      </div>
      <ThingsField things={fields.things} onThings={(things) => set({ things })} />
      {axes
        .filter(({ values }) => values.length > 0)
        .map((axis) => (
          <fieldset key={axis.id} className="form-field ticks">
            <legend className="label">{say(axis.name)}</legend>
            {axis.values.map((value) => {
              const tag = `${axis.id}:${value.id}`;
              const isOn = fields.tags.includes(tag);
              return (
                <label key={tag} className="tick-box">
                  <input
                    type="checkbox"
                    checked={isOn}
                    onChange={() => set({ tags: isOn ? fields.tags.filter((each) => each !== tag) : [...fields.tags, tag] })}
                  />{' '}
                  {say(value.name)}
                </label>
              );
            })}
          </fieldset>
        ))}
      <FormField id={`${prefix}-note`} fault={null} label={word('record.note')}>
        <input value={fields.note} autoComplete="off" onChange={(event) => set({ note: event.target.value })} />
      </FormField>
      <FormField id={`${prefix}-who`} fault={faultOf('who')} label={word('record.who')}>
        <input value={who} maxLength={80} autoComplete="name" onChange={(event) => setWho(event.target.value)} />
      </FormField>
      <p className="row cut-actions">
        <Button type="submit" look="filled" name={word('cut.send')} disabled={edits.isPending || mode === 'read-only'} />
        <Button look="plain" name={word('cut.cancel')} onClick={onCancel} />
      </p>
    </Form>
  );
}

function partIn(text: string, words: string): { readonly start: number; readonly end: number } | null {
  const start = words === '' ? -1 : text.indexOf(words);
  return start < 0 ? null : { start, end: start + words.length };
}
