import {render} from 'preact';
import type {Value} from './facet_find';
import {MonthChart} from './month_chart';
import {own} from './patch';
import {address, currentSearch, withValue} from './search_url';
import {chartsAreOpen, keepCharts} from './settings';
import {english, say} from './words';

interface Round {
  round: number;
  count: number;
  guarantors: Record<string, number>;
}

interface Coverage {
  rounds: Round[];
  guarantors: Value[];
  months: Value[];
}

const pause = 250;
const height = 62;
const svgSpace = 'http://www.w3.org/2000/svg';

let timer = 0;
let last: Coverage | undefined;
let asked = '';

function label(value: Value): string {
  return english ? value.label_en : value.label;
}

/** Cuts each round's bar by guarantor. The bar's height is the server's. */
function stack(bars: Element, coverage: Coverage): void {
  for (const round of coverage.rounds) {
    const svg = bars.querySelector(`a[data-round="${round.round}"] svg`);
    if (!svg) continue;
    const whole = [...svg.querySelectorAll('rect')].reduce((sum, rect) => sum + Number(rect.getAttribute('height')), 0);
    const counted = Object.values(round.guarantors).reduce((sum, count) => sum + count, 0);
    let top = height;
    const pieces = coverage.guarantors.flatMap(({value}) => {
      const size = counted === 0 ? 0 : ((round.guarantors[value] ?? 0) * whole) / counted;
      if (size === 0) return [];
      const piece = document.createElementNS(svgSpace, 'rect');
      top -= size;
      for (const [name, text] of Object.entries({x: 0, y: top, width: 10, height: size}))
        piece.setAttribute(name, String(text));
      piece.classList.add(value.replace(/[^a-z0-9_-]/gi, ''));
      return [piece];
    });
    if (pieces.length) svg.replaceChildren(...pieces);
  }
}

/** The same numbers as further columns of the table. */
function extendTable(table: HTMLTableElement, coverage: Coverage): void {
  const head = table.tHead!.rows[0]!;
  if (head.cells.length > 4) return;
  for (const guarantor of coverage.guarantors) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = label(guarantor);
    head.append(cell);
  }
  for (const round of coverage.rounds) {
    const row = table.querySelector<HTMLTableRowElement>(`tr[data-round="${round.round}"]`);
    for (const {value} of row ? coverage.guarantors : []) {
      const cell = row!.insertCell();
      cell.className = 'number';
      cell.textContent = String(round.guarantors[value] ?? 0);
    }
  }
}

function Months({months}: {months: Value[]}) {
  return (
    <details class="table" id="month-table">
      <summary>{say('months.table')}</summary>
      <div class="scroll" tabIndex={0} role="region" aria-label={say('months.table')} dir={english ? 'ltr' : 'rtl'}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('facet.month')}</th>
              <th scope="col">{say('articles')}</th>
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <tr>
                <th scope="row">
                  <a data-live="1" href={address(withValue(currentSearch(), 'month', month.value))}
                    aria-current={month.selected ? 'true' : undefined}>{label(month)}</a>
                </th>
                <td class="number">{month.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** A place of the script's own at the end of a part of the page. */
function place(parent: Element, name: string): HTMLElement {
  const known = parent.querySelector<HTMLElement>(`:scope > .${name}`);
  if (known) return known;
  const made = document.createElement('div');
  made.className = name;
  made.setAttribute(own, '');
  parent.append(made);
  return made;
}

function draw(section: HTMLElement, coverage: Coverage): void {
  const [bars, strip, under] = ['.bars', '.strip', '.under'].map((part) => section.querySelector(part));
  const table = section.querySelector('table');
  if (!bars || !strip || !under || !table) return;
  stack(bars, coverage);
  extendTable(table, coverage);
  render(
    <>
      {coverage.months.length > 0 && <p class="hint">{say('months.hint')}</p>}
      <MonthChart months={coverage.months} />
    </>,
    place(strip, 'months'),
  );
  render(
    <>
      <Months months={coverage.months} />
      <ul class="key" aria-label={say('timeline.detail')}>
        {coverage.guarantors.map((guarantor) => (
          <li><i class={guarantor.value} />{label(guarantor)} ({guarantor.count})</li>
        ))}
      </ul>
    </>,
    place(under, 'notes'),
  );
}

/** The charts are folded away as the reader left them. */
function rememberFolding(charts: HTMLDetailsElement): void {
  if (!chartsAreOpen()) charts.open = false;
  charts.addEventListener('toggle', () => {
    keepCharts(charts.open);
    if (charts.open) fillTimeline();
  });
}

async function load(): Promise<void> {
  const section = document.querySelector<HTMLElement>('#timeline');
  if (!section?.querySelector<HTMLDetailsElement>('#charts')?.open) return;
  const search = currentSearch();
  for (const name of ['offset', 'limit', 'sort', 'explain']) search.delete(name);
  const url = (asked = address(search, '/api/rounds'));
  const response = await fetch(url).catch(() => undefined);
  if (asked !== url || !section.isConnected) return;
  if (!response?.ok) {
    section.querySelectorAll('.bars rect').forEach((rect) => rect.removeAttribute('class'));
    return;
  }
  const coverage: Coverage = await response.json();
  if (asked !== url || !section.isConnected) return;
  last = coverage;
  draw(section, coverage);
}

/** Details of the rounds and the months, once the reader pauses; until then the colours of the last search. */
export function fillTimeline(): void {
  const bars = document.querySelector('#timeline .bars');
  if (bars && last) stack(bars, last);
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void load(), pause);
}

export function startTimeline(): void {
  const charts = document.querySelector<HTMLDetailsElement>('#charts');
  if (charts) rememberFolding(charts);
}
