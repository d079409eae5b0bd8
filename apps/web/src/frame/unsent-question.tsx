import { useBlocker } from '@tanstack/react-router';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../messages/words.ts';
import { Button } from '../parts/button.tsx';
import { hasUnsentText, useIsTyped } from '../parts/unsent-text.ts';
import { readSearch } from '../scope/view-search.ts';

/** Asks whoever leaves a screen, or what is selected on it, while words stand in a form that are not saved; the browser asks on a reload. */
export function UnsentQuestion() {
  const word = useWords();
  const isTyped = useIsTyped();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isElsewhere(current, next) && hasUnsentText(),
    enableBeforeUnload: hasUnsentText,
    disabled: !isTyped,
    withResolver: true,
  });
  return (
    <ModalOverlay className="shade" isOpen={status === 'blocked'} onOpenChange={() => reset?.()}>
      <Modal className="sheet-box">
        <Dialog role="alertdialog" className="unsent-question">
          <Heading slot="title" level={2}>
            {word('unsent.title')}
          </Heading>
          <p>{word('unsent.lead')}</p>
          <p className="row">
            <Button autoFocus name={word('unsent.stay')} onClick={() => reset?.()} />
            <Button look="plain" name={word('form.leave')} onClick={() => proceed?.()} />
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface At {
  readonly pathname: string;
  readonly search: object;
}

function isElsewhere(current: At, next: At): boolean {
  return current.pathname !== next.pathname || selectedAt(current) !== selectedAt(next);
}

function selectedAt({ search }: At): string | undefined {
  return readSearch({ ...search }).sel;
}
