// A project of the practice district as an OC4IDS document said it, with what no record holds.

/** The original that one project came with. */
export function originalRows() {
  const id = 'oc4ids-practi-songling-yard-1';
  return [
    {
      project: 'songling-yard-1',
      oc4ids_id: id,
      came: 'oc4ids-d1',
      position: 0,
      came_on: '2026-01-15',
      file_name: 'songling-yard-1.oc4ids.json',
      head: null,
      document: JSON.stringify({
        id,
        language: 'zh',
        title: '松岭一号院综合整治',
        period: { endDate: '2025-11-30T00:00:00Z' },
        assetLifetime: { startDate: '2026-01-01T00:00:00Z', endDate: '2055-12-31T00:00:00Z' },
        environment: { goals: ['climateChangeAdaptation'], hasImpactAssessment: true, inProtectedArea: false },
      }),
      rows: '{}',
    },
  ];
}
