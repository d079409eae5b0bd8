import { WestgateError } from '@westgate/base';
import { fitsTags, tagsAsked, valuesOn } from '@westgate/domain';
import { axesIn } from '../present/belongs.ts';
import type { View } from '../view/view.ts';

/**
 * Whether a record of a kind stands under all the values of axes asked for, `axis:value` separated by commas. Throws `WG_INPUT_INVALID` for an axis
 * or a value that the district does not have.
 */
export function tagTest({ register }: View, kind: string, asked: string | undefined): (id: string) => boolean {
  if (asked === undefined) return () => true;
  const [axes, wanted] = [axesIn(register), tagsAsked(asked)];
  for (const { axis, value } of wanted) {
    const known = axes.find(({ id }) => id === axis);
    if (known && (value === null || known.values.some(({ id }) => id === value))) continue;
    const words = known ? known.values.map(({ id }) => `${axis}:${id}`) : axes.map(({ id }) => `${id}:…`);
    throw new WestgateError(
      'WG_INPUT_INVALID',
      {
        zh: `tag：应为以下之一：${words.join('、')}，现为“${`${axis}:${value}`.slice(0, 80)}”`,
        en: `tag: expected one of ${words.join(', ')}, got "${`${axis}:${value}`.slice(0, 80)}"`,
      },
      { field: 'tag' },
    );
  }
  return (id) => fitsTags(wanted, (axis) => valuesOn(register, axis, kind, id));
}
