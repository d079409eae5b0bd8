import { Link } from '@tanstack/react-router';
import type { Publishing } from '@westgate/contract';
import { useId, useState } from 'react';
import { useTell } from '../../api/use-write.ts';
import { useWords } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import { useSayInstant, useSayPeriod } from '../../parts/day-text.tsx';
import { WhyNot } from '../../parts/error-text.tsx';
import { Select } from '../../parts/select.tsx';
import { FormField } from '../../record/form-field.tsx';
import { RunState } from '../../runs/run-state.tsx';
import { lastOf, useRuns } from '../../runs/use-runs.ts';
import { useShownDay } from '../../scope/district-context.ts';
import { useMayOpen } from '../../scope/may-open.ts';

/** Makes the public pages as long work: an archive to take away, or the folder that the operator named; shows how far the last making is, whoever asked for it. */
export function MakeSite({ publishing: { languages, site, served, seq } }: { readonly publishing: Publishing }) {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const sayInstant = useSayInstant();
  const prefix = useId();
  const { day } = useShownDay();
  const [lang, setLang] = useState('');
  const [url, setUrl] = useState('');
  const [service, setService] = useState('');
  const publish = useTell('start-run');
  const mayOpen = useMayOpen();
  const last = lastOf(useRuns().data, 'public-pages');
  const start = (to: 'archive' | 'folder' | 'server', site: string | null): void => {
    const serviceUrl = to === 'server' ? null : service.trim() || null;
    const ask = { to, asOf: day, lang: lang || null, url: site, serviceUrl };
    publish.mutate({ body: { kind: 'public-pages', ask }, key: crypto.randomUUID() });
  };
  const address = url.trim() || null;
  return (
    <section className="no-print" aria-labelledby={`${prefix}-make`}>
      <h2 id={`${prefix}-make`}>{word('publish.make')}</h2>
      <p className="small soft">{word('publish.make.lead', { day: sayWhen(day) })}</p>
      {site ? (
        <p className="small">
          {site.last
            ? word('publish.folder.last', { day: sayWhen(site.last.asOf), seq: String(site.last.seq), now: String(seq) })
            : word('publish.folder.empty')}
        </p>
      ) : (
        <p className="small soft">{word('publish.folder.none')}</p>
      )}
      <p className="small">
        {served ? (
          <>
            {word('publish.server.last', { day: sayWhen(served.asOf), seq: String(served.seq), now: String(seq) })}{' '}
            <a href="/public/">{word('publish.server.open')}</a>
          </>
        ) : (
          <span className="soft">{word('publish.server.empty')}</span>
        )}
      </p>
      <div className="publish-ask">
        {languages.length > 1 ? (
          <FormField id={`${prefix}-lang`} label={word('publish.languages')} fault={null}>
            <Select
              value={lang}
              options={languages.map((each) => [each, word(`language.${each}`)])}
              none={word('publish.languages.all')}
              onChoose={(id) => setLang(id ?? '')}
            />
          </FormField>
        ) : null}
        <FormField id={`${prefix}-url`} label={word('publish.url')} hint={word('publish.url.hint')} fault={null}>
          <input type="url" maxLength={500} value={url} onChange={({ target }) => setUrl(target.value)} />
        </FormField>
        <FormField id={`${prefix}-service`} label={word('publish.service')} hint={word('publish.service.hint')} fault={null}>
          <input type="url" maxLength={500} value={service} onChange={({ target }) => setService(target.value)} />
        </FormField>
      </div>
      <p className="row">
        {site ? (
          <Button
            look="filled"
            name={word('publish.folder', { folder: site.folder })}
            disabled={publish.isPending}
            onClick={() => start('folder', null)}
          />
        ) : null}
        <Button name={word('publish.server')} disabled={publish.isPending} onClick={() => start('server', null)} />
        <button
          type="button"
          className={site ? 'button' : 'button filled'}
          disabled={publish.isPending}
          onClick={() => start('archive', address)}
        >
          {word('publish.archive')}
        </button>
        <WhyNot said="publish.failed" error={publish.error} />
      </p>
      {last ? (
        <div className="publish-last">
          <p className="small soft">
            {word('runs.asked', {
              who: last.who ?? word(last.isAnonymous ? 'runs.nobody' : 'people.erased'),
              when: sayInstant(last.askedAt),
            })}
            {last.seq === null ? null : ` ${word('runs.onDeed', { seq: String(last.seq) })}`}
          </p>
          <RunState run={last} />
        </div>
      ) : null}
      {mayOpen('/runs') ? (
        <p className="row">
          <Link className="button" to="/runs">
            {word('runs.every')}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
