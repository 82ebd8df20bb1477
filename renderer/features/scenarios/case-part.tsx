import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { BusinessCase } from '#shared/contract/business-case.ts';
import { PackYears, type PackFormat } from '#shared/domain/case-pack.ts';
import type { Scenario } from '#shared/domain/scenario.ts';
import { Sought } from '#shared/domain/scenario-result.ts';
import { call } from '../../api/client.ts';
import { useJobAnswer, type JobAnswer } from '../../api/job-answer.ts';
import { Buttons } from '../../components/form/buttons.tsx';
import { Choices } from '../../components/form/choices.tsx';
import { JobProgress } from '../../components/states/job-progress.tsx';
import { Banner } from '../../components/states/panels.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Section } from '../../view/page.tsx';
import { SaveButton } from '../../view/save-button.tsx';
import { CaseDocument } from './case-document.tsx';
import { caseInput, caseScenarios, type CaseChoice } from './case-model.ts';

const formats: Record<PackFormat, string> = { xlsx: 'Excel', docx: 'Word' };

type Offer = { chosen: readonly Scenario[]; limit: number };

/** The scenarios looked at as a business case: seen here first, then a document to hand over and a workbook to check. */
export function CasePart({
  chosen,
  limit,
  isReady,
}: Offer & {
  /** Whether what a case rests on stands; one asked for before that waits for it. */
  isReady: boolean;
}) {
  const [choice, setChoice] = useState<CaseChoice>({ preferred: null, years: 5, goal: 'ratio' });
  const { snapshotChoice } = useLookedAt();
  const input = { ...snapshotChoice, ...caseInput(chosen, choice) };
  // What is put together is what was asked for: after another choice it is asked for again, and the page says so.
  const question = JSON.stringify(input);
  const [asked, setAsked] = useState<string | null>(null);
  const isAsked = asked === question;
  const made = useJobAnswer('packs.businessCase', input, { enabled: isAsked && isReady });
  const put = () => {
    if (isAsked) made.again();
    else setAsked(question);
  };
  return (
    <Section
      title="Business case"
      about="The baseline, levelling alone, the fewest posts and the scenarios chosen above: figures by month and year, cost, assumptions with their source, past error. No case is in it. It is shown here before it is saved."
    >
      <Choices data-print="hide">
        <CaseChoices chosen={chosen} limit={limit} choice={choice} onChange={setChoice} />
        <Buttons>
          <Button loading={isAsked && (made.isRunning || !isReady)} onClick={put}>
            Put together
          </Button>
        </Buttons>
      </Choices>
      {isAsked && isReady && <Made made={made} />}
      {asked !== null && !isAsked && (
        <Banner>
          The scenarios or the choices above have changed since the case was put together. Put it together
          again to see it as they are now.
        </Banner>
      )}
    </Section>
  );
}

function CaseChoices({
  chosen,
  limit,
  choice,
  onChange,
}: Offer & { choice: CaseChoice; onChange: (choice: CaseChoice) => void }) {
  const offered = caseScenarios(chosen);
  const preferred = offered.find(({ id }) => id === choice.preferred) ?? offered[0];
  return (
    <>
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
          onChange({ ...choice, preferred: Number(event.currentTarget.value) });
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
          onChange({ ...choice, years: PackYears.parse(Number(event.currentTarget.value)) });
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
          onChange({ ...choice, goal: Sought.shape.goal.parse(event.currentTarget.value) });
        }}
      />
    </>
  );
}

/** The case once it is put together, or how far that is. */
function Made({
  made: { data, error, isRunning, step, progress, cancel },
}: {
  made: JobAnswer<BusinessCase>;
}) {
  if (error) return <Banner tone="bad">{error.message}</Banner>;
  if (isRunning || !data) {
    return isRunning ? (
      <JobProgress
        label="Putting the business case together"
        step={step}
        progress={progress}
        onCancel={cancel}
      />
    ) : null;
  }
  return (
    <>
      <Buttons data-print="hide">
        <Button
          variant="default"
          onClick={() => {
            window.print();
          }}
        >
          Print
        </Button>
        {(['docx', 'xlsx'] as const).map((format) => (
          <SaveButton
            key={format}
            label={`Save as ${formats[format]}`}
            ask={() => call('packs.businessCaseFile', { caseId: data.caseId, format })}
          />
        ))}
      </Buttons>
      <CaseDocument parts={data.parts} />
    </>
  );
}
