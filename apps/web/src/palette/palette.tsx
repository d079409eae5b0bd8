export function Palette(_props: { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void }) {
  return null;
}
