-- Purpose: an order may leave the warehouse in several parcels
-- Breaking Changes: none
-- Rollback: U13 drops the table and its type; parcels recorded since then are lost with it
-- Issue: SHOP-40
-- Author: Ada
--
-- REFERENCES takes SHARE ROW EXCLUSIVE on orders: for milliseconds, because the new table is empty.
SET LOCAL lock_timeout = '500ms';

CREATE TYPE shipment_status AS ENUM ('packed', 'sent', 'delivered', 'returned');
COMMENT ON TYPE shipment_status IS 'The way of a parcel, in its order';

CREATE TABLE shipments (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id      bigint NOT NULL,
  status        shipment_status NOT NULL DEFAULT 'packed',
  tracking_code text,
  created_at    timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT shipments_order_fk FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE
);
CREATE INDEX shipments_order_id_idx ON shipments (order_id);
COMMENT ON TABLE shipments IS 'Parcels on their way to the customer';
