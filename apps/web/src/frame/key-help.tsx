import { Link } from '@tanstack/react-router';
import { ACTION_NAMES, actionNamed } from '@westgate/domain';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useSay, useWords } from '../messages/words.ts';

/** The keys of the screens. */
export const KEYS = [
  ['Ctrl K · /', 'keys.find'],
  ['?', 'keys.help'],
  ['↑ ↓ · j k', 'keys.move'],
  ['Enter', 'keys.select'],
  ['Esc', 'keys.clear'],
  ['← →', 'keys.quarter'],
  ['T', 'keys.table'],
  ['[ ]', 'keys.neighbours'],
  ['C · N', 'keys.cut'],
  ['A R C E', 'keys.review'],
  ['T 1–= S M U', 'keys.reviewMore'],
  ['N E', 'keys.report'],
  ['Enter · E', 'keys.listEdit'],
  ['Space', 'keys.listChoose'],
  ['Ctrl C V D', 'keys.listPaste'],
  ['Ctrl Z', 'keys.undo'],
  ['Ctrl Shift Z', 'keys.redo'],
] as const;

/** The keys of actions, which work where they are offered. */
const ACTION_KEYS = ACTION_NAMES.flatMap((name) => {
  const { key, label } = actionNamed(name);
  return key === undefined ? [] : [{ key, label }];
});

/** The list of keys. */
export function KeyHelp({ isOpen, onOpenChange }: { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void }) {
  const word = useWords();
  const say = useSay();
  return (
    <ModalOverlay className="shade" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="sheet-box">
        <Dialog className="key-help">
          <Heading slot="title" level={2}>
            {word('keys.short')}
          </Heading>
          <dl>
            {KEYS.map(([key, id]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{word(id)}</dd>
              </div>
            ))}
            {ACTION_KEYS.map(({ key, label }) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{word('keys.action', { name: say(label) })}</dd>
              </div>
            ))}
          </dl>
          <Link to="/accessibility" onClick={() => onOpenChange(false)}>
            {word('accessibility.title')}
          </Link>
          <Button slot="close" className="button">
            {word('close')}
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
