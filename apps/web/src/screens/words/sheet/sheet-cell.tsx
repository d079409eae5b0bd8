import { isDay } from '@westgate/base';
import { vocabularyName } from '@westgate/domain';
import { isWordId, useSay, useWords } from '../../../messages/words.ts';
import { AsWritten } from '../../../parts/as-written.tsx';
import { ComboField } from '../../../parts/combo-field.tsx';
import { useSayPeriod } from '../../../parts/day-text.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import type { SheetField } from './view-model.ts';

/** A cell as it was understood: the value, what it takes the place of, the words of the sheet where they differ, why, and what is wrong. */
export function SheetCell({
  field,
  names,
  sentences,
  sentence,
  onSentence,
}: {
  readonly field: SheetField;
  readonly names: ReadonlyMap<string, string>;
  /** The sentences of the plan the sheet belongs to. */
  readonly sentences: readonly { readonly id: string; readonly name: string }[];
  /** The one chosen for a row whose words stand in none. */
  readonly sentence: string;
  readonly onSentence: (id: string) => void;
}) {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const { days } = useDistrictFrame().district;
  const { value, before, raw, cell, state, rule, notes, fault, candidates } = field;
  const isDepartment = field.field === 'lead' || field.field === 'support' || field.field === 'department';
  const sayOne = (text: string): string => {
    if (isDepartment) return names.get(text) ?? raw;
    if (field.field === 'due' && isDay(text)) return sayWhen(text);
    return field.field === 'sentence' ? (sentences.find(({ id }) => id === text)?.name ?? text) : text;
  };
  const sayAll = (given: SheetField['value']): string => {
    const said = given === null || given === '' ? [] : typeof given === 'string' ? [sayOne(given)] : [...new Set(given.map(sayOne))];
    return said.join(' · ');
  };
  const [now, old] = [sayAll(value), sayAll(before)];
  const [, kind] = /^kind-(.+)$/.exec(rule ?? '') ?? [];
  const because = `sheet.rule.${rule}`;
  const asksSentence = fault?.code === 'sentence-not-found';
  const likely = sentences.filter(({ id }) => candidates.includes(id));
  return (
    <div className={`sheet-cell ${state}`}>
      {state === 'changed' && old !== '' ? (
        <del>
          <AsWritten text={old} />
        </del>
      ) : null}
      {now === '' ? state === 'changed' ? <span className="soft">{word('start.preview.empty')}</span> : null : <AsWritten text={now} />}
      {raw !== '' && raw !== now ? (
        <small className="raw">
          <AsWritten text={raw} />
        </small>
      ) : null}
      {kind === undefined ? null : (
        <small>
          {word('sheet.rule.new-project')} {say(vocabularyName('project', kind))}
        </small>
      )}
      {state === 'new' || state === 'changed' ? isWordId(because) ? <small>{word(because)}</small> : null : null}
      {notes.map((note) => (
        <small key={note}>{word(`sheet.note.${note}` as 'sheet.note.formula')}</small>
      ))}
      {fault ? (
        <small className="fault">
          {cell.slice(cell.lastIndexOf('!') + 1)} ·{' '}
          {word(`sheet.fault.${fault.code}` as 'sheet.fault.out-of-span', { first: days.first, last: days.last })}
          {fault.found !== '' && fault.found !== raw && fault.found !== now ? (
            <q>
              <AsWritten text={fault.found} />
            </q>
          ) : null}
        </small>
      ) : null}
      {asksSentence ? (
        <ComboField
          aria-label={word('sheet.sentence', { cell })}
          value={sentence}
          options={[...likely, ...sentences.filter((each) => !likely.includes(each))]}
          empty={word('sheet.sentence.none')}
          onValue={onSentence}
        />
      ) : null}
    </div>
  );
}
