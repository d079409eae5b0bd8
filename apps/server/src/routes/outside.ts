import multipart from '@fastify/multipart';
import { WestgateError } from '@westgate/base';
import { nothing, ownersSchema } from '@westgate/contract';
import { act, FILE_ENDINGS, linkedBy, signedByLink } from '@westgate/desk';
import type { Register, Row } from '@westgate/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Limits } from '../http/limits.ts';
import { parseInput } from '../http/parse.ts';
import { read, requestIdem, routeOf, serve } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { isAskedOf, linksOf, outsideTask } from '../present/outside.ts';
import { pair } from '../present/text.ts';
import type { EvidenceTaker } from './evidence-taker.ts';

const secretOf = (request: FastifyRequest): string => parseInput(ownersSchema.outsideHeaders, request.headers, 'headers')['westgate-link'];

/** Adds the links by which bodies outside the district report without an account: which there are, and what the holder of one does. */
export async function addOutside(app: FastifyInstance, office: Office, limits: Limits, takeEvidence: EvidenceTaker): Promise<void> {
  const { desk } = office;
  read(app, office, 'outside-links', { present: (view, { query: { kind, id } }) => ({ items: linksOf(view, kind, id) }) });
  const linked = (request: FastifyRequest): Promise<Row<'outside_link'>> => {
    const secret = secretOf(request);
    return desk.people.byLink(request.ip, office.now(), async () => linkedBy(desk.register, secret, office.today()));
  };
  serve(app, 'outside-task', async (request, reply) => {
    const task = outsideTask(desk.register, await linked(request), office.today());
    return reply.header('cache-control', 'no-store').send({ ...task, mostBytes: limits.fileBytes, endings: [...FILE_ENDINGS] });
  });

  const report = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    parseInput(nothing, request.query, 'query');
    const link = await linked(request);
    const { who, ...said } = parseInput(ownersSchema.outsideReport, request.body, 'body');
    const idem = requestIdem(request, request.body, { link: link.id });
    const draft = { ...said, waitsFor: null, subjectKind: link.subject_kind, subjectId: link.subject_id, outside: bodyOf(link) };
    const by = { who: signedByLink(link, who), reason: '', idem };
    const { deed } = await act(desk, 'report-updates', { updates: [draft] }, by, { today: office.today(), reader: null, name: who });
    return reply.header('cache-control', 'no-store').send({ seq: deed?.seq ?? desk.seq });
  };
  app.route({ ...routeOf('report-outside'), handler: report });

  /** Links by which an upload is under way: one at a time, so that no body keeps the office from its own. */
  const busy = new Set<string>();
  await app.register(async (uploads) => {
    await uploads.register(multipart, { throwFileSizeLimit: false });
    const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      parseInput(nothing, request.query, 'query');
      const link = await linked(request);
      requireRoom(desk.register, link, limits);
      if (busy.has(link.id)) throw new WestgateError('WG_TOO_MANY', 'expected one upload at a time by a link; try again shortly');
      busy.add(link.id);
      try {
        const { deed } = await takeEvidence(request, (fields, taken) => {
          const { who, requirement = null } = parseInput(ownersSchema.outsideUpload, fields, 'body');
          if (requirement !== null && !isAskedOf(desk.register, link, requirement))
            throw new WestgateError('WG_INPUT_INVALID', 'requirement: expected a paper that was asked for by this link', {
              field: 'requirement',
            });
          const subject = { subjectKind: link.subject_kind, subjectId: link.subject_id };
          const draft = { ...subject, on: office.today(), title: inKept(desk.register, taken.name), note: bodyOf(link), requirement };
          return { draft, by: { who: signedByLink(link, who) } };
        });
        return await reply.header('cache-control', 'no-store').send({ seq: deed.seq });
      } finally {
        busy.delete(link.id);
      }
    };
    uploads.route({ ...routeOf('add-outside-evidence'), handler });
  });
}

/** Throws `WG_TOO_MANY` where the body of `link` has brought as much to its record as it may: who has no account does not fill the disk. */
function requireRoom({ evidence }: Register, link: Row<'outside_link'>, { outsideFiles, outsideBytes }: Limits): void {
  let [files, bytes] = [0, 0];
  for (const row of evidence.values()) {
    const isOfBody = row.note_zh === link.body_zh && row.note_en === link.body_en;
    if (!isOfBody || row.subject_kind !== link.subject_kind || row.subject_id !== link.subject_id) continue;
    files += 1;
    bytes += row.bytes;
  }
  if (files < outsideFiles && bytes < outsideBytes) return;
  const message = `expected at most ${outsideFiles} files of ${outsideBytes} bytes together from one body; ask the department to take some out`;
  throw new WestgateError('WG_TOO_MANY', message);
}

/** A text that is of no language, in each language the district keeps. */
function inKept({ district }: Register, text: string) {
  const [row] = district.values();
  const isKept = (language: string): boolean => row?.languages.some((each) => each === language) ?? false;
  return { zh: isKept('zh') ? text : null, en: isKept('en') ? text : null };
}

function bodyOf(link: Row<'outside_link'>) {
  return pair(link.body_zh, link.body_en);
}
