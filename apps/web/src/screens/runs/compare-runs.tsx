import type { Run } from '@westgate/contract';
import { runKindNamed } from '@westgate/domain';
import { useIntl } from 'react-intl';
import { useSayBare, useWords } from '../../messages/words.ts';
import { AsWritten } from '../../parts/as-written.tsx';
import { useSayInstant } from '../../parts/day-text.tsx';
import { Table } from '../../parts/table.tsx';
import { lengthOf, useSayLength, useSayResult } from '../../runs/use-runs.ts';
import { askedOf, useSayAskedValue, useSayEntry } from './use-say-asked.ts';

/** Digits of a hash that are shown: enough to tell two apart. */
const SHOWN = 12;

interface Line {
  readonly what: string;
  readonly first: string;
  readonly second: string;
  /** Whether the district wrote them, in a language of its own. */
  readonly isWritten: boolean;
  /** The second less the first, where both are numbers. */
  readonly more: number | null;
}

/** Two runs of a kind side by side, the earlier first: what was asked, what it was computed on, and what came of it. */
export function CompareRuns({ runs: [first, second] }: { readonly runs: readonly [Run, Run] }) {
  const word = useWords();
  const intl = useIntl();
  const sayInstant = useSayInstant();
  const lines = useLines(first, second);
  const headOf = ({ askedAt }: Run, which: string): string => `${which} ${sayInstant(askedAt)}`;
  const shown = (value: string, isWritten: boolean) =>
    value !== '' && isWritten ? <AsWritten text={value} /> : value || word('runs.none');
  return (
    <Table
      columns={[
        { head: word('runs.what'), isRowHead: true, of: ({ what }) => what },
        { head: headOf(first, 'A'), of: ({ first: value, isWritten }) => shown(value, isWritten) },
        { head: headOf(second, 'B'), of: ({ second: value, isWritten }) => shown(value, isWritten) },
        {
          head: word('runs.difference'),
          className: ({ first: a, second: b }) => (a === b ? 'soft' : 'run-differs'),
          of: ({ first: a, second: b, more }) => {
            if (a === b) return word('runs.same');
            return more === null || more === 0 ? word('runs.differs') : intl.formatNumber(more, { signDisplay: 'always' });
          },
        },
      ]}
      rows={lines}
      keyOf={({ what }) => what}
      caption={word('runs.compared')}
    />
  );
}

function useLines(first: Run, second: Run): readonly Line[] {
  const word = useWords();
  const say = useSayBare();
  const sayEntry = useSayEntry();
  const sayValue = useSayAskedValue();
  const sayResult = useSayResult();
  const sayLength = useSayLength();
  const both = (what: string, of: (run: Run) => string, numberOf: (run: Run) => unknown = () => null): Line => {
    const [a, b] = [numberOf(first), numberOf(second)];
    const isWritten = typeof a === 'string' || typeof b === 'string';
    return { what, first: of(first), second: of(second), isWritten, more: typeof a === 'number' && typeof b === 'number' ? b - a : null };
  };
  const textOf = (value: string | number | null): string => (value === null ? '' : String(value));
  return [
    both(word('runs.state'), ({ state }) => word(`runs.state.${state}`)),
    ...askedOf(first.kind).map((entry) => ({
      ...both(sayEntry(entry), (run) => sayValue(entry, run) || word('runs.notSaid')),
      isWritten: entry.field.kind === 'ref',
    })),
    both(
      word('runs.seq'),
      ({ seq }) => textOf(seq),
      ({ seq }) => seq,
    ),
    both(word('runs.inputs'), ({ inputs }) => (inputs ?? '').slice(0, SHOWN)),
    both(word('runs.version'), ({ version }) => String(version)),
    ...(first.seed === null && second.seed === null ? [] : [both(word('runs.seed'), ({ seed }) => textOf(seed))]),
    ...Object.entries(runKindNamed(first.kind).result).map(([name, { label }]) =>
      both(
        say(label),
        ({ kind, result }) => (result ? sayResult(kind, name, result[name] ?? null) : ''),
        ({ result }) => result?.[name],
      ),
    ),
    both(word('runs.file'), ({ file }) => (file?.sha256 ?? '').slice(0, SHOWN)),
    both(word('runs.length'), (run) => {
      const length = lengthOf(run);
      return length === null ? '' : sayLength(length);
    }),
  ];
}
