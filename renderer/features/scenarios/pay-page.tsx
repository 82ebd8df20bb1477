import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PayTable } from '#shared/domain/pay.ts';
import { counted } from '#shared/planning/wording.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { UnsavedBar } from '../../components/form/unsaved-bar.tsx';
import { UnsavedGuard } from '../../components/form/unsaved-guard.tsx';
import { Banner } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Page } from '../../view/page.tsx';
import { isSamePay, missingPay, payFaults } from './pay-model.ts';
import { PayRates } from './pay-rates.tsx';

/** What people cost: pay and on-cost by role and contract, each with source and year. */
export function PayPage() {
  const query = useQuery('payRates.get', {});
  return (
    <Asked query={query} title="The pay table could not be read">
      {({ table, unconfirmed }) => <PayForm saved={table} unconfirmed={unconfirmed} />}
    </Asked>
  );
}

function PayForm({ saved, unconfirmed }: { saved: PayTable; unconfirmed: string[] }) {
  const { toPlace } = useLookedAt();
  const [draft, setDraft] = useState<PayTable | null>(null);
  const save = useCommand('payRates.save');
  const shown = draft ?? saved;
  const isDirty = draft !== null && !isSamePay(draft, saved);
  const faults = payFaults(shown);
  const missing = missingPay(saved);
  return (
    <Page
      title="Pay and on-cost"
      about="For one full-time equivalent and year; the cost of every scenario rests on it"
      actions={
        <Button variant="default" component={Link} to={toPlace('/scenarios')}>
          All scenarios
        </Button>
      }
    >
      {unconfirmed.length > 0 && (
        <Banner tone="warn">
          {counted(unconfirmed.length, 'value')} not confirmed. Tick a value once it is the force’s own.
        </Banner>
      )}
      {missing.length > 0 && (
        <Banner>
          Not entered yet: {missing.join('; ')}. A cost that needs one of them is left open, never taken as 0.
        </Banner>
      )}
      <PayRates table={shown} onChange={setDraft} />
      {isDirty && (
        <UnsavedBar
          isSaving={save.isPending}
          canSave={faults.length === 0}
          error={save.error}
          onSave={() => {
            save.mutate({ table: shown });
          }}
          onDiscard={() => {
            setDraft(null);
            save.reset();
          }}
        >
          <strong>Not saved.</strong> {faults.length > 0 && faults.join(' ')}
        </UnsavedBar>
      )}
      <UnsavedGuard isDirty={isDirty} what="the pay table" />
    </Page>
  );
}
