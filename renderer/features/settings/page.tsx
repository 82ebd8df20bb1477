import type { Settings } from '#shared/domain/settings.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { Faults, useFaults } from '../../components/form/faults.ts';
import { UnsavedBar } from '../../components/form/unsaved-bar.tsx';
import { UnsavedGuard } from '../../components/form/unsaved-guard.tsx';
import { notify } from '../../components/notify.ts';
import { Later } from '../../components/states/later.tsx';
import { Asked } from '../../view/asked.tsx';
import { Page } from '../../view/page.tsx';
import { useDraft } from '../../view/use-draft.ts';
import { AbstractionThresholds } from './abstraction-settings.tsx';
import { BackupSetting } from './backups.tsx';
import { Established } from './established.tsx';
import { settingsProblems } from './model.ts';
import { PassphrasePart } from './passphrase-part.tsx';
import { PlanningSettings } from './planning-settings.tsx';
import { PracticeSettings } from './practice-settings.tsx';
import { PseudonymSetting } from './pseudonyms.tsx';
import { RatioSettings } from './ratio-settings.tsx';
import { RetentionSetting } from './retention.tsx';
import styles from './settings.module.css';

/** Thresholds and definitions that the force chooses. */
export function SettingsPage() {
  const query = useQuery('settings.get', {});
  return (
    <Asked query={query} title="The settings could not be read">
      {(data) => <SettingsForm saved={data} />}
    </Asked>
  );
}

function SettingsForm({ saved }: { saved: Settings }) {
  const { draft, change: update, discard } = useDraft(saved);
  const save = useCommand('settings.save');
  const shown = draft ?? saved;
  const faults = useFaults();
  const isChanged = draft !== null && JSON.stringify(draft) !== JSON.stringify(saved);
  const isDirty = isChanged || faults.count > 0;
  const problems = settingsProblems(shown);
  const change = (changes: Partial<Settings>) => {
    update((old) => ({ ...old, ...changes }));
  };
  return (
    <Page title="Settings" about="Of this workspace; every figure follows them at once">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isDirty || faults.count + problems.length > 0) return;
          save.mutate(
            { settings: shown },
            {
              onSuccess: () => {
                discard();
                notify('The settings are saved.');
              },
            },
          );
        }}
      >
        <Faults key={faults.key} value={faults.tell}>
          <PlanningSettings settings={shown} onChange={change} />
          <RatioSettings settings={shown} onChange={change} />
          <AbstractionThresholds
            settings={shown.abstractions}
            onChange={(abstractions) => {
              change({ abstractions });
            }}
          />
          <Later>
            <PracticeSettings settings={shown} onChange={change} />
            <Established settings={shown} onChange={change} />
          </Later>
        </Faults>
        {isDirty && (
          <UnsavedBar
            isSaving={save.isPending}
            canSave={problems.length === 0}
            faults={faults.count}
            error={save.error}
            onDiscard={() => {
              discard();
              faults.forget();
              save.reset();
            }}
          >
            {problems.length > 0 ? problems.join(' ') : isChanged && 'Changes not saved.'}
          </UnsavedBar>
        )}
      </form>
      <Later>
        <PseudonymSetting />
        <RetentionSetting />
        <Later>
          <BackupSetting />
          <PassphrasePart />
        </Later>
      </Later>
      <UnsavedGuard isDirty={isDirty} what="the settings" />
    </Page>
  );
}
