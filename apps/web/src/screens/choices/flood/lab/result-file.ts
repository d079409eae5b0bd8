import { useQuery } from '@tanstack/react-query';
import type { FloodResult } from '@westgate/contract';
import { unzipSync } from 'fflate';
import { fetchFile } from '../parts/run-file.ts';

export const VARIANTS = ['with', 'without'] as const;
type Variant = (typeof VARIANTS)[number];

/** Depths of all cells in cm at the times of the pictures, and the largest; row after row from the south-west. */
export interface VariantPictures {
  readonly frames: Uint16Array;
  readonly deepest: Uint16Array;
}

/** What a run made, unpacked. */
export interface OpenedResult {
  readonly told: FloodResult;
  readonly pictures: Readonly<Record<Variant, VariantPictures>>;
}

/** The result of a run; it never changes. */
export function useResult(run: string | null) {
  return useQuery({
    queryKey: ['flood-result', run],
    queryFn: async ({ signal }) => openResult(await fetchFile(run ?? '', signal)),
    enabled: run !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10 * 60_000,
    retry: 1,
  });
}

/** What the screen needs of an archive, unpacked. */
function openResult(archive: Uint8Array): OpenedResult {
  const wanted = new Set(['result.json', ...VARIANTS.flatMap((variant) => [`${variant}/frames.u16`, `${variant}/maps.f32`])]);
  const parts = unzipSync(archive, { filter: ({ name }) => wanted.has(name) });
  const part = (name: string): Uint8Array => {
    const found = parts[name];
    if (!found) throw new Error(`the archive holds no ${name}`);
    return found;
  };
  const told = JSON.parse(new TextDecoder().decode(part('result.json'))) as FloodResult;
  const cells = told.columns * told.rows;
  const of = (variant: Variant): VariantPictures => {
    const maps = new Float32Array(part(`${variant}/maps.f32`).slice().buffer, 0, cells);
    return {
      frames: new Uint16Array(part(`${variant}/frames.u16`).slice().buffer),
      deepest: Uint16Array.from(maps, (depth) => (depth > 0 ? Math.min(65_535, Math.ceil(depth * 100)) : 0)),
    };
  };
  return { told, pictures: { with: of('with'), without: of('without') } };
}
