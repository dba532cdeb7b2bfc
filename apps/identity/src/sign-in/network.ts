/**
 * Of whom an address is: of IPv6 the first 64 bits, since whoever has one address of such a network may take any other.
 * An IPv4 address is itself, written as IPv6 too.
 */
export function networkOf(address: string): string {
  const ipv4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (ipv4 !== undefined || !address.includes(':')) return ipv4 ?? address;
  const [front, back] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Math.max(0, 8 - front!.length - (back?.length ?? 0));
  const groups = [...front!, ...Array<string>(back ? zeros : 0).fill('0'), ...(back ?? [])].slice(0, 4);
  return `${groups.map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`;
}
