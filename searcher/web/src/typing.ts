import {show} from './live';

/** A pause of the fingers after which the search runs: shorter than one notices, longer than a held key repeats. */
const pause = 15;

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
  const input = form.querySelector<HTMLInputElement>('#q')!;
  input.addEventListener('input', (event) => {
    if ((event as InputEvent).isComposing) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      void show(formAddress(), spell ? 'replace' : 'push', true);
      spell = true;
    }, pause);
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
