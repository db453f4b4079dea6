import { useState } from 'preact/hooks';
import type { Charts, ModelDay } from '../../src/http/operator/contract.ts';
import { t } from '../src/words.ts';
import { useAsked } from './asked.ts';
import { Bars, Funnel } from './chart.tsx';
import { CsvButton } from './csv-button.tsx';
import { Panel, Problem } from './parts.tsx';
import { type Column, Table } from './table.tsx';
import { number } from './words.ts';

const spans = ['7', '30', '90'];

/** The last days in pictures, and what each model brought in them. */
export function ChartsPage() {
  const [span, setSpan] = useState('30');
  const { value, problem } = useAsked<Charts>(`/charts?days=${span}`);
  return (
    <div>
      <div class="filters">
        {spans.map((days) => (
          <button type="button" key={days} aria-pressed={days === span} onClick={() => setSpan(days)}>
            {t('desk-last-days', { days })}
          </button>
        ))}
        <CsvButton name="days" query={`days=${span}`} />
      </div>
      <Problem text={problem} />
      {value && <Pictures {...value} span={span} />}
    </div>
  );
}

function Pictures({ days, margins, funnel, markup, span }: Charts & { span: string }) {
  const names = days.map(({ day }) => day);
  const each = (what: keyof Omit<ModelDay, 'modelId'>) =>
    days.map(({ models }) => models.reduce((sum, model) => sum + model[what], 0));
  const of = (what: 'newPeople' | 'returning' | 'stars') => days.map((day) => day[what]);
  return (
    <>
      <div class="charts">
        <Bars
          title={t('desk-chart-generations')}
          days={names}
          series={[
            { name: t('desk-state-delivered'), values: each('delivered') },
            { name: t('desk-state-failed'), values: each('failed') },
          ]}
        />
        <Bars
          title={t('desk-chart-money')}
          days={names}
          series={[
            { name: t('desk-income'), values: each('income') },
            { name: t('desk-spending'), values: each('spending') },
          ]}
        />
        <Bars
          title={t('desk-chart-people')}
          days={names}
          series={[
            { name: t('desk-new'), values: of('newPeople') },
            { name: t('desk-returning'), values: of('returning') },
          ]}
        />
        <Bars title={t('desk-chart-stars')} days={names} series={[{ name: '⭐', values: of('stars') }]} />
        <Funnel
          title={t('desk-chart-funnel')}
          steps={(['met', 'ordered', 'received', 'paid'] as const).map((step) => ({
            name: t(`desk-step-${step}`),
            count: funnel[step],
          }))}
        />
      </div>
      <Panel title={t('desk-margin')} aside={<CsvButton name="margins" query={`days=${span}`} />}>
        <p class="note">{t('desk-margin-note', { markup: number(markup, 2) })}</p>
        <Table
          label={t('desk-margin')}
          columns={marginColumns}
          rows={margins}
          keyOf={({ modelId }) => modelId}
        />
      </Panel>
    </>
  );
}

const marginColumns: Column<ModelDay>[] = [
  { name: 'model', cell: ({ modelId }) => modelId },
  { name: 'delivered', isNumber: true, cell: ({ delivered }) => number(delivered) },
  { name: 'failed', isNumber: true, cell: ({ failed }) => number(failed) },
  { name: 'income', isNumber: true, cell: ({ income }) => number(income) },
  { name: 'given', isNumber: true, cell: ({ given }) => number(given) },
  { name: 'kie', isNumber: true, cell: ({ spending }) => number(spending, 1) },
  { name: 'margin', isNumber: true, cell: ({ income, spending }) => number(income - spending, 1) },
  {
    name: 'markup',
    isNumber: true,
    cell: ({ income, spending }) => (spending > 0 ? number(income / spending, 2) : '–'),
  },
];
