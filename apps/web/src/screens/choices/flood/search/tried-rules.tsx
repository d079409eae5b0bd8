import type { RecordOf } from '@westgate/contract';
import { type FloodDesign, type RuleOutcome, type RuleSearchResult, type RuleValues, ruleNumbers, withRuleNumbers } from '@westgate/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useReviseRecord } from '../../../../api/edits.ts';
import { useWords } from '../../../../messages/words.ts';
import { ActButton } from '../../../../parts/act-button.tsx';
import { AsWritten } from '../../../../parts/as-written.tsx';
import { Button } from '../../../../parts/button.tsx';
import { Refusal } from '../../../../parts/error-text.tsx';
import { Table } from '../../../../parts/table.tsx';
import { useSayNumber } from './use-say-number.ts';

/** How many are shown at first. */
const FEW = 8;

/** A line of the table: the rules as they are, or a set of numbers that was tried. */
interface Line {
  /** Which it is of those tried, from 0; null: the rules as they are. */
  readonly at: number | null;
  readonly values: RuleValues;
  readonly coarse: RuleOutcome;
  readonly fine: RuleOutcome | null;
}

/** What was tried, the best first; what fine cells made of the best; and the press that takes one into the case. */
export function TriedRules({
  of,
  design,
  result,
  mayEdit,
}: {
  readonly of: RecordOf<'flood_case'>;
  /** As the case is now. */
  readonly design: FloodDesign;
  readonly result: RuleSearchResult;
  readonly mayEdit: boolean;
}) {
  const word = useWords();
  const intl = useIntl();
  const keep = useReviseRecord();
  const [isWhole, setWhole] = useState(false);
  const sayOutcome = useSayExcess(result.design);
  const sayNumber = useSayNumber(result.design);
  const { tried, now, best, cells, withoutM3s, isConfirmed } = result;
  const m3s = (value: number): string => intl.formatNumber(Math.round(value));
  const section = result.design.sections.find(({ id }) => id === result.ask.section)?.name ?? result.ask.section;
  const names = new Map(ruleNumbers(result.design).map((number) => [number.name, sayNumber(number)]));
  const found = best === null ? undefined : tried[best];
  const lines: readonly Line[] = [
    { at: null, values: {}, ...now },
    ...tried.map((each, at) => ({ at, ...each })).filter(({ at }) => isWhole || at < FEW),
  ];
  const take = (values: RuleValues, who: string): void => {
    const next = withRuleNumbers(design, values, result.design);
    if (next)
      keep.mutate({ kind: 'flood_case', id: of.id, rev: of.rev, fields: { design: next }, who, reason: '', key: crypto.randomUUID() });
  };
  return (
    <>
      <p className="flood-verdict" role="status">
        <AsWritten
          text={
            found?.fine
              ? word(now.fine.excess.isWithin ? 'search.best' : 'search.bestWithin', {
                  ...{ rank: (best ?? 0) + 1, section, peak: m3s(found.fine.peakM3s), now: m3s(now.fine.peakM3s) },
                  ...{ less: m3s(now.fine.peakM3s - found.fine.peakM3s), without: m3s(withoutM3s.fine) },
                })
              : word('search.noBest', { section, now: m3s(now.fine.peakM3s) })
          }
        />
      </p>
      {isConfirmed ? null : <p className="small warn">{word('search.notConfirmed')}</p>}
      <Table
        rows={lines}
        keyOf={({ at }) => at ?? 'now'}
        caption={word('search.tried')}
        marks={({ at }) => (at !== null && at === best ? { className: 'chosen' } : {})}
        columns={[
          { head: word('search.rank'), isNumber: true, of: ({ at }) => (at === null ? '' : at + 1) },
          {
            head: word('search.numbers'),
            isRowHead: true,
            of: ({ at, values }) => (at === null ? word('search.asNow') : <Values values={values} names={names} />),
          },
          { head: word('search.coarse', { cell: cells.coarse }), isNumber: true, of: ({ coarse }) => m3s(coarse.peakM3s) },
          {
            head: word('search.fine', { cell: cells.fine }),
            isNumber: true,
            of: ({ fine }) => (fine ? <b>{m3s(fine.peakM3s)}</b> : <span className="soft">{word('search.notRepeated')}</span>),
          },
          { head: word('search.limits'), of: ({ coarse, fine }) => <AsWritten text={sayOutcome(fine ?? coarse)} /> },
          ...(mayEdit
            ? [
                {
                  head: word('search.take'),
                  headed: 'unseen' as const,
                  of: (line: Line) => (
                    <TakeButton
                      line={line}
                      design={design}
                      searched={result.design}
                      isBest={line.at === best}
                      isBusy={keep.isPending}
                      onTake={take}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      <Refusal error={keep.error} />
      <p className="row small no-print">
        {tried.length > FEW ? (
          <Button
            look="plain"
            name={isWhole ? word('search.few', { count: FEW }) : word('search.whole', { count: tried.length })}
            onClick={() => setWhole(!isWhole)}
          />
        ) : null}
      </p>
    </>
  );
}

/** What the numbers of a set are, one a line. */
function Values({ values, names }: { readonly values: RuleValues; readonly names: ReadonlyMap<string, string> }) {
  return (
    <ul className="plain-list">
      {Object.entries(values).map(([name, value]) => (
        <li key={name}>
          <AsWritten text={`${names.get(name) ?? name} ${value}`} />
        </li>
      ))}
    </ul>
  );
}

/** Takes the numbers of a line into the case as it is now; of those alone that were repeated on fine cells. */
function TakeButton({
  line: { at, values, fine },
  design,
  searched,
  isBest,
  isBusy,
  onTake,
}: {
  readonly line: Line;
  readonly design: FloodDesign;
  /** The design as it was when the search began. */
  readonly searched: FloodDesign;
  readonly isBest: boolean;
  readonly isBusy: boolean;
  readonly onTake: (values: RuleValues, who: string) => void;
}) {
  const word = useWords();
  if (at === null || fine === null) return null;
  const held = ruleNumbers(design);
  if (withRuleNumbers(design, values, searched) === null) return <span className="small soft">{word('search.gone')}</span>;
  const isHeld = Object.entries(values).every(([name, value]) => held.find((each) => each.name === name)?.value === value);
  if (isHeld) return <span className="small">✓ {word('search.held')}</span>;
  return (
    <ActButton
      className={isBest ? 'button filled' : 'button'}
      name={word('search.take')}
      isBusy={isBusy}
      onAct={(who) => onTake(values, who)}
    >
      {word('search.takeOf', { rank: at + 1 })}
    </ActButton>
  );
}

/** Gives how a run keeps within what is built. */
function useSayExcess({ storages }: FloodDesign): (outcome: RuleOutcome) => string {
  const word = useWords();
  const intl = useIntl();
  return ({ excess }) => {
    if (excess.isWithin) return word('search.within');
    const said = [
      ...Object.entries(excess.storages).map(([id, m3]) =>
        word('search.overCapacity', { name: storages.find((each) => each.id === id)?.name ?? id, m3: intl.formatNumber(Math.round(m3)) }),
      ),
      ...Object.entries(excess.crests).map(([id, metres]) => word('search.overCrest', { name: id, metres: metres.toFixed(2) })),
    ];
    return said.join(' · ');
  };
}
