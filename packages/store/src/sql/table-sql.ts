import { fieldsOf, kindOf, pointerOf, TABLES, type TableName } from '@westgate/domain';

/**
 * The statement that makes the SQL table of a table of the register, as its fields say: columns, what they hold, key, references. A new table is made
 * with it; what released schema files made stays as it is, and is compared with it by a test.
 */
export function tableSql(name: TableName): string {
  const fields = Object.entries(fieldsOf(name));
  const columns = fields.map(([column, field]) => {
    const { sql, sqlCheck } = kindOf(field);
    const check = sqlCheck ? ` check (${sqlCheck(quoted(column), field)})` : '';
    return `${quoted(column)} ${sql}${field.optional ? '' : ' not null'}${check}`;
  });
  const references = fields.flatMap(([column, field]) => {
    const pointer = pointerOf(field);
    if (!pointer || !('table' in pointer)) return [];
    const target = `${quoted(pointer.table)} (district_id, id) deferrable initially deferred`;
    return [`foreign key (district_id, ${quoted(column)}) references ${target}`];
  });
  const parts = [
    'district_id smallint not null default 1',
    ...columns,
    'rev integer not null check (rev > 0)',
    'ord bigint not null generated always as identity',
    `primary key (district_id, ${TABLES[name].key.map(quoted).join(', ')})`,
    ...references,
  ];
  return `create table ${quoted(name)} (\n  ${parts.join(',\n  ')}\n);\n`;
}

function quoted(name: string): string {
  return `"${name}"`;
}
