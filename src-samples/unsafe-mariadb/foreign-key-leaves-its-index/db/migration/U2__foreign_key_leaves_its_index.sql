ALTER TABLE parcels DROP FOREIGN KEY parcels_order;
