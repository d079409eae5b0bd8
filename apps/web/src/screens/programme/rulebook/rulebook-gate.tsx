import type { Gate, Requirement } from '@westgate/contract';
import { useSay, useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { shownSource } from '../../../parts/source-note.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { type FormValues, valuesOf } from '../../../record/form/form-values.ts';
import { PartForm } from '../../../record/form/part-form.tsx';
import { RowActs, WithdrawButton } from '../../../record/form/row-acts.tsx';
import { useMayChange } from '../../../scope/may-change.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import { GateBasis } from '../gates/gate-basis.tsx';

/** A gate of the rulebook with what it asks for; both are changed, added to and taken out here. */
export function RulebookGate({
  gate,
  requirements,
  kind,
}: {
  readonly gate: Gate;
  readonly requirements: readonly Requirement[];
  readonly kind: string;
}) {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const { edit } = useView();
  const close = (): void => setView({ edit: undefined }, { replace: true });
  const isWritable = useMayChange('edit-all');
  return (
    <li id={`gate-${gate.id}`}>
      <h2>
        <span className="rung-mark" aria-hidden="true">
          {gate.position}
        </span>{' '}
        {say(gate.name)} {gate.admits ? <small>{word('rulebook.admits')}</small> : null}
      </h2>
      <GateBasis gate={gate} pass={null} />
      <p className="small soft">
        {word('rulebook.from')} <DayText on={gate.effectiveFrom} />
        {gate.effectiveTo ? (
          <>
            {' '}
            {word('rulebook.to')} <DayText on={gate.effectiveTo} />
          </>
        ) : null}
      </p>
      <ul className="needs">
        {requirements.map((requirement) => (
          <RequirementRow key={requirement.id} requirement={requirement} />
        ))}
      </ul>
      {edit === `gate:${gate.id}` ? (
        <PartForm kind="gate" of={{}} held={{ key: gate.id, rev: gate.rev, values: gateValues(gate, kind) }} onDone={close} />
      ) : edit === `new:${gate.id}` ? (
        <PartForm kind="requirement" of={{ gate: gate.id, position: String(requirements.length + 1) }} onDone={close} />
      ) : isWritable ? (
        <p className="row small">
          <Button look="plain" name={word('part.new.requirement')} onClick={() => setView({ edit: `new:${gate.id}` })} />
          <Button look="plain" name={word('rulebook.editGate')} of={say(gate.name)} onClick={() => setView({ edit: `gate:${gate.id}` })} />
          <WithdrawButton edit={{ action: 'withdraw', table: 'gate', key: gate.id, rev: gate.rev, withAll: true }} name={say(gate.name)} />
        </p>
      ) : null}
    </li>
  );
}

function RequirementRow({ requirement }: { readonly requirement: Requirement }) {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const { edit } = useView();
  const name = say(requirement.name);
  if (edit === `need:${requirement.id}`) {
    const held = { key: requirement.id, rev: requirement.rev, values: requirementValues(requirement) };
    return (
      <li className="wide">
        <PartForm kind="requirement" of={{}} held={held} onDone={() => setView({ edit: undefined }, { replace: true })} />
      </li>
    );
  }
  return (
    <li>
      <span className="need-sign soft">{word(`requirement.${requirement.kind}`)}</span>
      <div>
        {name} {requirement.optional ? <small>{word('gates.optional')}</small> : null}{' '}
        {requirement.land ? <small>{word(`landLaw.${requirement.land}`)}</small> : null}
        {say(requirement.note) ? <small className="block">{say(requirement.note)}</small> : null}
        <RowActs
          open={`need:${requirement.id}`}
          edit={{ action: 'withdraw', table: 'requirement', key: requirement.id, rev: requirement.rev }}
          name={name}
          right="edit-all"
        />
      </div>
      <span className="need-who">
        {requirement.department ? <ThingLink thing={requirement.department} /> : word(`supplier.${requirement.suppliedBy}`)}
      </span>
    </li>
  );
}

/** A gate as the form shows it. */
function gateValues(gate: Gate, kind: string): FormValues {
  return valuesOf('gate', {
    id: gate.id,
    project_kind: kind,
    position: gate.position,
    name_zh: gate.name.zh,
    name_en: gate.name.en,
    meaning_zh: gate.meaning.zh,
    meaning_en: gate.meaning.en,
    level: gate.level,
    admits: gate.admits,
    basis_zh: gate.basis.zh,
    basis_en: gate.basis.en,
    source: shownSource(gate.source)?.id ?? null,
    confidence: gate.confidence,
    effective_from: gate.effectiveFrom,
    effective_to: gate.effectiveTo,
  });
}

/** What a gate asks for, as the form shows it. */
function requirementValues(requirement: Requirement): FormValues {
  return valuesOf('requirement', {
    id: requirement.id,
    position: requirement.position,
    kind: requirement.kind,
    name_zh: requirement.name.zh,
    name_en: requirement.name.en,
    supplied_by: requirement.suppliedBy,
    department: requirement.department?.id ?? null,
    land: requirement.land,
    optional: requirement.optional,
    note_zh: requirement.note.zh,
    note_en: requirement.note.en,
  });
}
