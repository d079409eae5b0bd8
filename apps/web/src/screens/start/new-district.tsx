import { useNavigate } from '@tanstack/react-router';
import type { Geometry } from '@westgate/base';
import type { Standing } from '@westgate/contract';
import { useId, useState } from 'react';
import { useTellAndSee } from '../../api/use-write.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import { Form } from '../../parts/form.tsx';
import { useKeyOf } from '../../record/use-key-of.ts';
import { useWho } from '../../scope/signed-in.ts';
import {
  columnsOfDraft,
  type DistrictDraft,
  type DistrictFault,
  type DistrictField,
  draftFaults,
  newDraft,
} from '../../start/district-draft.ts';
import { DistrictFaults } from '../../start/district-faults.tsx';
import { DistrictForm } from '../../start/district-form.tsx';
import { USUAL_UNITS } from '../../start/offered-units.ts';
import { WhoField } from '../../start/who-field.tsx';

/** Begins a district with nothing in it. What goes is said before, and comes back by one undo. */
export function NewDistrict({ standing: { held } }: { readonly standing: Standing }) {
  const word = useWords();
  const say = useSay();
  const prefix = useId();
  const navigate = useNavigate();
  const keyOf = useKeyOf();
  const start = useTellAndSee('start-district', () => navigate({ to: '/atlas' }));
  const [who, setWho] = useWho();
  const [draft, setDraft] = useState<DistrictDraft>(() => ({
    ...newDraft(Intl.DateTimeFormat().resolvedOptions().timeZone),
    units: USUAL_UNITS,
  }));
  const [outline, setOutline] = useState<Geometry | null>(null);
  const [faults, setFaults] = useState<readonly DistrictFault[]>([]);
  const [tries, setTries] = useState(0);
  const stillFaults = draftFaults(draft, who).filter(({ field }) => faults.some((fault) => fault.field === field));
  const idOf = (field: DistrictField): string => `${prefix}-${field}`;
  const send = (): void => {
    const found = draftFaults(draft, who);
    setFaults(found);
    setTries(tries + 1);
    if (found.length > 0) return;
    const fields = columnsOfDraft(draft);
    const drawn = outline
      ? {
          name_zh: fields.name_zh,
          name_en: fields.name_en,
          basis_zh: draft.languages.includes('zh') ? word('start.outline.basis') : null,
          basis_en: draft.languages.includes('en') ? word('start.outline.basis') : null,
          geometry: outline,
        }
      : undefined;
    const ask = { who: who.trim(), fields, outline: drawn };
    start.mutate({ body: ask, key: keyOf(ask) });
  };
  return (
    <Form className="start-form" onSend={send} aria-label={word('start.way.new')}>
      <DistrictFaults key={tries} faults={faults} error={start.error} idOf={idOf} />
      <DistrictForm idOf={idOf} draft={draft} faults={stillFaults} isNew outline={outline} onDraft={setDraft} onOutline={setOutline} />
      <div className="start-send">
        <WhoField id={idOf('who')} who={who} isFaulty={stillFaults.some(({ field }) => field === 'who')} onWho={setWho} />
        {held ? <p className="effect">{word('start.new.replaces', { name: say(held.name) || held.id, count: held.records })}</p> : null}
        <Button type="submit" look="filled" name={word('start.new.send')} disabled={start.isPending} />
      </div>
    </Form>
  );
}
