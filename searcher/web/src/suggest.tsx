import {render} from 'preact';
import {english, say} from './words';

interface Suggestion {
  text: string;
  kind: string;
  label: string;
  label_en: string;
  articles: number;
}

const pause = 60;

function kindName(kind: string): string {
  return say(kind === 'word' ? 'kind.word' : `facet.${kind}`);
}

/** Makes the query's field an ARIA combobox with a list of suggestions. */
export class Combobox {
  private list: Suggestion[] = [];
  private active = -1;
  private timer = 0;
  private asked = '';
  private readonly box = document.createElement('div');
  private readonly count = document.createElement('div');

  constructor(private readonly input: HTMLInputElement) {
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', 'suggestions');
    input.setAttribute('aria-expanded', 'false');
    this.count.className = 'unseen';
    this.count.setAttribute('role', 'status');
    input.parentElement!.append(this.box, this.count);
    this.draw();
    input.addEventListener('input', () => this.later());
    input.addEventListener('keydown', (event) => this.key(event));
    input.addEventListener('blur', () => this.close());
    input.form!.addEventListener('submit', () => this.close());
  }

  private later(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), pause);
  }

  private async ask(): Promise<void> {
    const text = (this.asked = this.input.value);
    if (!text.trim()) return this.close();
    const response = await fetch(`/api/suggest?${new URLSearchParams({q: text})}`).catch(() => undefined);
    if (!response?.ok || this.asked !== text || document.activeElement !== this.input) return;
    this.list = (await response.json()).suggestions.filter((s: Suggestion) => s.text !== text);
    if (this.input.value !== text) return;
    this.active = -1;
    this.draw();
    this.count.textContent = this.list.length ? say('suggestions.some', this.list.length) : '';
  }

  private close(): void {
    window.clearTimeout(this.timer);
    this.asked = '';
    this.list = [];
    this.active = -1;
    this.count.textContent = '';
    this.draw();
  }

  private choose(index: number): void {
    const chosen = this.list[index];
    if (!chosen) return;
    this.input.value = `${chosen.text} `;
    this.close();
    this.input.form!.requestSubmit();
    this.input.focus();
  }

  private key(event: KeyboardEvent): void {
    const size = this.list.length;
    if (event.isComposing || size === 0) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = ((this.active + 1 + step + size + 1) % (size + 1)) - 1;
      this.draw();
    } else if (event.key === 'Escape') {
      this.close();
    } else if (event.key === 'Enter' && this.active >= 0) {
      this.choose(this.active);
    } else {
      return;
    }
    event.preventDefault();
  }

  private draw(): void {
    const open = this.list.length > 0;
    this.input.setAttribute('aria-expanded', String(open));
    if (this.active >= 0) this.input.setAttribute('aria-activedescendant', `suggestion-${this.active}`);
    else this.input.removeAttribute('aria-activedescendant');
    render(
      <ul class="list" role="listbox" id="suggestions" aria-label={say('suggestions')} hidden={!open}>
        {this.list.map((item, index) => (
          <li
            role="option"
            id={`suggestion-${index}`}
            aria-selected={index === this.active}
            onMouseDown={(event) => {
              event.preventDefault();
              this.choose(index);
            }}
          >
            <bdi>{english ? item.label_en : item.label}</bdi>
            <span class="kind">{kindName(item.kind)}</span>
            <span class="count">{item.articles}</span>
          </li>
        ))}
      </ul>,
      this.box,
    );
  }
}
