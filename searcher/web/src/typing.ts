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
  let spell = false;
  let last = -fast;
  const input = form.querySelector<HTMLInputElement>('#q')!;
  input.addEventListener('input', (event) => {
    if ((event as InputEvent).isComposing) return;
    window.clearTimeout(timer);
    const search = () => {
      void show(formAddress(), spell ? 'replace' : 'push', true);
      spell = true;
    };
    if (event.timeStamp - last > fast) search();
    else timer = window.setTimeout(search, pause);
    last = event.timeStamp;
  });
  input.addEventListener('blur', () => (spell = false));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    window.clearTimeout(timer);
    void show(formAddress(), spell ? 'replace' : 'push');
    spell = false;
  });
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement) void show(formAddress(), 'push');
  });
}
