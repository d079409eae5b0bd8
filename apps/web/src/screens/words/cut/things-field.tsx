import { useId, useState } from 'react';
import { isWordId, useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { Picker, usePickedName } from '../../../parts/picker.tsx';
import { Select } from '../../../parts/select.tsx';
import { CUT_KINDS, type CutThing } from './cut-model.ts';

/** What a commitment is tied to: records picked by name, each taken out by its button. */
export function ThingsField({
  things,
  onThings,
}: {
  readonly things: readonly CutThing[];
  readonly onThings: (things: readonly CutThing[]) => void;
}) {
  const word = useWords();
  const id = useId();
  const [kind, setKind] = useState<CutThing['kind']>('place');
  const tie = `cut.tie.${kind}`;
  return (
    <div className="form-field things-field">
      <label id={`${id}-label`} htmlFor={id}>
        {word('cut.things')}
      </label>
      <p className="note">{word(isWordId(tie) ? tie : 'cut.tie.plain')}</p>
      <div className="things-pick">
        <Select
          aria-label={word('record.kind')}
          value={kind}
          options={CUT_KINDS.map((each) => [each, word(`noun.${each}`)])}
          onChoose={(id) => setKind(kindOf(id))}
        />
        <Picker
          id={id}
          kinds={[kind]}
          value={null}
          onPick={(picked) => {
            if (!picked || things.some((each) => each.kind === kind && each.id === picked.id)) return;
            onThings([...things, { kind, id: picked.id }]);
          }}
        />
      </div>
      {things.length > 0 ? (
        <ul className="things-picked">
          {things.map((thing) => (
            <li key={`${thing.kind}:${thing.id}`}>
              <ThingName thing={thing} />
              <Button
                look="plain"
                name={word('cut.untie')}
                of={thing.id}
                onClick={() => onThings(things.filter((each) => each.kind !== thing.kind || each.id !== thing.id))}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function ThingName({ thing }: { readonly thing: CutThing }) {
  const word = useWords();
  const name = usePickedName(thing);
  return (
    <span>
      {name} <small className="soft">{word(`noun.${thing.kind}`)}</small>
    </span>
  );
}

function kindOf(text: string): CutThing['kind'] {
  return CUT_KINDS.find((kind) => kind === text) ?? 'place';
}
