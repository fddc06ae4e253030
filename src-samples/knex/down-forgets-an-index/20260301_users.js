exports.up = async (knex) => {
  await knex.schema.createTable('users', (table) => {
    table.bigIncrements('id');
    table.text('name').notNullable();
  });
};

exports.down = (knex) => knex.schema.dropTable('users');
