import { z } from 'zod';
import type { Line } from '../ground/steps.ts';
import { caseFault, NONE, NOTHING } from './fault.ts';

const position = z.tuple([z.number(), z.number()]).rest(z.number());
const line = z.array(position).min(2);
const GEOMETRY = z.discriminatedUnion('type', [
  z.object({ type: z.literal('LineString'), coordinates: line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(line).min(1) }),
]);
const FEATURE = z.object({ type: z.literal('Feature'), properties: z.record(z.string(), z.unknown()).nullable(), geometry: GEOMETRY });

/** Lines of a GeoJSON file whose positions are in the ground's reference system; each with what its feature says. Throws WG_INPUT_INVALID with the feature. */
export function readLines(
  text: string,
  file: string,
): readonly { readonly line: Line; readonly at: string; readonly said: Readonly<Record<string, unknown>> }[] {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw caseFault({ file }, 'GeoJSON', error instanceof Error ? error.message : error);
  }
  const { features } = (value ?? {}) as { readonly features?: unknown };
  if (!Array.isArray(features) || features.length === 0)
    throw caseFault({ file, at: 'features' }, { zh: '线的列表', en: 'a list of lines' }, features === undefined ? NOTHING : NONE);
  return features.flatMap((each, index) => {
    const at = `features.${index}`;
    const read = FEATURE.safeParse(each);
    if (!read.success)
      throw caseFault(
        { file, at: `${at}.${read.error.issues[0]?.path.join('.')}` },
        { zh: '两个以上点的线', en: 'a line of two or more points' },
        read.error.issues[0]?.message,
      );
    const { geometry, properties } = read.data;
    const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
    return lines.map((points) => ({ line: points.map(([x, y]) => [x, y] as const), at, said: properties ?? {} }));
  });
}
