import './flood.css';

export { FloodLab } from './lab/flood-lab.tsx';
export { FloodCases } from './list/flood-cases.tsx';
