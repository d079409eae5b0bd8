import type { Gate, Requirement } from '@westgate/contract';
import { shownSource } from '../../../parts/shown-source.ts';
import { type FormValues, valuesOf } from '../../../record/form/form-values.ts';

/** A gate as the form shows it. */
export function gateValues(gate: Gate, kind: string): FormValues {
  return valuesOf('gate', {
    id: gate.id,
    project_kind: kind,
    position: gate.position,
    name_zh: gate.name.zh,
    name_en: gate.name.en,
    meaning_zh: gate.meaning.zh,
    meaning_en: gate.meaning.en,
    level: gate.level,
    admits: gate.admits,
    basis_zh: gate.basis.zh,
    basis_en: gate.basis.en,
    source: shownSource(gate.source)?.id ?? null,
    confidence: gate.confidence,
    effective_from: gate.effectiveFrom,
    effective_to: gate.effectiveTo,
  });
}

/** What a gate asks for, as the form shows it. */
export function requirementValues(requirement: Requirement): FormValues {
  return valuesOf('requirement', {
    id: requirement.id,
    position: requirement.position,
    kind: requirement.kind,
    name_zh: requirement.name.zh,
    name_en: requirement.name.en,
    supplied_by: requirement.suppliedBy,
    department: requirement.department?.id ?? null,
    land: requirement.land,
    optional: requirement.optional,
    note_zh: requirement.note.zh,
    note_en: requirement.note.en,
  });
}
