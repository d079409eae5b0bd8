import type { Run } from '@westgate/contract';
import type { FloodCertificate } from '@westgate/domain';
import { useIntl } from 'react-intl';
import { useWords } from '../../../../messages/words.ts';
import { useSayInstant } from '../../../../parts/day-text.tsx';

/** On how many runs an answer rests, that their accounts are even, and what they follow from. */
export function CertificateNote({
  run,
  result: {
    certificate: { runs, off, faults },
    engine,
  },
}: {
  readonly run: Run;
  readonly result: { readonly certificate: FloodCertificate; readonly engine: string };
}) {
  const word = useWords();
  const intl = useIntl();
  const sayInstant = useSayInstant();
  const isSound = off === 0 && faults === 0;
  return (
    <p className={isSound ? 'note' : 'small breach'}>
      {word('search.certificate', {
        ...{ runs, faults, engine, off: off === 0 ? '✓ 0' : intl.formatNumber(off) },
        ...{ seed: run.seed ?? 0, hash: (run.inputs ?? '').slice(0, 12), on: sayInstant(run.endedAt ?? run.askedAt) },
      })}
    </p>
  );
}
