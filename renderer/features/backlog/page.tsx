import { NativeSelect } from '@mantine/core';
import { useQuery } from '../../api/hooks.ts';
import { showDate } from '#shared/domain/dates.ts';
import { Asked } from '../../view/asked.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Page } from '../../view/page.tsx';
import { PartTabs } from '../../view/part-tabs.tsx';
import { WithSnapshots } from '../../view/with-snapshots.tsx';
import { ChecksPart } from './checks-part.tsx';
import { MatrixPart } from './matrix-part.tsx';
import { SignOffPart } from './sign-off-part.tsx';
import { useScope } from './use-scope.ts';

const TITLE = 'Backlog';

/** Work overdue or not signed off, and how practice stands. */
export const BacklogPage = () => <WithSnapshots title={TITLE}>{() => <Held />}</WithSnapshots>;

function Held() {
  const { team } = useLookedAt();
  const scope = useScope();
  const backlog = useQuery('backlog.get', scope, { keepsPrevious: true });
  return (
    <Asked query={backlog} title="The backlog could not be worked out">
      {(data) => (
        <Page
          title={TITLE}
          about={`${team ?? 'All teams'}, as at ${showDate(data.asAt)}`}
          actions={<PersonChoice people={data.people} />}
        >
          <PartTabs
            label="Parts of the backlog"
            parts={[
              { key: 'matrix', name: 'Matrix', body: <MatrixPart backlog={data} /> },
              { key: 'signoff', name: 'Sign-off', body: <SignOffPart /> },
              { key: 'checks', name: 'Practice checks', body: <ChecksPart /> },
            ]}
          />
        </Page>
      )}
    </Asked>
  );
}

/** One offender manager or supervisor; only these of the team looked at can be chosen. */
function PersonChoice({ people }: { people: { officers: string[]; supervisors: string[] } }) {
  const { search, change } = useLookedAt();
  const choice = (key: 'officer' | 'supervisor', all: string, names: readonly string[]) => {
    const chosen = search.get(key) ?? '';
    const listed = chosen === '' || names.includes(chosen) ? names : [chosen, ...names];
    return (
      <NativeSelect
        size="xs"
        aria-label={all}
        value={chosen}
        data={[{ value: '', label: all }, ...listed.map((name) => ({ value: name, label: name }))]}
        onChange={(event) => {
          change({ [key]: event.currentTarget.value || null });
        }}
      />
    );
  };
  return (
    <>
      {choice('officer', 'All offender managers', people.officers)}
      {choice('supervisor', 'All supervisors', people.supervisors)}
    </>
  );
}
