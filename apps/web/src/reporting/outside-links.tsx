import { addDays, dayOf } from '@westgate/base';
import type { ReportRow } from '@westgate/contract';
import type { Row } from '@westgate/domain';
import { useState } from 'react';
import { useAsk } from '../api/ask.ts';
import { useTellAndSee } from '../api/use-write.ts';
import { useSay, useWords } from '../messages/words.ts';
import { ActButton } from '../parts/act-button.tsx';
import { LinkNote } from '../parts/copy-text.tsx';
import { DayText } from '../parts/day-text.tsx';
import { WhyNot } from '../parts/error-text.tsx';
import { ActionButton } from '../record/form/action-button.tsx';
import { ActionForm } from '../record/form/action-form.tsx';
import { useDistrictFrame } from '../scope/district-context.ts';
import { useMayAct } from '../scope/may-change.ts';

/** Days a new link can be used, where nobody says otherwise. */
const USUAL_DAYS = 30;
const NOTHING_SAID = { zh: null, en: null };

/** The bodies outside the district that report on a record by a link: up to when, taking one back, making another. */
export function OutsideLinksOf({ row: { thing } }: { readonly row: Pick<ReportRow, 'thing'> }) {
  const word = useWords();
  const say = useSay();
  const links = useAsk('outside-links', { query: { kind: thing.kind, id: thing.id } }).data?.items ?? [];
  const withdraw = useTellAndSee('withdraw-outside_link');
  const { district } = useDistrictFrame();
  const mayMake = useMayAct()('make-outside-link');
  const [isMaking, make] = useState(false);
  const [fresh, tell] = useState<{ readonly name: string; readonly link: string | null } | null>(null);
  return (
    <div className="outside-links small">
      {links.length === 0 ? null : (
        <ul className="plain-list">
          {links.map(({ id, rev, body, expiresOn, isOver }) => (
            <li key={id} className="row">
              <span className={isOver ? 'soft' : undefined}>
                {say(body)} · {word(isOver ? 'outside.ranOut' : 'outside.until')} <DayText on={expiresOn} />
              </span>
              {mayMake ? (
                <ActButton
                  name={word('outside.takeBack')}
                  isBusy={withdraw.isPending}
                  onAct={(who) => withdraw.mutate({ params: { id }, body: { who }, rev, key: crypto.randomUUID() })}
                >
                  {say(body)}
                </ActButton>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {!fresh ? null : fresh.link === null ? (
        <p role="status">{word('outside.toldOnce')}</p>
      ) : (
        <LinkNote link={{ ...fresh, link: fresh.link }} note="outside.linkFor" />
      )}
      {isMaking ? (
        <ActionForm
          name="make-outside-link"
          params={{}}
          level={null}
          given={{ subjectKind: thing.kind as Row<'outside_link'>['subject_kind'], subjectId: thing.id }}
          opened={{ expires_on: addDays(dayOf(district.today), USUAL_DAYS) }}
          onMade={({ link }, { body = NOTHING_SAID }) => tell({ name: say(body), link })}
          onDone={() => make(false)}
        />
      ) : mayMake ? (
        <ActionButton name="make-outside-link" onOpen={() => make(true)} />
      ) : null}
      <WhyNot said="bulk.failed" error={withdraw.error} />
    </div>
  );
}
