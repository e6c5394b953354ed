import table from '../../render/data/words.tsv?raw';

/** Whether the page is in English; else it is in Arabic. */
export const english = document.documentElement.lang === 'en';

const rows = new Map(
  table
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([key, arabic, inEnglish]) => [key, english ? inEnglish : arabic]),
);

/** The wording of a key of words.tsv, '#' in it replaced. */
export function say(key: string, filling: string | number = '#'): string {
  const wording = rows.get(key);
  if (wording === undefined) throw new Error(`words.tsv lacks ${key}`);
  return wording.replace('#', String(filling));
}
