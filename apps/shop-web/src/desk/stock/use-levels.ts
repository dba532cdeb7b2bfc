import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useLive } from '../../live/use-live.ts';
import { useApi } from '../../shell/shop.context.ts';
import { type Level, levelIn, renewed } from './levels.ts';
import { levelsQuery } from './stock.http.ts';

/** The levels of products, a page of them for each question, and renewed by the live stream. */
export function useLevels(pages: string[][]): Map<string, Level> {
  const api = useApi();
  const client = useQueryClient();
  const answers = useQueries({ queries: pages.map((ids) => levelsQuery(api, ids)) });
  useLive(
    { topics: ['stock'] },
    {
      ready: () => void client.invalidateQueries({ queryKey: ['stock', 'levels'] }),
      record({ value }) {
        const level = levelIn(value);
        if (level === undefined) return;
        client.setQueriesData<Level[]>({ queryKey: ['stock', 'levels'] }, (levels) => levels && renewed(levels, level));
      },
    },
  );
  return new Map(answers.flatMap(({ data = [] }) => data.map((level) => [level.productId, level] as const)));
}
