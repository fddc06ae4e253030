-- Also: data-not-restored, for the undo has nothing to bring back.
ALTER TABLE users DROP COLUMN phone;
