exports.up = async (knex) => {
  await knex.raw('ALTER TABLE orders ADD COLUMN note text');
};

exports.down = async (knex) => {
  await knex.raw('ALTER TABLE orders DROP COLUMN note');
};
