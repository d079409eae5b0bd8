/** Whether the host of a URL is this machine alone. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(127\.[\d.]+|localhost|\[::1\])$/.test(hostname);
}
