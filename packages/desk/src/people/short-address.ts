import { isIPv4, isIPv6 } from 'node:net';

/** An address without what tells one machine from its neighbours: the last quarter of IPv4, all but the first three groups of IPv6. */
export function shortAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0`;
  if (!isIPv6(plain)) return 'unknown';
  if (plain.startsWith('::')) return '::';
  return `${plain.split(':').slice(0, 3).join(':')}::`;
}
