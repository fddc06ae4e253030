-- OR REPLACE, so that it can be run again.
SET SESSION lock_wait_timeout = 1;
DELIMITER //
CREATE OR REPLACE TRIGGER orders_not_negative BEFORE INSERT ON orders FOR EACH ROW
BEGIN
    IF NEW.total < 0 THEN
        SET NEW.total = 0;
    END IF;
END //
DELIMITER ;
