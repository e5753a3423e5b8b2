/** The services that a window names, for people: `All services`, `Checkout`, `Checkout, Identity and 3 more`. */
export function serviceNames(ids: readonly string[], services: readonly { id: string; name: string }[]): string {
  if (ids.length === 0) return 'All services';
  const names = ids.map((id) => services.find((service) => service.id === id)?.name ?? id);
  return names.length <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}
