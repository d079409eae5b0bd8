// Prints the schema file of a new table as its description says: `node tools/table-sql.mjs enterprise > packages/store/schema/021-enterprise.sql`.
import { TABLES } from '../packages/domain/dist/src/index.js';
import { tableSql } from '../packages/store/dist/src/sql/table-sql.js';

const [name = ''] = process.argv.slice(2);
if (!Object.hasOwn(TABLES, name)) {
  console.error(`table-sql: expected the name of a table of the register as it is built, found "${name}"`);
  process.exit(2);
}
console.log(`-- ${TABLES[name].label.many[0].toUpperCase()}${TABLES[name].label.many.slice(1)}: ${TABLES[name].about.en}.

${tableSql(name).replace(`"${name}"`, name)}
create trigger by_deed_only before insert or update or delete or truncate on ${name}
  for each statement execute function refuse_outside_deed();`);
