// An index that is built beside the application cannot be built in a transaction.
exports.config = { transaction: false };

exports.up = (knex) => knex.raw('CREATE INDEX CONCURRENTLY orders_amount ON orders (amount)');

exports.down = (knex) => knex.raw('DROP INDEX CONCURRENTLY orders_amount');
