-- Undoes V13.
SET LOCAL lock_timeout = '2s';

DROP TABLE shipments;
DROP TYPE shipment_status;
