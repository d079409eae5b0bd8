/** A grid of square cells: values row after row from the south-west; NaN where the file has none. Metres in the file's reference system. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly cell: number;
  /** The south-west corner. */
  readonly west: number;
  readonly south: number;
  readonly values: Float64Array;
}
