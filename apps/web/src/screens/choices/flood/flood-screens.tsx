import './flood.css';
import './flood-print.css';

export { FloodLab } from './lab/flood-lab.tsx';
export { FloodCases } from './list/flood-cases.tsx';
