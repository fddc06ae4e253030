-- several statements of one file are one transaction
ALTER TABLE orders ADD COLUMN note text;
COMMENT ON COLUMN orders.note IS 'What the customer wrote; shown to the packer.';
