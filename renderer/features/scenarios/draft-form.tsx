import { Button, Menu, Textarea, TextInput } from '@mantine/core';
import { memo } from 'react';
import { ChangeFields } from './change-fields.tsx';
import { changeKinds, kindNames, startOf, type Context } from './change-kinds.ts';
import { withChange, withoutChange, type ChangeKind, type Read, type TypedDraft } from './draft.ts';
import styles from './scenarios.module.css';
import { faultSaid } from './typed-number.tsx';

/** Name, description and every change of a scenario, as they are typed. */
export const DraftForm = memo(function DraftFormOf({
  typed,
  faults,
  context,
  onChange,
}: {
  typed: TypedDraft;
  faults: Read['faults'];
  context: Context;
  onChange: (typed: TypedDraft) => void;
}) {
  const nameFault = faults.get('name');
  return (
    <section className={styles.form} aria-label="What the scenario changes">
      <TextInput
        label="Name"
        maxLength={80}
        value={typed.name}
        error={nameFault && faultSaid(nameFault, false, '')}
        onChange={(event) => {
          onChange({ ...typed, name: event.currentTarget.value });
        }}
      />
      <Textarea
        label="Description"
        maxLength={2000}
        autosize
        minRows={1}
        maxRows={6}
        value={typed.description}
        onChange={(event) => {
          onChange({ ...typed, description: event.currentTarget.value });
        }}
      />
      {typed.changes.length === 0 && (
        <p className={styles.dim}>No changes yet: all is as the workspace holds it. Add the first one.</p>
      )}
      {typed.changes.map((change, index) => (
        <ChangeFields
          key={`${String(index)} ${change.kind}`}
          change={change}
          number={index + 1}
          context={context}
          faultAt={(key) => faults.get(`changes.${String(index)}.${key}`)}
          onChange={(next) => {
            onChange(withChange(typed, index, next));
          }}
          onRemove={() => {
            onChange(withoutChange(typed, index));
          }}
        />
      ))}
      <AddChange
        onAdd={(kind) => {
          onChange({ ...typed, changes: [...typed.changes, startOf(kind, context)] });
        }}
      />
    </section>
  );
});

const groups = ['People', 'Time', 'Work', 'Pay'] as const;

function AddChange({ onAdd }: { onAdd: (kind: ChangeKind) => void }) {
  return (
    <div>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default">Add a change …</Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
          {groups.map((group) => (
            <div key={group} role="group" aria-label={group}>
              <Menu.Label>{group}</Menu.Label>
              {kindNames
                .filter((kind) => changeKinds[kind].group === group)
                .map((kind) => (
                  <Menu.Item
                    key={kind}
                    onClick={() => {
                      onAdd(kind);
                    }}
                  >
                    {changeKinds[kind].name}
                  </Menu.Item>
                ))}
            </div>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
