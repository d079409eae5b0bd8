import { z } from 'zod';

const count = z.number().int().min(0);
const metres = z.number();
const position = z.tuple([z.number(), z.number()]);
const corners = z.array(position).length(4).describe('north-west, north-east, south-east, south-west, WGS 84');

/** What stands in the file of a ground model, and what its steps do. */
export const groundReading = z
  .object({
    /** The system of the grid, that of the file, and how it was found. */
    crs: z.string(),
    crsOfFile: z.string(),
    crsFrom: z.enum(['file', 'name', 'guess', 'asked']),
    /** Null: neither the file nor the record says; the heights are then as in the file, and nothing is worked out on it. */
    verticalUnit: z.enum(['m', 'ft', 'us-ft']).nullable(),
    wasReprojected: z.boolean(),
    /** The file: its cells, and their size in m, or in degrees. */
    from: z.object({ columns: count, rows: count, cell: metres, isDegrees: z.boolean() }),
    /** The heights of the file in its own unit: least and most, and cells without one. */
    fileRange: z.tuple([metres, metres]),
    fileHoles: count,
    columns: count,
    rows: count,
    cell: metres,
    corners,
    range: z.tuple([metres, metres]),
    holes: count,
    /** What was done to the heights, in order, and the most by which they went down or up. */
    steps: z.array(
      z.object({
        kind: z.enum(['cut', 'resample', 'smooth-steps', 'burn-river', 'fill-pits']),
        change: z.object({ cells: count, lowered: metres, raised: metres }).nullable(),
      }),
    ),
  })
  .meta({ id: 'GroundReading' });

const series = z.record(z.string(), z.array(z.number()));
const volumes = z.record(z.string(), z.string());
const logged = z.object({
  time: z.number(),
  rule: z.string(),
  seen: z.array(z.object({ value: z.object({ of: z.string(), id: z.string().optional(), what: z.string().optional() }), was: z.number() })),
  act: z.union([
    z.object({ gate: z.string(), target: z.number() }),
    z.object({ pump: z.string(), isOn: z.boolean() }),
    z.object({ mode: z.string() }),
  ]),
  before: z.union([z.number(), z.string()]),
});

const variant = z
  .object({
    summary: z
      .object({
        steps: count,
        unit_m3: z.number(),
        ledger: z.object({ initial: z.string(), now: z.string(), difference: z.string(), in: volumes, out: volumes, moved: volumes }),
        sections: z.record(z.string(), z.object({ peak_m3s: z.number(), peak_s: z.number() })),
        gauges: z.record(
          z.string(),
          z.object({ peak_level_m: z.number(), peak_depth_m: z.number(), peak_s: z.number(), arrival_s: z.number().nullable() }),
        ),
        faults: z.array(z.string()),
      })
      .loose(),
    /** Discharges in m³/s, levels in m, volumes in m³, at the times of the series. */
    sections: series,
    gauges: series,
    structures: z.record(z.string(), z.object({ discharge: z.array(z.number()), opening: z.array(z.number()) })),
    storages: series,
    log: z.array(logged),
  })
  .meta({ id: 'FloodVariant' });

/** A first look at a case on coarse cells. */
export const floodPreview = z
  .object({
    engine: z.string(),
    cell: metres,
    columns: count,
    rows: count,
    corners,
    times: z.array(z.number()),
    variants: z.object({ with: variant, without: variant }),
    /** Largest depths in cm, whole numbers of two bytes, least byte first, row after row from the south-west, in base64. */
    deepest: z.object({ with: z.string(), without: z.string() }),
  })
  .meta({ id: 'FloodPreview' });

/** A design that is not kept yet; left out: that of the case. */
export const floodPreviewRequest = z.strictObject({ design: z.unknown().optional() }).meta({ id: 'FloodPreviewRequest' });

/** `result.json` in the archive of a run. */
export const floodResult = z
  .object({
    format: z.string(),
    engine: z.string(),
    case: z.string(),
    title: z.string(),
    hours: z.number(),
    scheme: z.enum(['sd03', 'local-inertia']),
    manning: z.number(),
    crs: z.string(),
    cell: metres,
    columns: count,
    rows: count,
    west: metres,
    south: metres,
    corners,
    steps: groundReading.shape.steps,
    /** As the record of the case holds it. */
    design: z.unknown(),
    frames: z.array(z.number()),
    times: z.array(z.number()),
    variants: z.object({ with: variant, without: variant }),
    wetCells: z.object({ with: count, without: count }),
  })
  .meta({ id: 'FloodResult' });
