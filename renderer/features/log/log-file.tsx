import { call } from '../../api/client.ts';
import { SaveButton } from '../../view/save-button.tsx';
import { asked, type LogFilter } from './model.ts';

/** The entries asked for, as a file; which is itself logged. */
export const LogFile = ({ filter }: { filter: LogFilter }) => (
  <SaveButton label="Export the log" ask={() => call('audit.file', asked(filter))} />
);
