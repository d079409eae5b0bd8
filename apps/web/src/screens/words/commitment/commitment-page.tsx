export function CommitmentPage() {
  return null;
}
