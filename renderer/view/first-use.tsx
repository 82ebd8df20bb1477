import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { EmptyPanel } from '../components/states/panels.tsx';
import { useLookedAt } from './looked-at.ts';

const words = {
  snapshot: {
    title: 'No caseload snapshot yet',
    text: 'Load the monthly extract of the register as a CSV file. Names, birth dates and offence text are never stored.',
    action: 'Import a caseload',
  },
  roster: {
    title: 'No staff roster yet',
    text: 'Load the list of officers and staff, with role, contract and FTE. Capacity and the ratio rest on it; until then there is load only.',
    action: 'Import a staff roster',
  },
};

/** What is missing before a page can answer, and the one thing to do. */
export function FirstUse({ needs }: { needs: 'snapshot' | 'roster' }) {
  const { toPlace } = useLookedAt();
  const { title, text, action } = words[needs];
  return (
    <EmptyPanel
      title={title}
      actions={
        <Button component={Link} to={toPlace('/import')}>
          {action}
        </Button>
      }
    >
      <p>{text}</p>
    </EmptyPanel>
  );
}
