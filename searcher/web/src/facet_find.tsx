import {render} from 'preact';
import {own} from './patch';
import {address, currentSearch, withValue} from './search_url';
import {english, say} from './words';

export interface Value {
  value: string;
  label: string;
  label_en: string;
  count: number;
  selected: boolean;
}

const pause = 100;

function Found({facet, values}: {facet: string; values: Value[]}) {
  if (values.length === 0) return <p class="nothing">{say('facet.none')}</p>;
  return (
    <ul>
      {values.slice(0, 50).map((item) => (
        <li class={item.selected ? 'chosen' : undefined}>
          <a class="value" data-live="1" data-value={item.value} aria-current={item.selected ? 'true' : undefined}
            href={address(withValue(currentSearch(), facet, item.value))}>
            <bdi class="label">{english ? item.label_en : item.label}</bdi>
            <span class="count">{item.count}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

async function find(facet: string, text: string): Promise<Value[] | undefined> {
  const search = currentSearch();
  search.set('facet', facet);
  search.set('contains', text);
  const response = await fetch(address(search, '/api/facet'));
  return response.ok ? (await response.json()).values : undefined;
}

function clear(field: HTMLInputElement): void {
  field.value = '';
  render(null, field.nextElementSibling!);
}

/** A field that searches the values of a facet, and the place of what it finds. */
function addField(facet: HTMLElement): void {
  const name = facet.dataset.facet!;
  const field = document.createElement('input');
  field.type = 'search';
  field.className = 'find';
  field.placeholder = say('facet.find');
  field.setAttribute('aria-label', `${say('facet.find')}: ${facet.querySelector('h3')!.textContent}`);
  const found = document.createElement('div');
  found.setAttribute('aria-live', 'polite');
  for (const part of [field, found]) part.setAttribute(own, '');
  facet.querySelector('ul')!.before(field, found);
  let timer = 0;
  field.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(async () => {
      const text = field.value.trim();
      const values = text ? await find(name, text) : undefined;
      if (text !== field.value.trim()) return;
      for (const list of facet.querySelectorAll<HTMLElement>(':scope > ul, :scope > .more')) list.hidden = values !== undefined;
      render(values === undefined ? null : <Found facet={name} values={values} />, found);
    }, pause);
  });
}

/** Every facet with folded values has a field that searches them; what it found for another search goes. */
export function searchWithinFacets(): void {
  for (const facet of document.querySelectorAll<HTMLElement>('.facet[data-facet]')) {
    const field = facet.querySelector<HTMLInputElement>('.find');
    const needed = facet.querySelector('.more') !== null;
    if (field && needed) clear(field);
    else if (needed) addField(facet);
    else facet.querySelectorAll(`[${own}]`).forEach((part) => part.remove());
  }
}
