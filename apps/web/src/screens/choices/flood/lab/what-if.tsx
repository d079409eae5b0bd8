import type { FloodPreview, RecordOf } from '@westgate/contract';
import type { DesignRule, FloodDesign } from '@westgate/domain';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useReviseRecord } from '../../../../api/edits.ts';
import { useTell } from '../../../../api/use-write.ts';
import { useWords } from '../../../../messages/words.ts';
import { ActButton } from '../../../../parts/act-button.tsx';
import { AsWritten } from '../../../../parts/as-written.tsx';
import { Button } from '../../../../parts/button.tsx';
import { Refusal } from '../../../../parts/error-text.tsx';
import { Select } from '../../../../parts/select.tsx';
import { useSayHours } from '../parts/say-hours.ts';

/** Milliseconds without a move after which a first look is asked for. */
const STILL_MS = 250;
const HOUR_S = 3_600;

/** A rule is tried otherwise: how far its gate opens, and from when on; the peak that comes of it is shown at once, on coarse cells. It can be kept as the rule of the case. */
export function WhatIf({ of, design }: { readonly of: RecordOf<'flood_case'>; readonly design: FloodDesign }) {
  const word = useWords();
  const [chosen, setChosen] = useState(design.rules[0]?.id ?? '');
  const [tried, setTried] = useState<FloodDesign | null>(null);
  const look = useTell('preview-flood');
  const keep = useReviseRecord();
  const { mutate } = look;
  useEffect(() => {
    if (tried === null) return;
    const timer = setTimeout(() => mutate({ params: { id: of.id }, body: { design: tried }, key: crypto.randomUUID() }), STILL_MS);
    return () => clearTimeout(timer);
  }, [tried, of.id, mutate]);
  const shown = tried ?? design;
  const rule = shown.rules.find(({ id }) => id === chosen) ?? shown.rules[0];
  if (!rule) return null;
  const set = (next: DesignRule): void => setTried({ ...shown, rules: shown.rules.map((each) => (each.id === next.id ? next : each)) });
  return (
    <section className="section flood-what-if no-print" aria-labelledby="flood-what-if">
      <h2 id="flood-what-if">{word('flood.whatIf')}</h2>
      <p className="note">{word('flood.whatIfHint')}</p>
      {shown.rules.length > 1 ? (
        <label>
          {word('flood.rule')} <Select value={rule.id} options={shown.rules.map(({ id }) => [id, id] as const)} onChoose={setChosen} />
        </label>
      ) : null}
      <Sliders rule={rule} design={design} onRule={set} />
      <p role="status" className="flood-peak">
        {look.isPending ? word('flood.looking') : look.data ? <Peak preview={look.data} design={design} /> : null}
      </p>
      <Refusal error={look.error ?? keep.error} />
      {tried === null ? null : (
        <div className="row">
          <ActButton
            className="button filled"
            name={word('flood.keepRule')}
            isBusy={keep.isPending}
            onAct={(who) =>
              keep.mutate(
                { kind: 'flood_case', id: of.id, rev: of.rev, fields: { design: tried }, who, reason: '', key: crypto.randomUUID() },
                { onSuccess: () => setTried(null) },
              )
            }
          />
          <Button
            name={word('flood.asItWas')}
            look="plain"
            onClick={() => {
              setTried(null);
              look.reset();
            }}
          />
        </div>
      )}
    </section>
  );
}

/** How far the gate of a rule opens, and the value from which on it does. */
function Sliders({
  rule,
  design,
  onRule,
}: {
  readonly rule: DesignRule;
  readonly design: FloodDesign;
  readonly onRule: (rule: DesignRule) => void;
}) {
  const word = useWords();
  const sayHours = useSayHours();
  const gate = design.structures.find(({ id }) => id === rule.gate);
  const full = gate?.kind === 'gate' ? gate.full_m : rule.target_m;
  const [first, ...others] = rule.when;
  const kept = design.rules.find(({ id }) => id === rule.id)?.when[0]?.than ?? first?.than ?? 0;
  const reach = Math.max(2, Math.abs(kept) * 0.2);
  return (
    <div className="flood-sliders">
      <label>
        <span>
          <AsWritten text={word('flood.opensTo', { gate: gate?.name ?? rule.gate })} />
        </span>
        <input
          type="range"
          min={0}
          max={full}
          step={full / 50}
          value={rule.target_m}
          aria-valuetext={`${rule.target_m.toFixed(2)} m`}
          onChange={({ target }) => onRule({ ...rule, target_m: Number(target.value) })}
        />
        <output className="number">{rule.target_m.toFixed(2)} m</output>
      </label>
      {first ? (
        <label>
          <span>{word(first.value.of === 'time' ? 'flood.fromTime' : 'flood.fromValue', { is: first.is })}</span>
          <input
            type="range"
            min={Math.max(first.value.of === 'gauge' ? -1_000 : 0, kept - reach)}
            max={kept + reach}
            step={reach / 50}
            value={first.than}
            aria-valuetext={first.value.of === 'time' ? sayHours(first.than * HOUR_S) : first.than.toFixed(2)}
            onChange={({ target }) => onRule({ ...rule, when: [{ ...first, than: Number(target.value) }, ...others] })}
          />
          <output className="number">{first.value.of === 'time' ? sayHours(first.than * HOUR_S) : first.than.toFixed(2)}</output>
        </label>
      ) : null}
    </div>
  );
}

function Peak({ preview: { variants, cell }, design }: { readonly preview: FloodPreview; readonly design: FloodDesign }) {
  const word = useWords();
  const intl = useIntl();
  const section = design.sections.at(-1);
  if (!section) return <>{word('flood.noSection')}</>;
  const peak = (variant: 'with' | 'without'): number => Math.round(variants[variant].summary.sections[section.id]?.peak_m3s ?? 0);
  const cut = peak('without') - peak('with');
  return (
    <AsWritten
      text={word('flood.newPeak', { name: section.name, peak: intl.formatNumber(peak('with')), cut: intl.formatNumber(cut), cell })}
    />
  );
}
