import type { Bilingual } from '@westgate/base';
import { useSay, useWords } from '../../messages/words.ts';
import { Table, type TableColumn } from '../../parts/table.tsx';

/** One question that a walk asked of the screens. */
export interface WalkedCheck {
  readonly check: Bilingual;
  /** Screens, times the ways each was looked at. */
  readonly looks: number;
  readonly findings: number;
}

/** The questions of the walks, how often each was asked and how often something was found. */
export function ChecksTable({ checks }: { readonly checks: readonly WalkedCheck[] }) {
  const word = useWords();
  const say = useSay();
  const columns: readonly TableColumn<WalkedCheck>[] = [
    { head: word('accessibility.check'), isRowHead: true, of: ({ check }) => say(check) },
    { head: word('accessibility.looks'), isNumber: true, of: ({ looks }) => looks },
    { head: word('accessibility.findings'), isNumber: true, of: ({ findings }) => findings },
  ];
  return <Table className="" columns={columns} rows={checks} keyOf={({ check }) => check.en ?? ''} />;
}
