import { walkMatrix } from './matrix/walk.ts';

walkMatrix('phone');
