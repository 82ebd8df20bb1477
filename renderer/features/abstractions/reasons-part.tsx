import { Button } from '@mantine/core';
import type { CountedReason } from '#shared/contract/abstractions.ts';
import { abstractionKindNames } from '#shared/domain/abstraction.ts';
import { useQuery } from '../../api/hooks.ts';
import { SidePanel } from '../../components/overlay/side-panel.tsx';
import { useSidePanel } from '../../components/overlay/use-side-panel.ts';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { Asked } from '../../view/asked.tsx';
import { showCount } from '../../view/figures.ts';
import { Section } from '../../view/page.tsx';
import { keyOfReason } from './draft.ts';
import { kindLetters } from './kinds.ts';
import { showReason } from './model.ts';
import { ReasonForm } from './reason-form.tsx';
import { draftOfReason, emptyReason, reasonsHeadline, type ReasonDraft } from './reasons-model.ts';
import short from '../../view/in-short.module.css';
import styles from './abstractions.module.css';

/** A reason of the list to be changed, or one to be added. */
type Opened = { title: string; held: CountedReason | null; first: ReasonDraft };

/** The force's list of what abstractions are for: each reason with its kind. */
export function ReasonsPart() {
  const found = useQuery('abstractions.reasons', {});
  const panel = useSidePanel<Opened>();
  const add = (first: ReasonDraft) => {
    panel.open({ title: 'Add a reason', held: null, first });
  };
  return (
    <Asked query={found} title="The list of reasons could not be read">
      {(list) => (
        <>
          <div className={short.headline} role="group" aria-label="In short">
            <p className={short.first}>{reasonsHeadline(list)}</p>
            <p>
              Records keep their words whatever becomes of the list. Their kind follows it, and with the kind
              what is reviewed, found regular and taken off capacity.
            </p>
          </div>
          <Section
            title="The list"
            about="To choose from when an absence is recorded, in this order"
            actions={
              <Button
                variant="default"
                onClick={() => {
                  add(emptyReason);
                }}
              >
                Add a reason
              </Button>
            }
          >
            <DataTable
              label="Reasons"
              rows={list.reasons}
              columns={columns}
              rowKey={keyOfReason}
              empty=""
              onOpen={(held) => {
                panel.open({ title: showReason(held), held, first: draftOfReason(held) });
              }}
            />
          </Section>
          {list.unlisted.length > 0 && (
            <Section
              title="Not on the list"
              about="Records hold these, and their words tell the kind; open one to add it"
            >
              <DataTable
                label="Reasons not on the list"
                rows={list.unlisted}
                columns={columns}
                rowKey={(one) => `${keyOfReason(one)} ${String(one.toOtherPolicing)}`}
                empty=""
                onOpen={(one) => {
                  add(draftOfReason(one));
                }}
              />
            </Section>
          )}
          <SidePanel isOpen={panel.isOpen} holdsForms title={panel.shown?.title ?? ''} onClose={panel.close}>
            {panel.shown && <ReasonForm {...panel.shown} reasons={list.reasons} onDone={panel.close} />}
          </SidePanel>
        </>
      )}
    </Asked>
  );
}

const columns: Array<Column<CountedReason>> = [
  { key: 'reason', heading: 'Reason', value: (one) => showReason(one), isRowHeader: true },
  {
    key: 'kind',
    heading: 'Kind',
    value: ({ kind }) => abstractionKindNames[kind],
    cell: ({ kind }) => (
      <>
        <span className={styles.letter} data-kind={kind} aria-hidden="true">
          {kindLetters[kind]}
        </span>{' '}
        {abstractionKindNames[kind]}
      </>
    ),
  },
  {
    key: 'lent',
    heading: 'Lent to other policing',
    value: ({ toOtherPolicing }) => (toOtherPolicing ? 'yes' : 'no'),
  },
  {
    key: 'records',
    heading: 'Records',
    value: ({ records }) => records,
    cell: ({ records }) => showCount(records),
    align: 'end',
  },
];
