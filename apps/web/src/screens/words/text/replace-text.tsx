import { Link } from '@tanstack/react-router';
import type { Language } from '@westgate/base';
import type { MatchDecision, PlanDocument, Sentence, TextReport } from '@westgate/contract';
import { useId, useState } from 'react';
import { useReplaceText } from '../../../api/plans.ts';
import { useSentences } from '../../../api/questions.ts';
import { useSay, useWords, type WordId } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { Button } from '../../../parts/button.tsx';
import { ErrorText } from '../../../parts/error-text.tsx';
import { Form } from '../../../parts/form.tsx';
import { UndoButton } from '../../../parts/undo-button.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { FormField } from '../../../record/form-field.tsx';
import { useKeyOf } from '../../../record/use-key-of.ts';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useWho } from '../../../scope/signed-in.ts';
import { useLanguage } from '../../../scope/use-view.ts';
import { TextBox } from '../bring/text-box.tsx';
import { previewOf } from '../bring/view-model.ts';
import { CompareDesk } from '../compare/compare-desk.tsx';
import { BackToPlan, DocumentAsked } from '../document-asked.tsx';
import { languagesOf, textOf } from './view-model.ts';

/** Replacing the text of a plan: the words to edit, then both texts side by side, then what was stored. */
export function ReplaceText() {
  return <DocumentAsked>{(document) => <ReplaceOf key={document.id} document={document} />}</DocumentAsked>;
}

function ReplaceOf({ document }: { readonly document: PlanDocument }) {
  const word = useWords();
  const say = useSay();
  useTitle(`${word('replace.title')} · ${say(document.title)}`);
  return <Await query={useSentences(document.id)}>{(sentences) => <Editing document={document} sentences={sentences} />}</Await>;
}

function Editing({ document, sentences }: { readonly document: PlanDocument; readonly sentences: readonly Sentence[] }) {
  const word = useWords();
  const shown = useLanguage();
  const prefix = useId();
  const { mode } = useDistrictFrame().district;
  const [who, setWho] = useWho();
  const [reason, setReason] = useState('');
  const [before] = useState(() => sentences);
  const languages = languagesOf(before, shown);
  const [texts, setTexts] = useState<Partial<Record<Language, string>>>(() =>
    Object.fromEntries(languages.map((language) => [language, textOf(before, language)])),
  );
  const [fault, setFault] = useState<WordId | null>(null);
  const [report, setReport] = useState<TextReport | null>(null);
  const keyOf = useKeyOf();
  const replace = useReplaceText(document.id);

  const send = (dryRun: boolean, matches?: MatchDecision[]): void => {
    const isSame = languages.every((language) => texts[language] === textOf(before, language));
    const found: WordId | null = isSame ? 'record.fault.same' : who.trim() === '' ? 'record.fault.who' : null;
    setFault(found);
    if (found) return;
    const request = { ...texts, matches, dryRun, who: who.trim(), reason: reason.trim() };
    replace.mutate({ request, key: keyOf(request) }, { onSuccess: setReport });
  };

  if (report?.stored) return <Replaced document={document} report={report} />;
  if (report) {
    return (
      <CompareDesk
        title={word('replace.compareTitle')}
        about={word('replace.links', report.links)}
        rows={report.rows}
        isBusy={replace.isPending}
        error={replace.error}
        storeWord={word('replace.store')}
        onStore={(matches) => send(false, matches)}
        onBack={() => setReport(null)}
      />
    );
  }
  return (
    <Form className="bring-main replace" onSend={() => send(true)}>
      <BackToPlan document={document} />
      <h1>{word('replace.title')}</h1>
      <p className="soft small bring-about">{word('replace.about')}</p>
      {fault || replace.error ? (
        <p role="alert" className="fault-summary">
          {fault ? word(fault) : replace.error ? <ErrorText error={replace.error} /> : null}
        </p>
      ) : null}
      <div className={languages.length > 1 ? 'replace-texts two' : 'replace-texts'}>
        {languages.map((language) => (
          <TextBox
            key={language}
            id={`${prefix}-${language}`}
            label={word('replace.text', { language: word(`language.${language}`) })}
            told={word('bring.told', {
              language: word(`language.${language}`),
              count: previewOf(texts[language] ?? '', '', [language]).sentences.length,
            })}
            fault={null}
            value={texts[language] ?? ''}
            lang={language}
            onText={(text) => setTexts((held) => ({ ...held, [language]: text }))}
          />
        ))}
      </div>
      <div className="bring-pair">
        <FormField id={`${prefix}-reason`} fault={null} label={word('replace.reason')} hint={word('record.reasonHint')}>
          <input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </FormField>
        <FormField
          id={`${prefix}-who`}
          fault={fault === 'record.fault.who' ? fault : null}
          label={word('record.who')}
          hint={word('record.whoHint')}
        >
          <input value={who} maxLength={80} autoComplete="name" onChange={(event) => setWho(event.target.value)} />
        </FormField>
      </div>
      <p className="row">
        <Button type="submit" look="filled" name={word('replace.compare')} disabled={replace.isPending || mode === 'read-only'} />
      </p>
    </Form>
  );
}

function Replaced({ document, report }: { readonly document: PlanDocument; readonly report: TextReport }) {
  const word = useWords();
  return (
    <div className="bring-stored">
      <h1>{word('replace.done')}</h1>
      <p>
        {word('bring.storedAs', { seq: report.seq ?? 0 })} {report.seq === null ? null : <UndoButton seq={report.seq} />}
      </p>
      <p>{word('replace.kept', report.links)}</p>
      <p className="row">
        <Link to="/plan" search={{ doc: document.id }} className="button filled">
          {report.questionCount > 0 ? word('replace.questions', { count: report.questionCount }) : word('bring.open')}
        </Link>
        <Link to="/plan/versions" search={{ doc: document.id }} className="button">
          {word('versions.title')}
        </Link>
      </p>
    </div>
  );
}
