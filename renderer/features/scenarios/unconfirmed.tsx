import { Link } from 'react-router';
import type { ScenarioResult } from '#shared/domain/scenario-result.ts';
import { Banner } from '../../components/states/panels.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { unconfirmedOf, type Basis } from './model.ts';
import styles from './scenarios.module.css';

/** Beside a figure that rests on values the force has not confirmed. */
export function Unconfirmed({ basis, result }: { basis: Basis; result: ScenarioResult }) {
  if (basis === null || unconfirmedOf(result)[basis] === 0) return null;
  return (
    <span className={styles.unconfirmed} title={`Rests on unconfirmed values of the ${tables[basis]}`}>
      unconfirmed
    </span>
  );
}

const tables = { standards: 'standards', pay: 'pay table' };

/** How many values are unconfirmed, and where to confirm them. */
export function UnconfirmedBanner({ result }: { result: ScenarioResult }) {
  const { toPlace } = useLookedAt();
  const { pay, standards } = unconfirmedOf(result);
  if (pay + standards === 0) return null;
  return (
    <Banner tone="warn">
      Figures marked “unconfirmed” rest on example values that the force has not confirmed:{' '}
      {standards > 0 && (
        <>
          {standards} in the <Link to={toPlace('/standards')}>standards</Link>
        </>
      )}
      {standards > 0 && pay > 0 && ', '}
      {pay > 0 && (
        <>
          {pay} in the <Link to={toPlace('/scenarios/pay')}>pay table</Link>
        </>
      )}
      .
    </Banner>
  );
}
