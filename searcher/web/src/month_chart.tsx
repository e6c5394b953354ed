import {useEffect, useRef} from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type {Value} from './facet_find';
import {show} from './live';
import {address, currentSearch, withDates} from './search_url';
import {english} from './words';

const height = 78;

/** Months since the year 0. */
function monthNumber(value: string): number {
  return Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7)) - 1;
}

function monthName(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** Years where they are far enough apart, else months: a few of them are labelled too. */
function tickLabels(ticks: number[], step: number): string[] {
  return ticks.map((tick) => {
    const year = String(Math.floor(tick / 12));
    return step >= 12 ? year : `${(tick % 12) + 1}/${year}`;
  });
}

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function choose(from: number, to: number): void {
  void show(address(withDates(currentSearch(), monthName(from), monthName(to))), 'push');
}

function plot(place: HTMLElement, known: Value[]): uPlot {
  const numbers = known.map(({value}) => monthNumber(value));
  const ink = colour('--faint');
  const axis = {stroke: ink, grid: {show: false}, ticks: {stroke: ink, width: 1, size: 4}, gap: 2, font: '12px sans-serif'};
  return new uPlot(
    {
      width: Math.max(place.clientWidth, 200),
      height,
      padding: [6, null, null, null],
      legend: {show: false},
      cursor: {y: false, drag: {x: true, y: false, setScale: false}},
      scales: {
        // Time runs as the page is read. One month alone would be given centuries on both sides.
        x: {time: false, dir: english ? 1 : -1, range: () => [numbers[0]! - 1, numbers.at(-1)! + 1]},
        y: {range: (_, __, high) => [0, Math.max(1, high)]},
      },
      axes: [
        {...axis, size: 22, space: 50, incrs: [1, 2, 3, 6, 12, 24, 60, 120],
          values: (_, ticks, __, ___, step) => tickLabels(ticks, step)},
        {...axis, side: english ? 3 : 1, size: 36, space: 18, incrs: [1, 2, 5, 10, 20, 50, 100, 500, 1000, 5000, 10000]},
      ],
      series: [{}, {stroke: colour('--accent'), fill: colour('--accent'), width: 0, points: {show: false},
        paths: uPlot.paths.bars!({size: [0.8, 24, 2]})}],
      hooks: {
        setCursor: [
          (chart) => {
            const month = chart.cursor.idx == null ? undefined : known[chart.cursor.idx];
            chart.over.title = month ? `${english ? month.label_en : month.label}: ${month.count}` : '';
          },
        ],
        setSelect: [
          (chart) => {
            const ends = [chart.select.left, chart.select.left + chart.select.width].map((x) => chart.posToVal(x, 'x'));
            const from = Math.ceil(Math.min(...ends) - 0.5);
            const to = Math.floor(Math.max(...ends) + 0.5);
            if (chart.select.width > 3) choose(from, to);
          },
        ],
      },
    },
    [numbers, known.map(({count}) => count)],
    place,
  );
}

/** A histogram of months: drag to choose a period, click for one month. The table beside it holds the same. */
export function MonthChart({months}: {months: Value[]}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const known = months.filter(({value}) => /^\d{4}-\d\d$/.test(value));
    if (!place.current || known.length === 0) return;
    const chart = plot(place.current, known);
    const click = () => {
      const index = chart.cursor.idx;
      const month = index == null ? undefined : chart.data[0][index];
      if (month !== undefined && chart.select.width <= 3) choose(month, month);
    };
    chart.over.addEventListener('click', click);
    const resize = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry!.contentRect.width);
      if (width > 0 && width !== chart.width) chart.setSize({width, height});
    });
    resize.observe(place.current);
    return () => {
      resize.disconnect();
      chart.destroy();
    };
  }, [months]);
  return <div class="chart" ref={place} aria-hidden="true" />;
}
