import type { Input } from '#shared/contract/registry.ts';
import { call } from '../api/client.ts';
import { SaveButton } from './save-button.tsx';

/** A list of cases as CSV: the backend asks itself for all of it, whatever the page holds. */
export const ExportList = ({
  list,
  label = 'Export CSV',
}: {
  list: Input<'caseLists.file'>['list'];
  label?: string;
}) => (
  <SaveButton
    label={label}
    variant="subtle"
    size="compact-xs"
    data-print="hide"
    ask={() => call('caseLists.file', { list })}
  />
);
