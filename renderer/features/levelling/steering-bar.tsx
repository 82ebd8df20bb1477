import { Button, CloseButton } from '@mantine/core';
import { showMonthYear } from '../../view/figures.ts';
import { noSteering, type Steering } from '#shared/domain/steering.ts';
import { listed } from '#shared/planning/wording.ts';
import { decide, isSameSteering, nameOfWord, steeringWords } from './steering-model.ts';
import styles from './steering.module.css';

type Words = {
  draft: Steering;
  dutyName: (key: string) => string;
  onSay: (next: (draft: Steering) => Steering) => void;
};

/** All that has been said of the plan, each word with a way to take it back, and whether it has been solved yet. */
export function SteeringBar({
  draft,
  applied,
  dutyName,
  isBusy,
  isAnswered,
  onSay,
  onApply,
  onTakeBack,
}: Words & {
  applied: Steering;
  isBusy: boolean;
  /** Whether the plan below is the answer to what was asked last, and not the one before it. */
  isAnswered: boolean;
  onApply: (next?: (draft: Steering) => Steering) => void;
  onTakeBack: () => void;
}) {
  const words = steeringWords(draft, dutyName);
  const isSolved = isSameSteering(draft, applied);
  if (words.length === 0 && isSolved) return null;
  return (
    <section className={styles.bar} data-solved={isSolved} aria-label="Your word on this plan">
      <div className={styles.barHead}>
        <p aria-live="polite">
          <strong>
            {words.length === 0 ? 'Nothing is steered any more' : `Your word: ${listed(words)}.`}
          </strong>{' '}
          {isSolved && isAnswered ? 'The plan below keeps to it.' : 'Not yet in the plan below.'}
        </p>
        <div className={styles.barButtons} data-print="hide">
          {!isSolved && (
            <Button variant="default" onClick={onTakeBack}>
              Take back
            </Button>
          )}
          {words.length > 0 && isSolved && (
            <Button
              variant="default"
              onClick={() => {
                onApply(() => noSteering);
              }}
            >
              Clear all and level
            </Button>
          )}
          {!isSolved && (
            <Button
              loading={isBusy}
              onClick={() => {
                onApply();
              }}
            >
              Level again
            </Button>
          )}
        </div>
      </div>
      <WordsOnMoves draft={draft} dutyName={dutyName} onSay={onSay} />
    </section>
  );
}

function WordsOnMoves({ draft, dutyName, onSay }: Words) {
  if (draft.pins.length + draft.refusals.length === 0) return null;
  return (
    <ul className={styles.words} aria-label="Pinned and refused">
      {draft.pins.map((pin) => (
        <Word
          key={`pin ${pin.chain} ${pin.due}`}
          text={`${nameOfWord(pin, dutyName)}: done in ${showMonthYear(pin.to)}`}
          onRemove={() => {
            onSay((old) => decide(old, { id: pin.chain, due: pin.due }, 'proposed'));
          }}
        />
      ))}
      {draft.refusals.map((refusal) => (
        <Word
          key={`refusal ${refusal.chain} ${refusal.due}`}
          text={`${nameOfWord(refusal, dutyName)}: refused, not moved`}
          onRemove={() => {
            onSay((old) => decide(old, { id: refusal.chain, due: refusal.due }, 'proposed'));
          }}
        />
      ))}
    </ul>
  );
}

function Word({ text, onRemove }: { text: string; onRemove: () => void }) {
  return (
    <li className={styles.word}>
      {text}
      <CloseButton size="xs" aria-label={`Take back: ${text}`} onClick={onRemove} data-print="hide" />
    </li>
  );
}
