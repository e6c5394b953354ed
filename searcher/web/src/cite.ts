import {own} from './patch';
import {say} from './words';

/** Puts a text on the clipboard; the older way where the page is not served securely. */
async function copy(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}

/** A button at each hit that copies its citation. */
export function addCiteButtons(): void {
  for (const hit of document.querySelectorAll<HTMLElement>('.hit[data-citation]')) {
    const facts = hit.querySelector('.facts');
    if (!facts || facts.querySelector('.cite')) continue;
    const item = document.createElement('li');
    item.className = 'action';
    item.setAttribute(own, '');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet cite';
    button.textContent = say('cite');
    button.addEventListener('click', async () => {
      await copy(hit.dataset.citation!);
      button.textContent = say('cite.done');
      window.setTimeout(() => (button.textContent = say('cite')), 2000);
    });
    item.append(button);
    facts.append(item);
  }
}
