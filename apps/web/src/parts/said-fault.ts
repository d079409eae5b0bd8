import type { Language } from '@westgate/base';
import type { Fault } from '@westgate/contract';

/** What was expected of a field, in the language of the screen. */
export function expectedIn({ expected, expectedZh }: Pick<Fault, 'expected' | 'expectedZh'>, language: Language): string {
  return language === 'zh' ? expectedZh : expected;
}

/** What was found in it: the value, or what it is told by in the language of the screen. */
export function foundIn({ found, foundZh }: Pick<Fault, 'found' | 'foundZh'>, language: Language): string {
  return (language === 'zh' ? foundZh : null) ?? found;
}
