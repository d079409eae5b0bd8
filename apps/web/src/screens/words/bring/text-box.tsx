import { LANGUAGE_TAGS, type Language } from '@westgate/base';
import { useId, useRef } from 'react';
import { useReadFile } from '../../../api/plans.ts';
import { useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { errorLine } from '../../../parts/error-text.tsx';

/** A box that a plan text is pasted into, or read into from a file. */
export function TextBox({
  id,
  label,
  told,
  fault,
  value,
  lang,
  onText,
}: {
  readonly id: string;
  readonly label: string;
  /** What is known of the text by now: its language, its sentences. */
  readonly told: string;
  readonly fault: string | null;
  readonly value: string;
  /** The language of the text, as far as it is known. */
  readonly lang: Language;
  readonly onText: (text: string, fileName: string | null) => void;
}) {
  const word = useWords();
  const fileId = useId();
  const input = useRef<HTMLInputElement>(null);
  const read = useReadFile();
  const take = (file: File | undefined): void => {
    if (file) read.mutate(file, { onSuccess: ({ text }) => onText(text, file.name) });
  };
  return (
    <div className={fault || read.error ? 'form-field faulty text-box' : 'form-field text-box'}>
      <label htmlFor={id}>{label}</label>
      {fault ? (
        <p id={`${id}-fault`} className="fault">
          {fault}
        </p>
      ) : null}
      {read.error ? (
        <p role="alert" className="fault">
          {word('bring.fileFailed', { why: errorLine(word, read.error) })}
        </p>
      ) : null}
      <textarea
        id={id}
        className="field"
        rows={9}
        lang={LANGUAGE_TAGS[lang]}
        value={value}
        aria-invalid={fault !== null}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onChange={(event) => onText(event.target.value, null)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          const [file] = event.dataTransfer.files;
          if (!file) return;
          event.preventDefault();
          take(file);
        }}
      />
      <p className="row small">
        <Button name={word('bring.chooseFile')} disabled={read.isPending} onClick={() => input.current?.click()} />
        <input
          id={fileId}
          ref={input}
          type="file"
          className="unseen"
          tabIndex={-1}
          aria-label={word('bring.chooseFile')}
          accept=".txt,.md,.docx"
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <output className="soft">{read.isPending ? word('bring.reading') : told}</output>
      </p>
    </div>
  );
}
