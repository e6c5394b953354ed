/** What the browser keeps for the reader. Nothing of it leaves the browser. */

export interface SavedSearch {
  name: string;
  search: string;
}

function read<T>(key: string, fallback: T): T {
  try {
    const text = window.localStorage.getItem(key);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback; // storage is switched off, or holds something else
  }
}

function write(key: string, value: unknown): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // storage is full or switched off: the setting lasts as long as the page
  }
}

export function savedSearches(): SavedSearch[] {
  const list = read<SavedSearch[]>('mahdar.searches', []);
  return Array.isArray(list) ? list.filter((item) => typeof item?.name === 'string' && typeof item.search === 'string') : [];
}

export function saveSearches(list: SavedSearch[]): void {
  write('mahdar.searches', list);
}

/** Keys of one letter can be switched off: they are in the way of speech input. */
export function keysAreOn(): boolean {
  return read<boolean>('mahdar.keys', true);
}

export function switchKeys(on: boolean): void {
  write('mahdar.keys', on);
}

/** Whether the charts stand above the hits or are folded away. */
export function chartsAreOpen(): boolean {
  return read<boolean>('mahdar.charts', true);
}

export function keepCharts(open: boolean): void {
  write('mahdar.charts', open);
}
