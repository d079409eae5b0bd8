import { type Groups, grouped, type Register, type Row, registerIndex } from '@westgate/domain';

/** The rows of the drawn outlines of each place. */
export const outlinesByPlace: (register: Register) => Groups<Row<'feature'>> = registerIndex<Groups<Row<'feature'>>>({
  basis: { feature: 'rows' },
  build(register) {
    const outlines = grouped(register.feature.values(), outlinedPlace);
    outlines.delete('');
    return outlines;
  },
});

/** The place a feature outlines; empty for a part of the base map. */
function outlinedPlace({ layer, place }: Row<'feature'>): string {
  return layer === 'outline' && place !== null ? place : '';
}
