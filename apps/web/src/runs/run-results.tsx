import type { Run } from '@westgate/contract';
import { runKindNamed } from '@westgate/domain';
import { Fragment } from 'react';
import { useSayBare } from '../messages/words.ts';
import { AsWritten } from '../parts/as-written.tsx';
import { useSayResult } from './use-runs.ts';

/** What came of a run in one line; a name that the district wrote says its language. */
export function RunResults({ run: { kind, result } }: { readonly run: Run }) {
  const say = useSayBare();
  const sayResult = useSayResult();
  const known = Object.entries(runKindNamed(kind).result).flatMap(([name, { label }]) => {
    const value = result?.[name] ?? null;
    return value === null ? [] : [{ name, label, value }];
  });
  return known.map(({ name, label, value }, index) => (
    <Fragment key={name}>
      {index === 0 ? '' : ' · '}
      {say(label)} {typeof value === 'string' ? <AsWritten text={value} /> : sayResult(kind, name, value)}
    </Fragment>
  ));
}
