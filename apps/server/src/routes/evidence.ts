import multipart from '@fastify/multipart';
import { WestgateError } from '@westgate/base';
import { evidenceSchema } from '@westgate/contract';
import { FILE_ENDINGS } from '@westgate/desk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Downloads } from '../answers/downloads.ts';
import { signedBy } from '../caller/signed-by.ts';
import { holds } from '../http/answer-tags.ts';
import type { Limits } from '../http/limits.ts';
import { parseInput } from '../http/parse.ts';
import { read, routeOf, serve } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { evidenceFilesOf, evidenceRow } from '../present/evidence-file.ts';
import type { EvidenceTaker } from './evidence-taker.ts';

/** Kinds of files that a browser shows without running anything in them. */
const SHOWN_INLINE: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** Adds the evidence files of records: what there is, a new one, and its bytes. */
export async function addEvidenceFiles(
  app: FastifyInstance,
  office: Office,
  limits: Limits,
  { takeEvidence, downloads }: { readonly takeEvidence: EvidenceTaker; readonly downloads: Downloads },
): Promise<void> {
  const { desk } = office;
  read(app, office, 'evidence', {
    present: async (view, { query: { of } }) => ({
      items: [...(await evidenceFilesOf(view, desk, of))],
      mostBytes: limits.fileBytes,
      endings: [...FILE_ENDINGS],
    }),
  });
  // Forms with files are read at this one address: to all others they are what they were, no JSON.
  await app.register(async (uploads) => {
    await uploads.register(multipart, { throwFileSizeLimit: false });
    addUpload(uploads, takeEvidence);
  });
  addBytes(app, office, downloads);
}

function addUpload(app: FastifyInstance, takeEvidence: EvidenceTaker): void {
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { deed, id, taken } = await takeEvidence(request, (fields) => {
      const form = parseInput(evidenceSchema.evidenceUpload, ofCaller(request, fields), 'body');
      const { who, reason, titleZh, titleEn, noteZh, noteEn, requirement = null, ...rest } = form;
      const texts = { title: { zh: titleZh || null, en: titleEn || null }, note: { zh: noteZh || null, en: noteEn || null } };
      return { draft: { ...rest, ...texts, requirement }, by: { who, reason } };
    });
    return reply.header('cache-control', 'no-store').send({ seq: deed.seq, at: deed.at, id, sha256: taken.sha256, bytes: taken.bytes });
  };
  app.route({ ...routeOf('add-evidence'), handler });
}

/** The fields as they came; where someone is signed in the file is theirs, whatever `who` the form says. */
function ofCaller({ caller }: FastifyRequest, fields: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  return { ...fields, who: signedBy(caller, fields.who) };
}

function addBytes(app: FastifyInstance, office: Office, downloads: Downloads): void {
  serve(app, 'evidence-file', async (request, reply, { params: { id } }) => {
    const { sha256, file_name, media_type } = evidenceRow(office.view(), id);
    const isShown = SHOWN_INLINE.has(media_type);
    const tag = `"${sha256.slice(0, 22)}"`;
    reply
      .type(media_type)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header(
        'content-disposition',
        `${isShown ? 'inline' : 'attachment'}; filename="evidence"; filename*=UTF-8''${encodeURIComponent(file_name).replaceAll("'", '%27')}`,
      )
      .header('cache-control', 'private, no-cache')
      .header('etag', tag);
    if (holds(request, tag)) return reply.code(304).send();
    const read = async (): Promise<Uint8Array> => {
      const bytes = await office.desk.files.bytes(sha256);
      if (bytes) return bytes;
      const message = `the bytes of evidence file "${id}" (${sha256}) are not kept here: its row came with a district folder`;
      throw new WestgateError('WG_NOT_FOUND', message, { kind: 'evidence', id, sha256 });
    };
    return downloads.sendEvidence(request, reply, { sha256, isShown, read });
  });
}
