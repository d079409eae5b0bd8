import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Published, Publishing, PublishRequest } from '@westgate/contract';
import { useId, useState } from 'react';
import { keptOf } from '../../api/ask.ts';
import { fileAddress, tell } from '../../api/client.ts';
import { useWords } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import { useSayPeriod } from '../../parts/day-text.tsx';
import { WhyNot } from '../../parts/error-text.tsx';
import { Select } from '../../parts/select.tsx';
import { WriteProgress } from '../../parts/write-progress.tsx';
import { FormField } from '../../record/form-field.tsx';
import { useShownDay } from '../../scope/district-context.ts';

/** Bytes of a megabyte, and how exactly they are told. */
const MB = 1_000_000;

/** Makes the public pages: an archive to take away, or the folder that the operator named. */
export function MakeSite({ publishing: { languages, site, seq } }: { readonly publishing: Publishing }) {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const prefix = useId();
  const { day } = useShownDay();
  const [lang, setLang] = useState('');
  const [url, setUrl] = useState('');
  const publish = usePublish();
  const start = (ask: PublishRequest): void =>
    publish.mutate({ ask: { ...ask, asOf: day, lang: lang || undefined }, key: crypto.randomUUID() });
  const address = url.trim() === '' ? undefined : url.trim();
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
      </div>
      <p className="row">
        {site ? (
          <Button
            look="filled"
            name={word('publish.folder', { folder: site.folder })}
            disabled={publish.isPending}
            onClick={() => start({ to: 'folder' })}
          />
        ) : null}
        <button
          type="button"
          className={site ? 'button' : 'button filled'}
          disabled={publish.isPending}
          onClick={() => start({ to: 'archive', url: address })}
        >
          {word('publish.archive')}
        </button>
        <WriteProgress write={publish} said={word('publish.going')} counted="write.files" />
        <WhyNot said="publish.failed" error={publish.error} />
      </p>
      {publish.data && !publish.isPending ? <Done published={publish.data} asked={publish.variables?.ask} /> : null}
    </section>
  );
}

/** What was made, and where the archive is taken. */
function Done({ published, asked }: { readonly published: Published; readonly asked: PublishRequest | undefined }) {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const { pages, files, bytes, asOf, seq, folder } = published;
  return (
    <div role="status">
      <p className="small">
        ✓ {word('publish.done', { pages, files, size: (bytes / MB).toFixed(1), day: sayWhen(asOf), seq: String(seq) })}
      </p>
      {folder === null ? (
        <p className="row small">
          <a className="button" download href={fileAddress('site-archive', { query: { asOf, lang: asked?.lang, url: asked?.url } })}>
            {word('publish.archive.take')}
          </a>
          <span className="soft">{word('publish.archive.fresh')}</span>
        </p>
      ) : null}
    </div>
  );
}

/** Makes the pages: an archive to take away, or the folder that the operator named. */
function usePublish() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ask, key }: { readonly ask: PublishRequest; readonly key: string }) => tell('publish', { body: ask, key }),
    onSuccess: () => client.invalidateQueries({ queryKey: keptOf('publishing') }),
  });
}
