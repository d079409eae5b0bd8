import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memberSums } from '../../src/index.ts';
