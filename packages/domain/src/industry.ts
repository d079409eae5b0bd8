export { pipelineOf, pipelineOn, REVIEW_MONTHS, reviewsOf } from './results/pipeline.ts';
export { stayOn, type TierStay, tierOn, tiersOf } from './results/tiers.ts';
export { industriesServed, industryMatrix, industryMatrixAsked, type MatrixAsked, type MatrixProject } from './trace/industry-matrix.ts';
