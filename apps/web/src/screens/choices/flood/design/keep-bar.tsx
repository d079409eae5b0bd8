import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../../../../messages/words.ts';
import { ActButton } from '../../../../parts/act-button.tsx';
import { Button } from '../../../../parts/button.tsx';
import { ErrorText } from '../../../../parts/error-text.tsx';
import { useUnkept } from '../../../../parts/unsent-text.ts';
import { ConflictNote } from '../../../../record/conflict-note.tsx';
import { type PartClash, partsOf } from './design-draft.ts';
import { nameOfPart } from './part-kinds.ts';
import { useSayPart } from './parts-list.tsx';
import type { DesignDraft } from './use-design-draft.ts';

/** What of the design is not saved, and the one press that saves all of it as one change; what the server refused, and what another changed meanwhile. */
export function KeepBar({ of, hours, isEditing }: { readonly of: DesignDraft; readonly hours: number; readonly isEditing: boolean }) {
  const word = useWords();
  const { changes, refused, clashing, isPending, tries, broken, save, discard } = of;
  useUnkept(changes.size > 0);
  const isUnkept = changes.size > 0;
  return (
    <div className={isUnkept ? 'keep-bar unkept' : 'keep-bar'}>
      {clashing ? <Clashing key={`${clashing.conflict.rev} ${tries}`} of={of} clashing={clashing} hours={hours} /> : null}
      {refused ? (
        <Told key={tries}>
          <ErrorText error={refused.error} />
        </Told>
      ) : null}
      {broken.length > 0 && tries > 0 ? <Told key={`broken ${tries}`}>{word('design.fault.gone')}</Told> : null}
      <p role="status">{isUnkept ? word('design.unkept', { count: changes.size }) : word('design.allKept')}</p>
      {isUnkept ? (
        <p className="row">
          <ActButton className="button filled" name={word('design.keep')} isBusy={isPending || isEditing} onAct={save} />
          <Button look="plain" name={word('design.discard')} disabled={isPending} onClick={discard} />
        </p>
      ) : null}
    </div>
  );
}

function Told({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <p role="alert" tabIndex={-1} ref={box} className="fault">
      {children}
    </p>
  );
}

/** Who changed the design meanwhile, and the parts that both changed side by side. */
function Clashing({
  of: { draft, take },
  clashing,
  hours,
}: {
  readonly of: DesignDraft;
  readonly clashing: NonNullable<DesignDraft['clashing']>;
  readonly hours: number;
}) {
  const word = useWords();
  const sayPart = useSayPart(draft, hours);
  const mine = new Map(partsOf(draft).map((each) => [each.key, each]));
  const theirs = new Map(clashing.clashes.map((clash) => [clash.key, clash]));
  const textOf = (key: string, part: PartClash['theirs']): string => (part === null ? '' : JSON.stringify([key, part.part]));
  const nameOf = (key: string): string => {
    const part = mine.get(key) ?? theirs.get(key)?.theirs ?? null;
    return part ? `${word(`design.part.${part.kind}`)} ${nameOfPart(part.part)}` : key;
  };
  const said = new Map<string, string>();
  for (const [key, { theirs: other }] of theirs)
    for (const part of [mine.get(key) ?? null, other])
      said.set(textOf(key, part), part ? `${nameOfPart(part.part)} · ${sayPart(part)}` : word('design.gone'));
  return (
    <ConflictNote
      conflict={clashing.conflict}
      clashes={clashing.clashes.map(({ key, theirs: other }) => ({ field: key, theirs: textOf(key, other) }))}
      isTaken={clashing.isTaken}
      typed={(key) => textOf(key, mine.get(key) ?? null)}
      nameOf={nameOf}
      sayOf={(_, value) => said.get(value) ?? word('design.gone')}
      onTake={({ field }) => {
        const clash = theirs.get(field);
        if (clash) take(clash);
      }}
    />
  );
}
