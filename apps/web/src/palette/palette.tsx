import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../messages/words.ts';
import { PaletteSearch } from './palette-search.tsx';

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
