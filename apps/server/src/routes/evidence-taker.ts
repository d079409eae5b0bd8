import { WestgateError } from '@westgate/base';
import { idempotencyKey, nothing } from '@westgate/contract';
import { addEvidence, type By, dropFile, type EvidenceAdded, type EvidenceDraft, type TakenFile } from '@westgate/desk';
import type { FastifyRequest } from 'fastify';
import { workOwner } from '../caller/caller.ts';
import { requireDaysAsked } from '../http/days-asked.ts';
import type { Limits } from '../http/limits.ts';
import { parseInput } from '../http/parse.ts';
import { takeTime } from '../http/request-time.ts';
import { requestIdem } from '../http/route.ts';
import { readUpload } from '../http/upload.ts';
import type { Office } from '../office/office.ts';

/** What a form with a file says of it; throws where a field does not fit. */
type ReadForm = (fields: Readonly<Record<string, string>>, taken: TakenFile) => { readonly draft: EvidenceDraft; readonly by: By };

/** Takes the file of a form in, keeps it as evidence and tells the deed. What was taken is let go where anything does not fit. */
export type EvidenceTaker = (request: FastifyRequest, readForm: ReadForm) => Promise<EvidenceAdded & { readonly taken: TakenFile }>;

/** Takes so many uploads at a time, wherever they come in, and so many of one person or address; one more is told to try again. */
export function evidenceTaker({ desk }: Office, { fileBytes, uploads, uploadsAnOwner, drainMs }: Limits): EvidenceTaker {
  const underWay = new Map<string, number>();
  let all = 0;
  return async (request, readForm) => {
    parseInput(idempotencyKey, request.headers, 'headers');
    parseInput(nothing, request.query, 'query');
    takeTime(request.raw);
    const owner = workOwner(request);
    const own = underWay.get(owner) ?? 0;
    if (own >= uploadsAnOwner || all >= uploads) {
      const most = own >= uploadsAnOwner ? `${uploadsAnOwner} uploads at a time of one caller` : `${uploads} uploads at a time`;
      throw new WestgateError('WG_TOO_MANY', `expected at most ${most}; try again shortly`);
    }
    underWay.set(owner, own + 1);
    all += 1;
    try {
      const { fields, taken } = await readUpload<TakenFile>(
        request,
        { most: fileBytes, drainMs },
        {
          take: (name, content) => desk.files.take({ name, content }, fileBytes),
          drop: dropFile,
        },
      );
      const { draft, by } = await readOrDrop(
        (given, file) => {
          requireDaysAsked(desk.register, request, given);
          return readForm(given, file);
        },
        fields,
        taken,
      );
      const { name, sha256 } = taken;
      const { subjectKind, subjectId } = draft;
      const idem = requestIdem(request, fields, { subjectKind, subjectId, file: { name, sha256 } });
      return { ...(await addEvidence(desk, draft, taken, { ...by, idem })), taken };
    } finally {
      const left = (underWay.get(owner) ?? 1) - 1;
      if (left > 0) underWay.set(owner, left);
      else underWay.delete(owner);
      all -= 1;
    }
  };
}

async function readOrDrop(readForm: ReadForm, fields: Readonly<Record<string, string>>, taken: TakenFile): Promise<ReturnType<ReadForm>> {
  try {
    return readForm(fields, taken);
  } catch (error) {
    await dropFile(taken);
    throw error;
  }
}
