import type { Receipt } from '@westgate/contract';
import { useEffect, useId, useState } from 'react';
import { parseConflict } from '../../api/client.ts';
import { useTellAndSee } from '../../api/use-write.ts';
import { useWords } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import { Form } from '../../parts/form.tsx';
import { UndoButton } from '../../parts/undo-button.tsx';
import { useKeyOf } from '../../record/use-key-of.ts';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { useWho } from '../../scope/signed-in.ts';
import {
  columnsOfDraft,
  type DistrictDraft,
  type DistrictFault,
  type DistrictField,
  draftFaults,
  draftOfDistrict,
} from '../../start/district-draft.ts';
import { DistrictFaults } from '../../start/district-faults.tsx';
import { DistrictForm } from '../../start/district-form.tsx';
import { WhoField } from '../../start/who-field.tsx';

/** The form of the district that is held. Only what was changed is sent, as it was read; what another changed meanwhile is kept. */
export function SettingsForm() {
  const word = useWords();
  const prefix = useId();
  const keyOf = useKeyOf();
  const { district } = useDistrictFrame();
  const revise = useTellAndSee('change-district');
  const [who, setWho] = useWho();
  const [read, setRead] = useState(() => ({ base: draftOfDistrict(district), rev: district.rev }));
  const [draft, setDraft] = useState(read.base);
  const [faults, setFaults] = useState<readonly DistrictFault[]>([]);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [tries, setTries] = useState(0);
  const stillFaults = draftFaults(draft, who).filter(({ field }) => faults.some((fault) => fault.field === field));
  const idOf = (field: DistrictField): string => `${prefix}-${field}`;
  const fields = changedColumns(read.base, draft);
  const isChanged = Object.keys(fields).length > 0;
  const conflict = parseConflict(revise.error);
  const send = (): void => {
    const found = draftFaults(draft, who);
    setFaults(found);
    setTries(tries + 1);
    setReceipt(null);
    if (found.length > 0 || !isChanged) return;
    const ask = { body: { fields, who: who.trim() }, rev: read.rev };
    revise.mutate(
      { ...ask, key: keyOf(ask) },
      {
        onSuccess: (done) => {
          setReceipt(done);
          setRead({ base: draft, rev: done.rev ?? read.rev });
        },
      },
    );
  };
  const isBehind = district.rev > read.rev && !revise.isPending;
  const takeNew = (): void => {
    const fresh = draftOfDistrict(district);
    setDraft(mergedDraft(read.base, draft, fresh));
    setRead({ base: fresh, rev: district.rev });
    revise.reset();
  };
  useEffect(() => {
    if (!isBehind || isChanged) return;
    const fresh = draftOfDistrict(district);
    setDraft(fresh);
    setRead({ base: fresh, rev: district.rev });
  }, [isBehind, isChanged, district]);
  return (
    <Form className="start-form" onSend={send} aria-label={word('settings.title')}>
      {receipt ? (
        <output className="receipt" key={receipt.seq}>
          <b>{word('settings.done', { seq: receipt.seq })}</b> <UndoButton seq={receipt.seq} />
        </output>
      ) : null}
      {isBehind && isChanged ? (
        <div className="asked" role="alert">
          <p>{word('settings.behind')}</p>
          <Button name={word('settings.takeNew')} onClick={takeNew} />
        </div>
      ) : null}
      <DistrictFaults key={tries} faults={faults} error={conflict ? null : revise.error} idOf={idOf} />
      <DistrictForm
        idOf={idOf}
        draft={draft}
        faults={stillFaults}
        isNew={false}
        outline={null}
        onDraft={setDraft}
        onOutline={() => undefined}
      />
      <div className="start-send">
        <WhoField id={idOf('who')} who={who} isFaulty={stillFaults.some(({ field }) => field === 'who')} onWho={setWho} />
        <p className="small soft">
          {isChanged ? word('settings.changed', { count: Object.keys(fields).length }) : word('settings.unchanged')}
        </p>
        <Button type="submit" look="filled" name={word('settings.send')} disabled={revise.isPending} />
      </div>
    </Form>
  );
}

/** The columns of the district that `draft` gives another value than `base`. */
export function changedColumns(base: DistrictDraft, draft: DistrictDraft): Readonly<Record<string, unknown>> {
  const before = columnsOfDraft(base);
  return Object.fromEntries(Object.entries(columnsOfDraft(draft)).filter(([column, value]) => !isSame(value, before[column])));
}

/** What another left (`fresh`), with the parts that were typed here since `base`. */
export function mergedDraft(base: DistrictDraft, draft: DistrictDraft, fresh: DistrictDraft): DistrictDraft {
  const mine = Object.entries(draft).filter(
    ([part, value]) => !Object.entries(base).some(([name, was]) => name === part && isSame(was, value)),
  );
  const typed = Object.entries(draft.settings).filter(([column, value]) => value !== base.settings[column]);
  return { ...fresh, ...Object.fromEntries(mine), settings: { ...fresh.settings, ...Object.fromEntries(typed) } };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
