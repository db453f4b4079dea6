import { t } from '../src/words.ts';
import { number } from './words.ts';

export interface Series {
  name: string;
  values: number[];
}

const [width, height, foot] = [600, 150, 18];

/** Bars side by side for each day; the same numbers stand in each bar's title. */
export function Bars({ title, days, series }: { title: string; days: string[]; series: Series[] }) {
  const most = Math.max(1, ...series.flatMap(({ values }) => values));
  const room = width / Math.max(1, days.length);
  const bar = (room * 0.8) / series.length;
  const tall = (value: number) => (Math.max(0, value) / most) * (height - foot - 10);
  return (
    <figure class="chart">
      <figcaption>
        {title}
        {series.map(({ name }, index) => (
          <span key={name} class={`legend series-${index}`}>
            {name}
          </span>
        ))}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
        <text x="0" y="9" class="scale">
          {number(most, 1)}
        </text>
        <line x1="0" x2={width} y1={height - foot} y2={height - foot} class="axis" />
        {days.map((day, at) => (
          <g key={day}>
            <title>{`${day}: ${series.map(({ name, values }) => `${name} ${number(values[at] ?? 0, 1)}`).join(', ')}`}</title>
            <rect class="hit" x={at * room} y="0" width={room} height={height - foot} />
            {series.map(({ name, values }, index) => (
              <rect
                key={name}
                class={`series-${index}`}
                x={at * room + room * 0.1 + index * bar}
                width={bar}
                y={height - foot - tall(values[at] ?? 0)}
                height={tall(values[at] ?? 0)}
              />
            ))}
          </g>
        ))}
        <text x="0" y={height - 4} class="scale">
          {days[0]}
        </text>
        <text x={width} y={height - 4} class="scale end">
          {days.at(-1)}
        </text>
      </svg>
    </figure>
  );
}

/** Each step of a way with its share of the first. */
export function Funnel({ title, steps }: { title: string; steps: { name: string; count: number }[] }) {
  const first = Math.max(1, steps[0]?.count ?? 0);
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <ol class="funnel">
        {steps.map(({ name, count }) => (
          <li key={name}>
            <span>{name}</span>
            <meter max={first} value={count} aria-label={name} />
            <span class="number">
              {t('desk-share', { count, share: `${number((100 * count) / first, 1)} %` })}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
