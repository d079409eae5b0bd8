import './flood.css';

export { FloodCases } from './list/flood-cases.tsx';
export { FloodLab } from './lab/flood-lab.tsx';
