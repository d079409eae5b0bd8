import { WestgateError } from '@westgate/base';
import { FLOOD_JOBS, type floodJobs, floodQuestion, groundQuestion, jobRunner, readDesign } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { read, write } from '../http/route.ts';
import type { Office } from '../office/office.ts';

const run = jobRunner<typeof floodJobs>(FLOOD_JOBS);
const GROUND_LIMITS = { wallMs: 60_000, memoryMb: 2_000, inputBytes: 200_000_000 } as const;
/** A first look is asked for while somebody drags a gate. */
const PREVIEW_LIMITS = { wallMs: 30_000, memoryMb: 1_000, inputBytes: 200_000_000 } as const;

/** Adds what the flood lab asks beside records and runs: what a file of heights holds, and a first look at a case. */
export function addFlood(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, 'ground-reading', {
    present: async ({ register }, { params: { id } }) => {
      requireSeen(register.ground.has(id), 'ground', id);
      const { bytes, fileName, recipe } = await groundQuestion(register, desk.files, id);
      const { reading, ...made } = await run('ground', { bytes, fileName, recipe }, GROUND_LIMITS);
      const { crsOfFile, crsFrom, verticalUnit, wasReprojected, inFile, cellFrom } = reading;
      const { columns, rows, isDegrees, holes: fileHoles, range: fileRange } = inFile;
      return {
        ...{ crs: made.crs, crsOfFile, crsFrom, verticalUnit, wasReprojected, fileRange: [...fileRange] as [number, number], fileHoles },
        from: { columns, rows, cell: cellFrom, isDegrees },
        ...{ columns: made.columns, rows: made.rows, cell: made.cell, holes: made.holes, range: [...made.range] as [number, number] },
        corners: made.corners.map(([lng, lat]): [number, number] => [lng, lat]),
        steps: made.steps.map(({ kind, change }) => ({ kind, change: change && { ...change } })),
      };
    },
  });
  write(app, 'preview-flood', {
    act: async ({ params: { id }, body: { design } }) => {
      requireSeen(office.view().register.flood_case.has(id), 'flood case', id);
      const given = design === undefined ? {} : { design: requireDesign(design) };
      const { ground, facts } = await floodQuestion(desk.register, desk.files, id, given);
      const { deepest, ...found } = await run('preview', { ground, facts }, PREVIEW_LIMITS);
      const packed = (cells: Uint8Array): string => Buffer.from(cells).toString('base64');
      return { ...found, deepest: { with: packed(deepest.with), without: packed(deepest.without) } } as never;
    },
  });
}

function requireSeen(isSeen: boolean, kind: string, id: string): void {
  if (!isSeen) throw new WestgateError('WG_NOT_FOUND', { zh: '没有这条记录', en: `there is no such ${kind}` }, { kind, id });
}

function requireDesign(value: unknown) {
  const found = readDesign(value);
  if ('design' in found) return found.design;
  const message = { zh: `${found.at}：应为${found.expected.zh}`, en: `${found.at}: expected ${found.expected.en}` };
  throw new WestgateError('WG_INPUT_INVALID', message, { field: `design.${found.at}` });
}
