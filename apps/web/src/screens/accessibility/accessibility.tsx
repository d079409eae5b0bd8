import type { Bilingual } from '@westgate/base';
import { useSay, useWords } from '../../messages/words.ts';
import { useSayPeriod } from '../../parts/day-text.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { useTitle } from '../../parts/use-title.ts';
import record from './record.json' with { type: 'json' };

/** One question that a walk asked of the screens. */
interface WalkedCheck {
  readonly check: Bilingual;
  /** Screens, times the ways each was looked at. */
  readonly looks: number;
  readonly findings: number;
}

const CAN = ['accessibility.can.keys', 'accessibility.can.list', 'accessibility.can.type', 'accessibility.can.print'] as const;
const LIMITS = [
  'accessibility.limits.readers',
  'accessibility.limits.people',
  'accessibility.limits.browsers',
  'accessibility.limits.map',
  'accessibility.limits.language',
  'accessibility.limits.speech',
] as const;
const CHECKS: readonly WalkedCheck[] = record.checks;
const SCREENS: readonly { readonly name: Bilingual }[] = record.screens;

/** What was tested for accessibility, what was found and what was not tried: the record of the last walk, in words. */
export function Accessibility() {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  useTitle(word('accessibility.title'));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls and may hold nothing that takes the focus
    <article className="noun-main statement" tabIndex={0} aria-label={word('accessibility.title')}>
      <h1>{word('accessibility.title')}</h1>
      <p>{word('accessibility.aim')}</p>
      <p className="soft small">{word('accessibility.when', { on: sayWhen(record.on), browser: record.browser, axe: record.axe })}</p>
      <section className="section">
        <h2>{word('accessibility.can')}</h2>
        <ul className="dotted">
          {CAN.map((id) => (
            <li key={id}>{word(id)}</li>
          ))}
        </ul>
      </section>
      <section className="section">
        <h2>{word('accessibility.checks')}</h2>
        <ChecksTable checks={CHECKS} />
      </section>
      <section className="section">
        <h2>{word('accessibility.limits')}</h2>
        <ul className="dotted">
          {LIMITS.map((id) => (
            <li key={id}>{word(id)}</li>
          ))}
        </ul>
        <p>{word('accessibility.tell')}</p>
      </section>
      <section className="section">
        <h2>{word('accessibility.screens')}</h2>
        <ul className="dotted">
          {SCREENS.map(({ name }) => (
            <li key={name.en}>{say(name)}</li>
          ))}
        </ul>
      </section>
    </article>
  );
}

/** The questions of the walks, how often each was asked and how often something was found. */
function ChecksTable({ checks }: { readonly checks: readonly WalkedCheck[] }) {
  const word = useWords();
  const say = useSay();
  const columns: readonly TableColumn<WalkedCheck>[] = [
    { head: word('accessibility.check'), isRowHead: true, of: ({ check }) => say(check) },
    { head: word('accessibility.looks'), isNumber: true, of: ({ looks }) => looks },
    { head: word('accessibility.findings'), isNumber: true, of: ({ findings }) => findings },
  ];
  return <Table className="" columns={columns} rows={checks} keyOf={({ check }) => check.en ?? ''} />;
}
