import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '../use-numbers.ts';
import type { MapLink } from './graph.ts';
import { isFlowing, linkHealth } from '../health.ts';
import type { Layout, Measures } from './layout.ts';
import { labelOf, pathOf } from './path.ts';
import css from './picture.module.css';

export interface LinkEdge extends Record<string, unknown> {
  link: MapLink;
  route: Layout['routes'] extends Map<string, infer Route> ? Route : never;
  direction: Measures['direction'];
  faded: boolean;
}

/** An arrow: wider the more flows, moving while it does, and with words where something waits. */
export function LinkArrow({ data }: EdgeProps<Edge<LinkEdge>>) {
  const { link, route, direction, faded } = data!;
  const at = labelOf(route, link.kind === 'writes' ? 'start' : 'end');
  return (
    <>
      <BaseEdge
        path={pathOf(route, direction)}
        className={css.arrow}
        data-health={linkHealth(link)}
        data-flowing={isFlowing(link) || undefined}
        data-reacts={link.reacts || undefined}
        data-faded={faded || undefined}
        strokeWidth={1.5 + Math.min(3, Math.log10(1 + (link.perSecond ?? 0)) * 1.5)}
      />
      <EdgeLabelRenderer>
        <div
          className={css.label}
          data-faded={faded || undefined}
          style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
        >
          <Label link={link} />
        </div>
      </EdgeLabelRenderer>
    </>
  );
}

function Label({ link }: { link: MapLink }) {
  const { t } = useTranslation('hub');
  const { rate } = useNumbers();
  const { perSecond, lag, parked } = link;
  return (
    <>
      {isFlowing(link) && <span>{rate(perSecond!)}</span>}
      {!!lag && <span data-health="behind">{t('map.lag', { count: lag })}</span>}
      {!!parked && <span data-health="parked">{t('map.parked', { count: parked })}</span>}
    </>
  );
}
