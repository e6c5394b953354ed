import {render} from 'preact';
import {show} from './live';
import {address, currentSearch} from './search_url';
import {keysAreOn, savedSearches, saveSearches, switchKeys} from './settings';
import {english, say} from './words';

const syntax: [string, string][] = [
  ['معتقلين أستانا', 'help.words'],
  ['"وفد المعارضة"', 'help.phrase'],
  ['="وفد المعارضة"', 'help.exact'],
  ['-جنيف', 'help.not'],
  ['جنيف أو سوتشي', 'help.or'],
  ['(جنيف OR سوتشي) المعتقلين', 'help.group'],
  ['معتقل*', 'help.prefix'],
  ['لافرنتيف~', 'help.near'],
  ['round:7-9', 'help.field'],
];

const keys: [string[], string][] = [
  [['/'], 'key.search'],
  [['j', 'k'], 'key.hits'],
  [['Enter'], 'key.open'],
  [['f'], 'key.facets'],
  [['n', 'p'], 'key.matches'],
  [['?'], 'key.help'],
];

function dialog(id: string): HTMLDialogElement {
  const known = document.getElementById(id) as HTMLDialogElement | null;
  if (known) return known;
  const made = document.createElement('dialog');
  made.id = id;
  made.setAttribute('aria-labelledby', `${id}-title`);
  document.body.append(made);
  return made;
}

function Close() {
  return (
    <form method="dialog">
      <button type="submit">{say('help.close')}</button>
    </form>
  );
}

export function showHelp(): void {
  const box = dialog('help');
  render(
    <>
      <h2 id="help-title">{say('help')}</h2>
      <dl>
        {keys.map(([names, key]) => (
          <><dt>{names.map((name) => <><kbd>{name}</kbd> </>)}</dt><dd>{say(key)}</dd></>
        ))}
      </dl>
      <p>
        <label>
          <input type="checkbox" checked={keysAreOn()}
            onChange={(event) => switchKeys(event.currentTarget.checked)} /> {say('keys.on')}
        </label>
      </p>
      <h2>{say('help.query')}</h2>
      <dl>
        {syntax.map(([text, key]) => (
          <><dt><code dir="auto">{text}</code></dt><dd>{say(key)}</dd></>
        ))}
      </dl>
      <Close />
    </>,
    box,
  );
  if (!box.open) box.showModal();
}

/** What a search is called: its query and what is active, in words. */
function currentName(): string {
  const chips = [...document.querySelectorAll('.chip bdi')].map((chip) => chip.textContent);
  const query = currentSearch().get('q') ?? '';
  return [query, ...chips].filter(Boolean).join(' · ') || say('saved.all');
}

function save(): void {
  const search = currentSearch();
  for (const name of ['offset', 'explain', 'lang']) search.delete(name);
  const text = search.toString();
  saveSearches([...savedSearches().filter((item) => item.search !== text), {name: currentName(), search: text}]);
}

function Saved({redraw}: {redraw: () => void}) {
  const list = savedSearches();
  return (
    <>
      <h2 id="saved-title">{say('saved')}</h2>
      {list.length === 0 && <p>{say('saved.none')}</p>}
      <ul>
        {list.map((item) => {
          const search = new URLSearchParams(item.search);
          const feed = address(search, '/feed.atom');
          if (english) search.set('lang', 'en');
          return (
            <li class="saved-item">
              <a href={address(search)} dir="auto" onClick={(event) => {
                event.preventDefault();
                dialog('saved').close();
                void show(address(search), 'push');
              }}>{item.name}</a>
              <a href={feed} aria-label={`Atom: ${item.name}`}>Atom</a>
              <button type="button" class="quiet" aria-label={say('saved.remove', item.name)} onClick={() => {
                saveSearches(savedSearches().filter((other) => other.search !== item.search));
                redraw();
              }}>×</button>
            </li>
          );
        })}
      </ul>
      <p><button type="button" class="quiet" onClick={() => { save(); redraw(); }}>{say('save')}</button></p>
      <Close />
    </>
  );
}

export function showSaved(): void {
  const box = dialog('saved');
  const draw = () => render(<Saved redraw={draw} />, box);
  draw();
  if (!box.open) box.showModal();
}

/** Buttons for the dialogs in the page's head. */
export function addButtons(onSearchPage: boolean): void {
  const place = document.querySelector('.extras');
  const button = (label: string, title: string, action: () => void) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'quiet';
    made.textContent = label;
    made.title = title;
    if (label === '?') made.setAttribute('aria-label', title);
    made.addEventListener('click', action);
    place?.prepend(made);
  };
  button('?', say('help'), showHelp);
  if (onSearchPage) button(say('saved'), say('saved'), showSaved);
}
