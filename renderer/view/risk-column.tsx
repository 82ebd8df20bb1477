import type { Risk } from '#shared/domain/case.ts';
import type { Column } from '../components/table/column.ts';
import { RiskLetter, riskOrder } from './risk-letter.tsx';

/** The risk level of a row, by its letter; sorted by how high it is. */
export const riskColumn = <Row extends { risk: Risk }>(): Column<Row> => ({
  key: 'risk',
  heading: 'Risk',
  value: ({ risk }) => riskOrder(risk),
  cell: ({ risk }) => <RiskLetter risk={risk} />,
});
