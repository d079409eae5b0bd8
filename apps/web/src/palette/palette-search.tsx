import { useNavigate } from '@tanstack/react-router';
import type { SearchResult } from '@westgate/contract';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useShownError } from '../api/failed-answers.ts';
import type { RecordKind } from '../api/form-kinds.ts';
import { useSearchResult } from '../api/questions.ts';
import { useWords } from '../messages/words.ts';
import { Button } from '../parts/button.tsx';
import { ErrorText } from '../parts/error-text.tsx';
import { pageOf } from '../parts/thing-link.tsx';
import { letGo } from '../scope/let-go.ts';
import { useDistrictItems } from './district-menu.tsx';
import { CommandRow, PaletteRow, useCommands } from './palette-row.tsx';
import { type Command, type Hit, rowAfter, SCOPES, scopeAfter, scopeCount } from './view-model.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** The field, the scopes with their counts, the hits. Enter opens, unless it ends a composition; Tab changes the scope. */
function PaletteSearch({ onClose }: { readonly onClose: () => void }) {
  const word = useWords();
  const navigate = useNavigate();
  const listId = useId();
  const actions = useDistrictItems();
  const [text, setText] = useState('');
  const [scope, setScope] = useState<RecordKind | null>(null);
  const [row, setRow] = useState(0);
  const q = useDeferredValue(text.trim());
  const search = useSearchResult(q, scope ?? undefined);
  useShownError(search.error);
  const hits = q === '' ? [] : (search.data?.items ?? []);
  const counts = q === '' ? {} : (search.data?.counts ?? {});
  const commands = useCommands(text.trim());
  const current = hits[row] ?? null;
  const command = commands[row - hits.length] ?? null;
  const rowCount = hits.length + commands.length;

  const open = ({ thing }: Hit): void => {
    onClose();
    const { kind, id } = thing;
    letGo(() => (kind === 'district' ? navigate({ to: '/register' }) : navigate(pageOf(kind, id))));
  };
  const carryOut = ({ act }: Command): void => {
    onClose();
    act();
  };
  const changeScope = (next: RecordKind | null): void => {
    setScope(next);
    setRow(0);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step !== undefined) setRow(rowAfter(row, step, rowCount));
    else if (event.key === 'Tab') changeScope(scopeAfter(scope, event.shiftKey ? -1 : 1));
    else if (event.key === 'Enter' && current) open(current);
    else if (event.key === 'Enter' && command) carryOut(command);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="palette-head">
        <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="8.5" cy="8.5" r="5" />
          <path d="m12.5 12.5 4.5 4.5" />
        </svg>
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type into this field
          autoFocus
          type="text"
          role="combobox"
          aria-expanded={rowCount > 0}
          aria-controls={listId}
          aria-activedescendant={current || command ? `${listId}-${row}` : undefined}
          aria-label={word('head.search')}
          placeholder={word('head.search')}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setRow(0);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="palette-close" onClick={onClose}>
          <kbd>Esc</kbd>
          <span className="unseen">{word('close')}</span>
        </button>
      </div>
      <ScopeBar counts={counts} scope={scope} onScope={changeScope} />
      <div id={listId} role="listbox" aria-label={word('palette.hits')} className="palette-hits">
        {hits.map((hit, index) => (
          <PaletteRow
            key={`${hit.thing.kind}:${hit.thing.id}`}
            id={`${listId}-${index}`}
            hit={hit}
            isCurrent={index === row}
            onOpen={() => open(hit)}
          />
        ))}
        {commands.map((each, index) => (
          <CommandRow
            key={each.id}
            id={`${listId}-${hits.length + index}`}
            command={each}
            isCurrent={hits.length + index === row}
            onDo={() => carryOut(each)}
          />
        ))}
      </div>
      <output className="palette-say small soft">
        {q === '' ? word('palette.start') : null}
        {q !== '' && search.data && rowCount === 0 ? word('palette.none', { q }) : null}
        {hits.length > 0 ? <span className="unseen">{word('palette.count', { count: scopeCount(counts, scope) })}</span> : null}
        {search.error ? <ErrorText error={search.error} /> : null}
      </output>
      {q === '' ? (
        <p className="palette-actions row small">
          {actions.map(({ id, text, act }) => (
            <Button
              name={text}
              key={id}
              onClick={() => {
                onClose();
                act();
              }}
            />
          ))}
        </p>
      ) : null}
      <p className="palette-foot small">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {word('palette.move')}
        </span>
        <span>
          <kbd>Enter</kbd> {word('palette.open')}
        </span>
        <span>
          <kbd>Tab</kbd> {word('palette.scope')}
        </span>
      </p>
    </>
  );
}

/** The kinds of record with how many hits each has, 0 shown. */
function ScopeBar({
  counts,
  scope,
  onScope,
}: {
  readonly counts: SearchResult['counts'];
  readonly scope: RecordKind | null;
  readonly onScope: (scope: RecordKind | null) => void;
}) {
  const word = useWords();
  return (
    <fieldset className="scope-bar">
      <legend className="unseen">{word('palette.scopes')}</legend>
      {SCOPES.map((kind) => (
        <button key={kind ?? 'all'} type="button" tabIndex={-1} aria-pressed={scope === kind} onClick={() => onScope(kind)}>
          {kind === null ? word('palette.all') : word(`nouns.${kind}`)} <span>{scopeCount(counts, kind)}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** Finds any record from anywhere: opened by Ctrl K or `/`, closed by Esc. */
export function Palette({ isOpen, onOpenChange }: { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void }) {
  const word = useWords();
  return (
    <ModalOverlay className="shade" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="sheet-box palette">
        <Dialog aria-label={word('palette.name')} className="palette-dialog">
          {({ close }) => <PaletteSearch onClose={close} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
