import multipart from '@fastify/multipart';
import { WestgateError } from '@westgate/base';
import { districtSchema } from '@westgate/contract';
import { type ComingFolder, comingFolder } from '@westgate/desk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { drain } from '../http/drain.ts';
import type { Limits } from '../http/limits.ts';
import { parseInput } from '../http/parse.ts';
import { takeTime } from '../http/request-time.ts';
import { fresh, requestIdem, routeOf, signed } from '../http/route.ts';
import { formFault } from '../http/upload.ts';
import type { Office } from '../office/office.ts';
import { importReportOf } from '../present/import-report.ts';

/** What a form may hold beside its files. */
const FORM = { files: 2_001, fields: 10, fieldSize: 500, fieldNameSize: 60, parts: 2_100, headerPairs: 20 } as const;

/**
 * Adds the import of a district folder: as JSON, or as a form (multipart/form-data) with a part for each file, its path as the name, which goes to
 * the disk as it comes in, so that a large folder takes no memory.
 */
export async function addImport(app: FastifyInstance, office: Office, limits: Limits): Promise<void> {
  const { desk } = office;
  await app.register(multipart, { throwFileSizeLimit: false });
  let underWay = 0;
  const onRequest = async (request: FastifyRequest): Promise<void> => takeTime(request.raw);
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    fresh(request, reply);
    if (underWay >= limits.imports)
      throw new WestgateError('WG_TOO_MANY', `expected at most ${limits.imports} folders that come in at a time; try again shortly`);
    underWay += 1;
    let folder: ComingFolder | null = null;
    try {
      if (!request.isMultipart()) {
        const { files, ...choices } = parseInput(districtSchema.importRequest, signed(request, districtSchema.importRequest), 'body');
        const idem = requestIdem(request, request.body);
        return await reply.send(importReportOf(await desk.importFolder(new Map(Object.entries(files)), { ...choices, idem })));
      }
      folder = await comingFolder(desk.files.incoming(), limits.importBytes);
      const body = await takeForm(request, folder, limits);
      const choices = parseInput(districtSchema.importForm, signed({ body, caller: request.caller }, districtSchema.importForm), 'body');
      const idem = requestIdem(request, body, { files: folder.hashes() });
      return await reply.send(importReportOf(await desk.importFolder({ path: folder.path }, { ...choices, idem })));
    } finally {
      underWay -= 1;
      await folder?.drop();
    }
  };
  app.route({ ...routeOf('import-district'), onRequest, handler });
}

/** The fields of the form; its files are in `folder` then. */
async function takeForm(
  request: FastifyRequest,
  folder: ComingFolder,
  { importBytes: most, drainMs }: Limits,
): Promise<Readonly<Record<string, unknown>>> {
  const fields: Record<string, unknown> = Object.create(null);
  try {
    for await (const part of request.parts({ limits: { ...FORM, fileSize: most + 1 }, preservePath: true })) {
      if (part.type === 'file') await folder.take(part.filename ?? '', part.file);
      else if (Object.hasOwn(fields, part.fieldname))
        throw new WestgateError('WG_INPUT_INVALID', `expected the field ${part.fieldname.slice(0, 60)} once`);
      else fields[part.fieldname] = part.value;
    }
    return { ...fields };
  } catch (error) {
    await drain(request.raw, { bytes: most, ms: drainMs });
    throw formFault(error);
  }
}
