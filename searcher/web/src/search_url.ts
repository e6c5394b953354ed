/** The search the page shows, as the server wrote it: every parameter known, defaults left out. */
export function currentSearch(): URLSearchParams {
  const feed = document.querySelector<HTMLLinkElement>('link[rel="alternate"][type="application/atom+xml"]');
  return feed ? new URL(feed.href).searchParams : new URLSearchParams();
}

export function address(search: URLSearchParams, path = '/'): string {
  const query = search.toString();
  return query ? `${path}?${query}` : path;
}

function without(search: URLSearchParams, name: string, value: string): boolean {
  const values = search.getAll(name);
  if (!values.includes(value)) return false;
  search.delete(name);
  for (const other of values) if (other !== value) search.append(name, other);
  return true;
}

/** The search with a period of dates chosen; both ends "YYYY-MM". */
export function withDates(search: URLSearchParams, from: string, to: string): URLSearchParams {
  const changed = new URLSearchParams(search);
  changed.delete('offset');
  changed.set('from', from);
  changed.set('to', to);
  return changed;
}

/** One value as a filter of the address reads it: an outlet's name may hold a comma. */
function written(facet: string, value: string): string {
  return facet === 'source' && (/[,،]/.test(value) || value.startsWith('"')) ? `"${value}"` : value;
}

/** The search with a facet's value chosen or, where it is, no longer. */
export function withValue(search: URLSearchParams, facet: string, value: string): URLSearchParams {
  const changed = new URLSearchParams(search);
  changed.delete('offset');
  if (facet === 'month') {
    const chosen = changed.get('from') === value && (value === 'unknown' || changed.get('to') === value);
    changed.delete('from');
    changed.delete('to');
    if (!chosen) changed.set('from', value);
    if (!chosen && value !== 'unknown') changed.set('to', value);
    return changed;
  }
  const text = written(facet, value);
  without(changed, 'not', `${facet}:${text}`);
  if (!without(changed, facet, text)) changed.append(facet, text);
  return changed;
}
