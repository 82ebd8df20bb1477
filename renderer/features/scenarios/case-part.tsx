import { Button, NativeSelect } from '@mantine/core';
import { useRef, useState } from 'react';
import { PackYears, type PackFormat } from '#shared/domain/case-pack.ts';
import type { Scenario } from '#shared/domain/scenario.ts';
import { Sought } from '#shared/domain/scenario-result.ts';
import { runJob } from '../../api/run-job.ts';
import { Buttons } from '../../components/form/buttons.tsx';
import { Choices } from '../../components/form/choices.tsx';
import { JobProgress } from '../../components/states/job-progress.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Section } from '../../view/page.tsx';
import { useSaveAnswer } from '../../view/use-save-answer.ts';
import { caseInput, caseScenarios, type CaseChoice } from './case-model.ts';

const formats: Record<PackFormat, string> = { xlsx: 'Excel', docx: 'Word' };

/** The scenarios looked at as a business case: a workbook to check, a document to hand over. */
export function CasePart({ chosen, limit }: { chosen: readonly Scenario[]; limit: number }) {
  const [choice, setChoice] = useState<CaseChoice>({ preferred: null, years: 5, goal: 'ratio' });
  const offered = caseScenarios(chosen);
  const preferred = offered.find(({ id }) => id === choice.preferred) ?? offered[0];
  const making = useCaseFile(chosen, choice);
  return (
    <Section
      title="Business case"
      about="Doing nothing, levelling alone, the fewest posts and the scenarios chosen above: figures by month and year, cost, assumptions with their source, past error. No case is in it."
    >
      <Choices>
        <NativeSelect
          size="xs"
          label="Preferred option"
          value={String(preferred?.id ?? '')}
          disabled={offered.length === 0}
          data={
            offered.length === 0
              ? [{ value: '', label: 'None chosen' }]
              : offered.map(({ id, name }) => ({ value: String(id), label: name }))
          }
          onChange={(event) => {
            setChoice({ ...choice, preferred: Number(event.currentTarget.value) });
          }}
        />
        <NativeSelect
          size="xs"
          label="Layout"
          value={String(choice.years)}
          data={[
            { value: '5', label: 'Five years' },
            { value: '4', label: 'Four financial years (force management statement)' },
          ]}
          onChange={(event) => {
            setChoice({ ...choice, years: PackYears.parse(Number(event.currentTarget.value)) });
          }}
        />
        <NativeSelect
          size="xs"
          label="The minimum keeps"
          value={choice.goal}
          data={[
            { value: 'ratio', label: `1:${String(limit)} in every month` },
            { value: 'capacity', label: 'work within capacity in every month' },
          ]}
          onChange={(event) => {
            setChoice({ ...choice, goal: Sought.shape.goal.parse(event.currentTarget.value) });
          }}
        />
        <Buttons>
          {(['xlsx', 'docx'] as const).map((format) => (
            <Button
              key={format}
              variant="default"
              disabled={making.isPending}
              aria-label={`Save the business case as ${formats[format]}`}
              onClick={() => {
                making.save(format);
              }}
            >
              {formats[format]}
            </Button>
          ))}
        </Buttons>
      </Choices>
      {making.isPending && (
        <JobProgress
          label="Putting the business case together"
          step={making.at.step}
          progress={making.at.progress}
          onCancel={making.cancel}
        />
      )}
    </Section>
  );
}

/** Makes the file asked for, with progress; ended when the person says so. */
function useCaseFile(chosen: readonly Scenario[], choice: CaseChoice) {
  const { snapshotChoice } = useLookedAt();
  const [at, setAt] = useState({ progress: 0, step: '' });
  const running = useRef<AbortController | null>(null);
  const { mutate, isPending } = useSaveAnswer((format: PackFormat) => {
    const own = new AbortController();
    running.current = own;
    setAt({ progress: 0, step: '' });
    const input = { ...snapshotChoice, ...caseInput(chosen, choice, format) };
    const onProgress = (progress: number, step: string): void => {
      setAt({ progress, step });
    };
    return runJob('packs.businessCase', input, { signal: own.signal, onProgress });
  });
  const cancel = (): void => {
    running.current?.abort();
  };
  return { at, isPending, save: mutate, cancel };
}
