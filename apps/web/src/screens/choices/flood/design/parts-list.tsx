import type { DesignRule, FloodDesign } from '@westgate/domain';
import type { ReactNode } from 'react';
import { useWords } from '../../../../messages/words.ts';
import { AsWritten } from '../../../../parts/as-written.tsx';
import { Button } from '../../../../parts/button.tsx';
import { sayRounded } from '../say-rounded.ts';
import { type PlacedPart, partsOf } from './design-draft.ts';
import { courseOf } from './hydrograph-course.ts';
import type { Opened } from './part-form.tsx';
import { LAYOUTS, nameOfPart, PART_KINDS, type PartKind } from './part-kinds.ts';
import { useSayRule } from './rule-fields.tsx';
import type { DesignDraft } from './use-design-draft.ts';

/** Gives a part in one line: its numbers, its peak, or what it does. */
export function useSayPart(design: FloodDesign, hours: number): (placed: PlacedPart) => string {
  const word = useWords();
  const sayRule = useSayRule(design);
  return ({ kind, part }) => {
    if (kind === 'rule') return sayRule(part as DesignRule);
    if ('discharge' in part) {
      const { peak, peakAt } = courseOf(part.discharge, hours);
      return word('design.hydrograph', { peak: sayRounded(peak, 1), hours: sayRounded(peakAt, 1) });
    }
    if (kind === 'outflow' && 'kind' in part) return word(`design.outflow.${part.kind as 'free' | 'normal-depth'}`);
    const told: Readonly<Record<string, unknown>> = { ...part };
    return LAYOUTS[kind].numbers
      .filter(({ name }) => typeof told[name] === 'number')
      .map(({ name, label }) => `${word(label)} ${sayRounded(Number(told[name]), 3)}`)
      .join(' · ');
  };
}

/** The parts of a design by kind, with what is not saved of each; where one is edited its form stands in its place. */
export function PartsList({
  of: { draft, saved, changes, broken, refused, remove, restore },
  hours,
  mayEdit,
  opened,
  form,
  onOpen,
}: {
  readonly of: DesignDraft;
  readonly hours: number;
  readonly mayEdit: boolean;
  readonly opened: Opened | null;
  readonly form: ReactNode;
  readonly onOpen: (opened: Opened) => void;
}) {
  const word = useWords();
  const sayPart = useSayPart(draft, hours);
  const here = partsOf(draft);
  const gone = partsOf(saved).filter(({ key }) => changes.get(key) === 'removed');
  const hasGate = draft.structures.some(({ kind }) => kind === 'gate');
  const faultOf = (key: string): string | null => {
    if (broken.includes(key)) return word('design.fault.gone');
    if (refused?.at?.key !== key) return null;
    const { path, told } = refused.at;
    return word('design.fault.at', { path: path === '' ? '' : `${path}: `, told });
  };
  const lineOf = (each: PlacedPart): ReactNode => {
    const { key, kind, part } = each;
    const change = changes.get(key);
    const fault = faultOf(key);
    if (form && opened?.part?.key === key) return <li key={key}>{form}</li>;
    return (
      <li key={key} id={`part-${key}`} tabIndex={-1} className={change ? `design-part ${change}` : 'design-part'}>
        <span className="design-part-name">
          <b>
            <AsWritten text={nameOfPart(part)} />
          </b>{' '}
          {nameOfPart(part) === part.id ? null : <small className="soft">{part.id}</small>}
          {change ? <small className="design-mark"> {word(`design.mark.${change}`)}</small> : null}
          <small className="block">
            <AsWritten text={sayPart(each)} />
          </small>
          {fault ? (
            <small className="block fault" role="alert">
              {fault}
            </small>
          ) : null}
        </span>
        {mayEdit ? (
          <span className="design-part-acts">
            {change === 'removed' ? (
              <Button look="plain" name={word('design.restore')} of={<AsWritten text={nameOfPart(part)} />} onClick={() => restore(each)} />
            ) : (
              <>
                <Button
                  look="plain"
                  name={word('acts.edit')}
                  of={<AsWritten text={nameOfPart(part)} />}
                  onClick={() => onOpen({ kind, part: each })}
                />
                <Button look="plain" name={word('part.withdraw')} of={<AsWritten text={nameOfPart(part)} />} onClick={() => remove(each)} />
              </>
            )}
          </span>
        ) : null}
      </li>
    );
  };
  const groupOf = (kind: PartKind): ReactNode => {
    const parts = [...here, ...gone].filter((each) => each.kind === kind);
    const isHeld = kind === 'rule' && !hasGate;
    const name = word(`design.part.${kind}`);
    return (
      <section key={kind} className="design-group" aria-labelledby={`parts-${kind}`}>
        <h2 id={`parts-${kind}`}>
          <PartSign kind={kind} />
          {name} <small>{parts.length > 0 ? parts.length : word('design.noneYet')}</small>
        </h2>
        {mayEdit && !isHeld ? (
          <Button look="plain" name={word('design.add')} of={name} onClick={() => onOpen({ kind, part: null })} />
        ) : null}
        {isHeld && mayEdit ? <p className="note">{word('design.noGate')}</p> : null}
        {parts.length > 0 || (form && opened?.part === null && opened.kind === kind) ? (
          <ul>
            {parts.map(lineOf)}
            {form && opened?.part === null && opened.kind === kind ? <li>{form}</li> : null}
          </ul>
        ) : null}
      </section>
    );
  };
  return <div className="design-parts">{PART_KINDS.map(groupOf)}</div>;
}

/** How a kind is drawn on the map. */
function PartSign({ kind }: { readonly kind: PartKind }) {
  const { shape } = LAYOUTS[kind];
  if (shape === null) return null;
  return (
    <svg className={`part-sign part-${kind}`} viewBox="0 0 22 14" aria-hidden="true">
      {shape === 'point' ? <circle cx="11" cy="7" r="4.5" /> : null}
      {shape === 'area' ? <path className="part-area" d="M3 11 6 2h11l2 9z" /> : null}
      {shape === 'line' || shape === 'two' ? <path className="part-line" d="M2 11 20 3" /> : null}
    </svg>
  );
}
