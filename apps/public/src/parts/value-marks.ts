import { dayOf, type Said } from '@westgate/base';
import type { PublicIndicator, PublicValue } from '@westgate/contract';
import { sayAge, valueCautions } from '@westgate/domain';
import type { At } from '../site/at.ts';

/** Whether a value is the latest that was measured of its indicator. */
export function isLatest({ kind, period }: PublicValue, { actual }: Pick<PublicIndicator, 'actual'>): boolean {
  return kind === 'actual' && period === actual?.period;
}

/** What must be known of a value wherever it stands: of the latest how old it is, of any how final it is and how it was counted. */
export function valueMarks(at: At, value: PublicValue, indicator: Pick<PublicIndicator, 'actual'>): readonly Said[] {
  const age = isLatest(value, indicator) ? sayAge(value.period, dayOf(at.site.publication.asOf)) : null;
  return [...(age ? [age] : []), ...valueCautions(value)];
}
