import {show} from './live';

/** While keys come fast the search waits for a pause of the fingers; a key by itself is answered at once. */
const pause = 15;
const fast = 60;

const form = document.querySelector<HTMLFormElement>('#search')!;

function formAddress(): string {
  const search = new URLSearchParams();
  for (const [name, field] of new FormData(form)) {
    const value = String(field).trim();
    if (!value || (name === 'sort' && value === 'relevance') || (name === 'match' && value === 'all') || (name === 'collapse' && value === '0')) continue;
    search.append(name, value);
  }
  const query = search.toString();
  return query ? `/?${query}` : '/';
}

/** Searches while the reader types. A spell of typing makes one entry of the history. */
export function searchAsYouType(): void {
  let timer = 0;
  let spell = {entered: false};
  let last = -fast;
  const input = form.querySelector<HTMLInputElement>('#q')!;
  input.addEventListener('input', (event) => {
    if ((event as InputEvent).isComposing) return;
    window.clearTimeout(timer);
    const search = () => {
      const own = spell;
      // A search overtaken by the next key made no entry.
      void show(formAddress(), own.entered ? 'replace' : 'push', true).then((shown) => (own.entered ||= shown));
    };
    if (event.timeStamp - last > fast) search();
    else timer = window.setTimeout(search, pause);
    last = event.timeStamp;
  });
  input.addEventListener('blur', () => (spell = {entered: false}));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    window.clearTimeout(timer);
    void show(formAddress(), spell.entered ? 'replace' : 'push');
    spell = {entered: false};
  });
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement) void show(formAddress(), 'push');
  });
}
