import type { Bilingual } from '@westgate/base';
import type { Thing, ThingKindName } from '@westgate/contract';
import type { ReactNode } from 'react';
import { useSay, useWords } from '../../messages/words.ts';
import { AsWritten } from '../../parts/as-written.tsx';
import { HeldFaultsOf } from '../../parts/held-faults.tsx';
import { NounIcon } from '../../parts/noun-icon.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { AnsweringDepartment } from '../../scope/answering-department.ts';
import { useLanguage } from '../../scope/use-view.ts';
import { FollowButton } from './follow-button.tsx';
import { Neighbours } from './neighbours.tsx';
import { RecordActs } from './record-acts.tsx';

/** The page of a record: what it is, its content, its links at the right. */
export function NounPage({
  kind,
  id,
  name,
  about,
  tags,
  previous,
  next,
  links,
  answering,
  children,
}: {
  readonly kind: ThingKindName;
  readonly id: string;
  readonly name: Bilingual;
  /** Said after the id, such as the kind of place. */
  readonly about?: ReactNode;
  readonly tags?: ReactNode;
  readonly previous?: Thing | null;
  readonly next?: Thing | null;
  readonly links: ReactNode;
  /** The department that answers for the record; null for none. */
  readonly answering: Thing | null;
  readonly children: ReactNode;
}) {
  const word = useWords();
  const say = useSay();
  const language = useLanguage();
  const other = language === 'zh' ? name.en : name.zh;
  useTitle(kind === 'sentence' ? say(name) : `${say(name) || id} · ${word(`noun.${kind}`)}`);
  return (
    <AnsweringDepartment value={[answering?.id ?? null]}>
      <div className="noun-page">
        <article className="noun-main">
          <div className="eyebrow">
            <NounIcon kind={kind} />
            <b>{word(`noun.${kind}`)}</b>
            <span>{id}</span>
            {about}
            <span className="spring" />
            <FollowButton kind={kind} id={id} />
            <Neighbours previous={previous ?? null} next={next ?? null} />
          </div>
          <h1>
            <AsWritten text={say(name) || id} />{' '}
            {other && other !== say(name) && kind !== 'sentence' ? <small lang={language === 'zh' ? 'en' : 'zh-CN'}>{other}</small> : null}
          </h1>
          {tags ? <p className="tags">{tags}</p> : null}
          {kind === 'district' || kind === 'supervision' ? null : <RecordActs kind={kind} id={id} />}
          {kind === 'district' ? null : <HeldFaultsOf kind={kind} id={id} />}
          {children}
        </article>
        <aside className="panel noun-panel" aria-label={word('links.title')}>
          <div className="panel-body">{links}</div>
        </aside>
      </div>
    </AnsweringDepartment>
  );
}
