-- Undoes V13.
SET LOCAL lock_timeout = '500ms';

DROP TABLE shipments;
DROP TYPE shipment_status;
