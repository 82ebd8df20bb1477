import { useDebouncedValue } from '@mantine/hooks';
import { memo, useDeferredValue, useMemo } from 'react';
import type { ScenarioDraft } from '#shared/domain/scenario.ts';
import { Loading } from '../../components/states/loading.tsx';
import { EmptyPanel } from '../../components/states/panels.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { looked, type Looked } from './findings.ts';
import type { Ground } from './prepared.tsx';
import { ResultPart, type Shown } from './result-part.tsx';
import { useRanges } from './use-result.ts';

/** A pause in typing after which ranges are worked out, too. */
const RANGES_AFTER_MS = 500;

/** The result of a draft: the middle path at once, ranges and chances when the form is left alone. */
export const Answer = memo(function AnswerOf({
  draft,
  own,
  base,
  ground,
}: {
  draft: ScenarioDraft | null;
  own: Looked | null;
  base: Looked | null;
  ground: Ground;
}) {
  const { team } = useLookedAt();
  const [rested] = useDebouncedValue(draft, RANGES_AFTER_MS);
  const simulated = useRanges(rested, ground.isReady);
  const isBaseline = draft !== null && draft.changes.length === 0;
  const ranges = isBaseline ? ground.baseline : isAlike(rested, draft) ? simulated : null;
  const ranged = useMemo(() => ranges && looked(ranges, team), [ranges, team]);
  // Together, so that no range is ever beside a path of another draft; drawing them gives way to whoever types.
  const shown = useDeferredValue(
    useMemo(
      (): Shown | null => own && base && { own, base, ranged, isBaseline },
      [own, base, ranged, isBaseline],
    ),
  );
  if (!base) {
    return (
      <EmptyPanel title={`${team ?? 'The force'} holds no case in this snapshot`}>
        <p>Choose another team, or another snapshot, above.</p>
      </EmptyPanel>
    );
  }
  if (!own || !shown) return <Loading label="Working out the scenario" />;
  return <ResultPart shown={shown} />;
});

/** Whether two drafts change the same: names have no bearing on figures. */
const isAlike = (a: ScenarioDraft | null, b: ScenarioDraft | null): boolean =>
  a === b || JSON.stringify(a?.changes) === JSON.stringify(b?.changes);
