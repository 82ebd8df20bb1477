import { Figure as OpeningFigure } from '../../view/figure.tsx';
import { isSameChoice, type Choice } from './model.ts';

/** A figure that lists its cases below. */
export function Figure({
  count,
  label,
  own,
  choice,
  onChoose,
}: {
  count: number;
  label: string;
  own: Choice;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}) {
  return (
    <OpeningFigure
      count={count}
      label={label}
      isChosen={isSameChoice(own, choice)}
      onOpen={() => {
        onChoose(own);
      }}
    />
  );
}
