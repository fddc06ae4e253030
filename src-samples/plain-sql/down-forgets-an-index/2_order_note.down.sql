-- the index on amount is forgotten
ALTER TABLE orders DROP COLUMN note;
