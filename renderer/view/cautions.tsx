import { Link } from 'react-router';
import { counted } from '#shared/planning/wording.ts';
import { Banner } from '../components/states/panels.tsx';
import { useLookedAt } from './looked-at.ts';

/** What a reader must know of the figures: values not confirmed, facts missing. One quiet banner. */
export function Cautions({
  unconfirmed,
  warnings = [],
}: {
  unconfirmed: readonly string[];
  warnings?: readonly string[];
}) {
  const { toPlace } = useLookedAt();
  if (unconfirmed.length === 0 && warnings.length === 0) return null;
  return (
    <Banner tone="warn">
      {unconfirmed.length > 0 && (
        <>
          These figures rest on {counted(unconfirmed.length, 'example value')} that the force has not
          confirmed. <Link to={toPlace('/standards')}>See the standards</Link>
          {warnings.length > 0 && ' · '}
        </>
      )}
      {warnings.join(' · ')}
    </Banner>
  );
}
