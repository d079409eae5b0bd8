import { type Language, WestgateError } from '@westgate/base';
import { isSecret } from '@westgate/desk';
import { type FeedbackFault, feedbackFaultPage, feedbackFormPage, feedbackStatusPage } from '@westgate/public/feedback';
import { SERVED_AT } from '@westgate/public/options';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { limitAddressRate } from '../caller/request-counts.ts';
import { FeedbackTaker } from '../feedback/feedback-taker.ts';
import { formIn } from '../feedback/form-body.ts';
import type { FollowerMail } from '../followers/follower-mail.ts';
import type { Limits } from '../http/limits.ts';
import { bytesOf, HIDDEN, HTML_TYPE, languageAsked, type NotTaken, policyOf, takeForms, told, toldFault } from '../http/told-page.ts';
import type { Office } from '../office/office.ts';
import type { ServedFile, ServedSite } from '../publish/served-site.ts';
import { addFollowing } from './public-follow.ts';

/** The media type of each kind of file that a site holds. */
const TYPES: Readonly<Record<string, string>> = {
  html: HTML_TYPE,
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};
const ATOM_TYPE = 'application/atom+xml; charset=utf-8';

/** Gives the pages that were published here, and takes what people write on them: no script, no account. Each of them says by itself who may show it in a frame. */
export async function addPublicSite(
  app: FastifyInstance,
  office: Office,
  { site, followers, limits }: { readonly site: ServedSite; readonly followers: FollowerMail; readonly limits: Limits },
): Promise<void> {
  const taker = new FeedbackTaker(office);
  limitAddressRate(app, limits.addressReadsAMinute);
  takeForms(app, (language, fault) => feedbackFaultPage(taker.stand(language), fault));

  await app.register((scope) => addFollowing(scope, office, { site, followers, stand: (language) => taker.stand(language) }));
  app.get('/public', HIDDEN, async (_request, reply) => reply.redirect(SERVED_AT, 301));
  app.get<{ Querystring: { about?: string } }>('/public/feedback/new', HIDDEN, async (request, reply) => {
    const stand = taker.stand(languageAsked(request));
    const isOpen = await site.isThere();
    const about = isOpen ? taker.about(String(request.query.about ?? '').slice(0, 300)) : null;
    if (about === null) return told(reply, 404).send(feedbackFaultPage(stand, isOpen ? 'gone' : 'closed'));
    return told(reply, 200).send(feedbackFormPage(stand, await taker.form(about)));
  });
  app.post('/public/feedback/new', HIDDEN, async (request, reply) => {
    const busy = taker.look(request.ip);
    if (busy) return faulty(reply, taker, languageAsked(request), busy);
    const bytes = bytesOf(request);
    const sent = bytes && formIn(bytes);
    if (sent === null) return faulty(reply, taker, languageAsked(request), { fault: 'encoding' });
    const language = sent.lang === 'en' ? 'en' : 'zh';
    const isOpen = await site.isThere();
    const about = isOpen ? taker.about(sent.about.slice(0, 300)) : null;
    if (about === null) return faulty(reply, taker, language, { fault: isOpen ? 'gone' : 'closed' });
    const taken = await taker.take(sent, about, request.ip);
    if ('secret' in taken) return told(reply, 303).header('location', `${SERVED_AT}feedback/${taken.secret}?lang=${language}`).send('');
    if (taken.seconds !== undefined) return faulty(reply, taker, language, taken);
    const typed = { words: sent.words.slice(0, 4_000), name: sent.name.slice(0, 200), contact: sent.contact.slice(0, 400) };
    return toldFault(reply, taken).send(feedbackFormPage(taker.stand(language), await taker.form(about, typed, taken.fault)));
  });
  app.get<{ Params: { secret: string } }>('/public/feedback/:secret', HIDDEN, async (request, reply) => {
    const { secret } = request.params;
    const language = languageAsked(request);
    const status = isSecret(secret) ? await readBySecret(office, request, () => taker.status(secret)) : null;
    if (status === null) return faulty(reply, taker, language, { fault: 'gone' });
    return told(reply, 200)
      .header('referrer-policy', 'no-referrer')
      .send(feedbackStatusPage(taker.stand(language), status));
  });
  app.get<{ Params: { '*': string } }>('/public/*', HIDDEN, async (request, reply) => {
    const file = await fileAt(site, request.params['*']);
    if (file) return sendFile(request, reply, file, 200);
    const missing = await site.file('404.html');
    if (missing) return sendFile(request, reply, missing, 404);
    throw new WestgateError('WG_NOT_FOUND', { zh: '这里没有发布网页', en: 'no pages are published here' });
  });
}

/** The file that an address is of: a folder by its first page, a small page for other sites without its ending. */
async function fileAt(site: ServedSite, path: string): Promise<ServedFile | null> {
  if (path === '' || path.endsWith('/')) return site.file(`${path}index.html`);
  // Files are named in small letters, ids as people wrote them.
  return (await site.file(path)) ?? (/\.\w+$/.test(path) ? null : site.file(`${path.toLowerCase()}.html`));
}

async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { path, tag, bytes }: ServedFile,
  status: number,
): Promise<FastifyReply> {
  const isEmbed = /(?:^|\/)embed\//.test(path);
  const isFeed = /(?:^|\/)feed\.xml$/.test(path);
  // The page that says that there is none brings its style along; all else is unpacked only where it is sent.
  const missing = status === 200 ? null : await bytes();
  reply.header('content-security-policy', policyOf(isEmbed, missing && styleHash(missing)));
  if (isEmbed) reply.raw.removeHeader('x-frame-options');
  if (/^data\/|\.xml$/.test(path)) reply.header('access-control-allow-origin', '*');
  reply.header('cache-control', status === 200 ? 'public, no-cache' : 'no-store').header('referrer-policy', 'no-referrer');
  reply.type(isFeed ? ATOM_TYPE : (TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'));
  if (missing) return reply.code(status).send(missing);
  reply.header('etag', tag).header('vary', 'accept-encoding');
  const holds = (request.headers['if-none-match'] ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
  return holds ? reply.code(304).send() : reply.send(await bytes());
}

/** The hash of the style sheet that a page brings along, as it says itself. */
function styleHash(page: Buffer): string | null {
  return /style-src &#39;(sha256-[\w+/=]+)&#39;/.exec(page.toString('utf8'))?.[1] ?? null;
}

function faulty(reply: FastifyReply, taker: FeedbackTaker, language: Language, refused: NotTaken<FeedbackFault>): FastifyReply {
  return toldFault(reply, refused).send(feedbackFaultPage(taker.stand(language), refused.fault));
}

/** What a secret in an address opens; who shows many that are none from one address waits. */
async function readBySecret<T>(office: Office, { ip }: FastifyRequest, read: () => T | null): Promise<T | null> {
  try {
    return await office.desk.people.byLink(ip, office.now(), async () => {
      const found = read();
      if (found === null) throw new WestgateError('WG_LINK_SPENT', { zh: '没有这个编号', en: 'there is no such number' });
      return found;
    });
  } catch (error) {
    if (error instanceof WestgateError && error.code === 'WG_LINK_SPENT') return null;
    throw error;
  }
}
