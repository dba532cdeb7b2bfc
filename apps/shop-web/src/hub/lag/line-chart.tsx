import '@mantine/charts/styles.css';
import { LineChart as MantineLineChart } from '@mantine/charts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNumbers } from '../use-numbers.ts';
import { type Line, rowsOf } from './series.ts';

const COLOURS = ['spruce.6', 'ember.5', 'indigo.5', 'grape.5', 'cyan.6', 'yellow.7'];

interface Props {
  times: readonly number[];
  lines: readonly Line[];
  height: number;
  isRate: boolean;
}

/** Lines over time, with gaps where nothing was known. */
export default function LineChart({ times, lines, height, isRate }: Props) {
  const { time } = useFormats();
  const { count, rate } = useNumbers();
  return (
    <div aria-hidden>
      <MantineLineChart
        h={height}
        data={rowsOf(times, lines)}
        dataKey="time"
        series={lines.map(({ name }, index) => ({ name, color: COLOURS[index % COLOURS.length]! }))}
        valueFormatter={isRate ? rate : count}
        xAxisProps={{
          tickFormatter: time,
          minTickGap: 48,
          type: 'number',
          domain: ['dataMin', 'dataMax'],
          scale: 'time',
        }}
        yAxisProps={{ width: 56, allowDecimals: isRate }}
        tooltipProps={{ labelFormatter: (at) => (typeof at === 'number' ? time(at) : '') }}
        lineProps={{ isAnimationActive: false }}
        withDots={false}
        connectNulls={false}
        curveType="stepAfter"
        strokeWidth={2}
        withLegend
        lineChartProps={{ accessibilityLayer: false }}
      />
    </div>
  );
}
