import { Link } from '@tanstack/react-router';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../messages/words.ts';

const KEYS = [
  ['Ctrl K · /', 'keys.find'],
  ['?', 'keys.help'],
  ['↑ ↓ · j k', 'keys.move'],
  ['Enter', 'keys.select'],
  ['Esc', 'keys.clear'],
  ['← →', 'keys.quarter'],
  ['T', 'keys.table'],
  ['[ ]', 'keys.neighbours'],
  ['C · N', 'keys.cut'],
  ['A R E S M U', 'keys.review'],
  ['N E', 'keys.report'],
  ['Enter · E', 'keys.listEdit'],
  ['Space', 'keys.listChoose'],
  ['Ctrl C V D', 'keys.listPaste'],
  ['Ctrl Z', 'keys.undo'],
  ['Ctrl Shift Z', 'keys.redo'],
] as const;

/** The list of keys. */
export function KeyHelp({ isOpen, onOpenChange }: { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void }) {
  const word = useWords();
  return (
    <ModalOverlay className="shade" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="sheet-box">
        <Dialog className="key-help">
          <Heading slot="title" level={2}>
            {word('keys.title')}
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
