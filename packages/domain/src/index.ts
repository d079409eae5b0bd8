export type { Field, Fields } from './register/fields.ts';
export { applyChanges, type Change, emptyRegister, type Register, registerOf, reverseChanges } from './register/register.ts';
export {
  type AnyRow,
  type Axis,
  type AxisValue,
  type Frame,
  fieldsOf,
  keyOf,
  type Row,
  TABLE_NAMES,
  TABLES,
  type TableName,
  type UnitNames,
} from './register/tables.ts';
export type { Confidence, OutcomeKind, PlaceKind, Position, ThingKind, VerbClass } from './register/vocabulary.ts';
export * as vocabulary from './register/vocabulary.ts';
