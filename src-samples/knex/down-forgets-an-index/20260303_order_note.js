exports.up = async (knex) => {
  await knex.raw('ALTER TABLE orders ADD COLUMN note text');
  await knex.raw('CREATE INDEX orders_amount ON orders (amount)');
};

exports.down = async (knex) => {
  await knex.raw('ALTER TABLE orders DROP COLUMN note');
};
