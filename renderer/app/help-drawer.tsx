import { SidePanel } from '../components/overlay/side-panel.tsx';
import { showPercent } from '../view/figures.ts';
import styles from './frame.module.css';

const keys: Array<[string, string]> = [
  ['Ctrl K', 'Palette: every page, team and command'],
  ['Tab', 'Next control; Shift Tab goes back'],
  ['← →', 'Another month in a chart or the heat map, another day in a calendar'],
  ['↑ ↓', 'Another row in a table'],
  ['Home End', 'First and last of a row; with Ctrl, of the heat map or calendar'],
  ['Alt N', 'Record an absence, on the page of abstractions'],
  ['Enter', 'Open what is marked'],
  ['Esc', 'Close'],
];

const terms: Array<[string, string]> = [
  ['RSO', 'Registered sex offender; one RSO in a snapshot is a case.'],
  ['Offender manager', 'Officer or member of staff who manages RSOs.'],
  ['Duty', 'A kind of recurring work: visit, ARMS, RMP review, PND check, notification, sign-off.'],
  ['ARMS', 'Active Risk Management System: the assessment of an RSO’s risk.'],
  ['RMP', 'Risk management plan, reviewed at least once a year.'],
  ['PND', 'Police National Database, checked for each RSO.'],
  ['Sign-off', 'A supervisor’s review of finished work.'],
  ['Load', 'Hours of offender managers that fall due in a month.'],
  ['Capacity', 'Hours that offender managers have for scheduled duties in a month.'],
  ['Utilisation', `Load divided by capacity. Over ${showPercent(1)} the team cannot do all that falls due.`],
  ['Peak', 'A month over capacity, or well above the team’s mean over its next twelve months.'],
  [
    'Levelling',
    'Doing work earlier, within its window, so that no month breaks. Nothing is done after its due date; overdue work is caught up within the months the standards allow.',
  ],
  ['Window', 'The months by which a piece of work may be done early.'],
  ['Catch-up', 'The months over which overdue work may be spread.'],
  [
    'Reset rule',
    'How work done early sets its next due date: counted from the day it was done, from the day it was due, or from that day with a tolerance.',
  ],
  ['Lower bound', 'Proven: no plan within these rules has a lower peak.'],
  ['Curve, knee', 'The lowest peak of each number of moves; beyond its knee each further move brings less.'],
  [
    'Your word',
    'What you have asked of a plan: moves pinned or refused, work left alone, caps, reset rules.',
  ],
  ['Scenario', 'A named list of changes to people, work or pay, and what comes of them over 60 months.'],
  ['Baseline', 'What scenarios are held against: the state of things as it is, unless another is chosen.'],
  [
    'Futures',
    'Simulated paths of the number of cases, the same for all scenarios; chances are shares of them.',
  ],
  ['Middle path', 'The force’s median future, shared out over its teams.'],
  ['Abstraction', 'Time for which an officer is taken away from the team’s work.'],
  [
    'Regular',
    'Said of abstractions of one officer or team for one reason that come again and again, more often than chance brings.',
  ],
];

/** The keys, and each term explained once. */
export function HelpDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <SidePanel isOpen={isOpen} onClose={onClose} title="Keys and terms">
      <div className={styles.help}>
        <section aria-label="Keys">
          <dl>
            {keys.map(([key, does]) => (
              <div key={key} style={{ display: 'contents' }}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-label="Terms">
          <dl>
            {terms.map(([term, means]) => (
              <div key={term} style={{ display: 'contents' }}>
                <dt>{term}</dt>
                <dd>{means}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </SidePanel>
  );
}
