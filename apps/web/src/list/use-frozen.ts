import type { ListColumn } from '@westgate/contract';
import { namesDays } from '@westgate/domain';
import type { CSSProperties } from 'react';
import { useView } from '../scope/use-view.ts';
import type { ListModel } from './list-model.ts';

/** Width of the column of ticks, in em of the table; its type beside that around it. */
const [TICKS, TYPE] = [2.6, 0.87];

/** How wide a column is, in em: by what it holds, that of the names widest; what is longer takes a second line. */
export function widthOf({ id, kind, width }: ListColumn, named: string): number {
  if (id === named) return 20;
  const isDays = namesDays({ kind, optional: true, about: { zh: '', en: '' } });
  const [least, most] = isDays
    ? [10.5, 12]
    : kind === 'text'
      ? [6, 18]
      : kind === 'enum' || kind === 'ref' || kind === 'list'
        ? [9.5, 12]
        : [6.8, 9];
  return Math.min(Math.max((width ?? 14) * 0.62, least), most);
}

/** Most that the columns which stay in view may take together, in em. */
const MOST_FROZEN = 48;

function widthOfFirst({ shown, named }: Pick<ListModel, 'shown' | 'named'>, count: number): number {
  return shown.slice(0, count).reduce((sum, column) => sum + widthOf(column, named), 0);
}

/** How wide the columns are that stay in view. */
export function frozenWidth(model: ListModel, hasTicks: boolean, count: number): string {
  return `${(widthOfFirst(model, count) + (hasTicks ? TICKS : 0)) * TYPE}em`;
}

/** How wide all of them are together. */
export function widthOfAll(model: ListModel, hasTicks: boolean): string {
  return `${widthOfFirst(model, model.shown.length) + (hasTicks ? TICKS : 0)}em`;
}

/** Of each of the first columns that stay in view when the list is scrolled sideways, where it stays: as many as the address says, else up to that of the names. */
export function useFrozen({ shown, named }: ListModel, hasTicks: boolean): readonly CSSProperties[] {
  const { frozen } = useView();
  const asked = frozen === undefined ? shown.findIndex(({ id }) => id === named) + 1 : Number(frozen);
  // Columns that would leave no room for others are not kept in view.
  const count = widthOfFirst({ shown, named }, asked) > MOST_FROZEN ? 0 : asked;
  let left = hasTicks ? TICKS : 0;
  return shown.slice(0, count).map((column) => {
    const style = { left: `${left}em` };
    left += widthOf(column, named);
    return style;
  });
}

/** A width is a property of the style sheet's: on a phone and on paper it is another one. */
export function widthStyle(property: '--list-width' | '--list-frozen' | '--list-column', width: string): CSSProperties {
  return Object.fromEntries([[property, width]]);
}
