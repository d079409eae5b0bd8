import { cleanLine, isMailAddress, type Language } from '@westgate/base';
import {
  type FollowFault,
  followConfirmPage,
  followFaultPage,
  followFormPage,
  followSaidPage,
  followStopPage,
  type Stand,
} from '@westgate/public/feedback';
import { SERVED_AT } from '@westgate/public/options';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { FormCounts, LOOKED, TAKEN } from '../caller/form-counts.ts';
import { formIn } from '../feedback/form-body.ts';
import { formToken, tokenStands } from '../feedback/form-token.ts';
import type { PublicRecord } from '../feedback/public-record.ts';
import type { FollowedKind, FollowerMail } from '../followers/follower-mail.ts';
import { bytesOf, HIDDEN, languageAsked, type NotTaken, takeForms, told, toldFault } from '../http/told-page.ts';
import type { Office } from '../office/office.ts';
import type { ServedSite } from '../publish/served-site.ts';

interface Parts {
  readonly site: ServedSite;
  readonly followers: FollowerMail;
  readonly stand: (language: Language) => Stand;
}

/** Longest secret that is looked at. */
const LONGEST = 2_000;

/** Updates by mail for anybody, signed out: asked for, confirmed by a link, ended by a link. What is answered never tells whether an address is known. */
export async function addFollowing(app: FastifyInstance, office: Office, { site, followers, stand }: Parts): Promise<void> {
  const [looked, asked] = [new FormCounts(LOOKED), new FormCounts(TAKEN)];
  const { people } = office.desk;
  takeForms(app, (language, fault) => followFaultPage(stand(language), fault));
  // Mail programs end mails by one POST in either form (RFC 8058); what stands in it is not needed.
  app.addContentTypeParser('multipart/form-data', { parseAs: 'buffer', bodyLimit: 4_096 }, (_request, _body, done) => done(null, null));

  const faulty = (reply: FastifyReply, language: Language, refused: NotTaken<FollowFault>): FastifyReply =>
    toldFault(reply, refused).send(followFaultPage(stand(language), refused.fault));
  /** The record that may be followed here, or why none. */
  const recordAt = async (about: string): Promise<PublicRecord<FollowedKind> | NotTaken<FollowFault>> => {
    if (!followers.isOn || !(await site.isThere())) return { fault: 'closed' };
    return followers.about(about.slice(0, 300)) ?? { fault: 'gone' };
  };
  const key = (): Promise<string> => people.senders.formKey(office.now());
  const markOf = (about: string): string => `follow ${about}`;
  const formOf = async (
    language: Language,
    { kind, id, name }: PublicRecord<FollowedKind>,
    address = '',
    fault: FollowFault | null = null,
  ): Promise<string> => {
    const about = `${kind}:${id}`;
    const token = formToken(await key(), markOf(about), office.now().getTime());
    return followFormPage(stand(language), { about, name, token, address, fault });
  };

  app.get<{ Querystring: { about?: string } }>('/public/follow/new', HIDDEN, async (request, reply) => {
    const language = languageAsked(request);
    const record = await recordAt(String(request.query.about ?? ''));
    if ('fault' in record) return faulty(reply, language, record);
    return told(reply, 200).send(await formOf(language, record));
  });
  app.post('/public/follow/new', HIDDEN, async (request, reply) => {
    const seconds = looked.take(request.ip);
    if (seconds > 0) return faulty(reply, languageAsked(request), { fault: 'many', seconds });
    const bytes = bytesOf(request);
    const sent = bytes && formIn(bytes);
    if (!sent) return faulty(reply, languageAsked(request), { fault: 'encoding' });
    const language = sent.lang === 'en' ? 'en' : 'zh';
    const record = await recordAt(sent.about);
    if ('fault' in record) return faulty(reply, language, record);
    const address = cleanLine(sent.address);
    const again = async (refused: NotTaken<FollowFault>): Promise<FastifyReply> =>
      toldFault(reply, refused).send(await formOf(language, record, address.slice(0, 254), refused.fault));
    if (sent.website !== '') return again({ fault: 'trap' });
    const about = `${record.kind}:${record.id}`;
    const standing = tokenStands(await key(), markOf(about), sent.token, office.now().getTime());
    if (standing !== 'right') return again({ fault: standing });
    if (!isMailAddress(address)) return again({ fault: 'address' });
    const wait = asked.take(request.ip);
    if (wait > 0) return again({ fault: 'many', seconds: wait });
    followers.ask({ address, record: about, language }, record.name);
    return told(reply, 200).send(followSaidPage(stand(language), 'asked'));
  });

  /** What was asked by a link and is public still; null where it is spent. */
  const confirmed = async (of: string) => {
    const found = of.length > LONGEST ? null : await people.followers.asked(of, office.now());
    const record = found && (await recordAt(found.record));
    return found && record && !('fault' in record) ? { found, record } : null;
  };
  app.get<Secret>('/public/follow/confirm', HIDDEN, async (request, reply) => {
    const [language, link] = [languageAsked(request), secretIn(request.query)];
    const at = await confirmed(link);
    if (!at) return told(reply, 404).send(followSaidPage(stand(language), 'spent'));
    return told(reply, 200).send(followConfirmPage(stand(language), { name: at.record.name, address: at.found.address, link }));
  });
  app.post<Secret>('/public/follow/confirm', HIDDEN, async (request, reply) => {
    const language = languageAsked(request);
    const at = await confirmed(secretIn(request.query));
    if (!at) return told(reply, 404).send(followSaidPage(stand(language), 'spent'));
    const token = await followers.begin(at.found);
    if (token === null) return faulty(reply, language, { fault: 'busy' });
    return told(reply, 200).send(followSaidPage(stand(language), 'begun'));
  });

  app.get<Secret>('/public/follow/stop', HIDDEN, async (request, reply) => {
    const [language, token] = [languageAsked(request), secretIn(request.query)];
    const found = await people.followers.byToken(token);
    if (!found) return told(reply, 404).send(followSaidPage(stand(language), 'none'));
    // Of a record that is not public any more its name is not told.
    const follows = found.follower.follows.flatMap(({ record }) => {
      const about = followers.about(record);
      return about ? [{ record, name: about.name }] : [];
    });
    return told(reply, 200).send(followStopPage(stand(language), { token, follows }));
  });
  app.post<Secret>('/public/follow/stop', HIDDEN, async (request, reply) => {
    const [language, token] = [languageAsked(request), secretIn(request.query)];
    const bytes = bytesOf(request);
    const about = (bytes && formIn(bytes)?.about) || null;
    await people.followers.end(token, about);
    if (about !== null && (await people.followers.byToken(token)))
      return told(reply, 303)
        .header('location', `${SERVED_AT}follow/stop?${new URLSearchParams({ of: token, lang: language })}`)
        .send('');
    return told(reply, 200).send(followSaidPage(stand(language), 'ended'));
  });
}

interface Secret {
  readonly Querystring: { readonly of?: unknown };
}

function secretIn({ of }: Secret['Querystring']): string {
  return typeof of === 'string' ? of : '';
}
