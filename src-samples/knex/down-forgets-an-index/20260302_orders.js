exports.up = async (knex) => {
  await knex.schema.createTable('orders', (table) => {
    table.bigIncrements('id');
    table.bigInteger('user_id').notNullable().references('users.id');
    table.integer('amount').notNullable();
  });
};

exports.down = (knex) => knex.schema.dropTable('orders');
