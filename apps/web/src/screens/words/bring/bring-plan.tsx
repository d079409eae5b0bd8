import { Link } from '@tanstack/react-router';
import type { MatchDecision, PlanReport } from '@westgate/contract';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useBringPlan } from '../../../api/plans.ts';
import { useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { Form } from '../../../parts/form.tsx';
import { UndoButton } from '../../../parts/undo-button.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { useKeyOf } from '../../../record/use-key-of.ts';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useMayOpen } from '../../../scope/may-open.ts';
import { useWho } from '../../../scope/signed-in.ts';
import { CompareDesk } from '../compare/compare-desk.tsx';
import { BringFields } from './bring-fields.tsx';
import { faultsOf, NO_PLAN, type PlanFault, type PlanFields, previewOf, requestOf, type TextPreview, titleIn } from './view-model.ts';

/** Bringing in a plan: its text, what is known of it, and its sentences before anything is stored. */
export function BringPlan() {
  const word = useWords();
  const { languages, documents } = useDistrictFrame().district;
  const [who, setWho] = useWho();
  const [typed, setTyped] = useState<PlanFields>({ ...NO_PLAN, kind: documents.length > 0 ? 'linked-plan' : 'plan' });
  const fields: PlanFields = { ...typed, who };
  const [faults, setFaults] = useState<readonly PlanFault[]>([]);
  const [tries, setTries] = useState(0);
  const keyOf = useKeyOf();
  /** Plans brought here: one whose deed was undone may be brought again. */
  const [brought, setBrought] = useState(0);
  const [compared, setCompared] = useState<PlanReport | null>(null);
  const bring = useBringPlan();
  useTitle(word('bring.title'));
  const [text, other] = [useDeferredValue(fields.text), useDeferredValue(fields.other)];
  const preview = useMemo(() => previewOf(text, other, languages), [text, other, languages]);

  const set = (field: keyof PlanFields) => (value: string) => {
    setCompared(null);
    if (field === 'who') setWho(value);
    else setTyped((before) => ({ ...before, [field]: value, ...(field === 'text' ? titled(before, value) : {}) }));
  };
  const titled = (before: PlanFields, value: string): Partial<PlanFields> =>
    before.title === '' || before.title === titleIn(previewOf(before.text, '', languages))
      ? { title: titleIn(previewOf(value, '', languages)) }
      : {};
  const send = (dryRun: boolean, matches?: MatchDecision[]): void => {
    const now = previewOf(fields.text, fields.other, languages);
    const found = faultsOf(fields, now);
    setFaults(found);
    setTries(tries + 1);
    if (found.length > 0) return;
    const request = { ...requestOf(fields, now), matches, dryRun };
    bring.mutate(
      { request, key: keyOf({ ...request, brought }) },
      {
        onSuccess: (report) => {
          setCompared(report);
          if (report.stored) setBrought(brought + 1);
        },
      },
    );
  };

  if (compared?.stored) return <PlanStored report={compared} onAgain={() => setCompared(null)} />;
  if (compared?.carried) {
    return (
      <CompareDesk
        title={word('bring.compareTitle')}
        about={word('bring.carries', { ...compared.carried.links })}
        rows={compared.carried.rows}
        isBusy={bring.isPending}
        error={bring.error}
        storeWord={word('bring.store', { count: compared.sentences.length })}
        onStore={(matches) => send(false, matches)}
        onBack={() => setCompared(null)}
      />
    );
  }
  return (
    <Form className="bring" onSend={() => send(fields.follows !== '')}>
      <div className="bring-main">
        <h1>{word('bring.title')}</h1>
        <p className="soft small bring-about">{word('bring.about')}</p>
        <BringFields
          fields={fields}
          preview={preview}
          faults={faults}
          error={bring.error}
          tries={tries}
          isBusy={bring.isPending}
          set={set}
        />
      </div>
      <SentencePreview preview={preview} />
    </Form>
  );
}

/** Says what was stored, takes it back, and leads on. */
function PlanStored({ report, onAgain }: { readonly report: PlanReport; readonly onAgain: () => void }) {
  const word = useWords();
  const mayOpen = useMayOpen();
  const box = useRef<HTMLHeadingElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="bring-stored">
      <h1 tabIndex={-1} ref={box}>
        {word('bring.stored', { count: report.sentences.length })}
      </h1>
      <p>
        {word('bring.storedAs', { seq: report.seq ?? 0 })} {report.seq === null ? null : <UndoButton seq={report.seq} />}
      </p>
      {report.carried ? <p>{word('bring.carried', { ...report.carried.links })}</p> : null}
      <p className="row">
        {mayOpen('/plan/review') ? (
          <Link to="/plan/review" search={{ doc: report.document }} className="button filled">
            {word('bring.review')}
          </Link>
        ) : null}
        <Link to="/plan" search={{ doc: report.document }} className="button">
          {word('bring.open')}
        </Link>
        <Button look="plain" name={word('bring.again')} onClick={onAgain} />
      </p>
    </div>
  );
}

/** The sentences a text is cut into, before it is stored. */
function SentencePreview({ preview: { language, sentences } }: { readonly preview: TextPreview }) {
  const word = useWords();
  const [own, other] = language === 'zh' ? (['zh-CN', 'en'] as const) : (['en', 'zh-CN'] as const);
  return (
    <section className="bring-preview" aria-labelledby="bring-preview">
      <h2 id="bring-preview">{word('bring.preview', { count: sentences.length })}</h2>
      {sentences.length === 0 ? (
        <p className="soft small">{word('bring.previewEmpty')}</p>
      ) : (
        <ol>
          {sentences.map((sentence) => (
            <li key={sentence.id} className={`preview-${sentence.kind}`}>
              <span className="key">{sentence.number}</span>
              <p lang={own}>
                {sentence.text}
                {sentence.kind === 'sentence' || sentence.kind === 'item' ? null : (
                  <small className="soft"> {word(`piece.${sentence.kind}`)}</small>
                )}
              </p>
              {sentence.other === null ? null : (
                <p lang={other} className="second">
                  {sentence.other}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
