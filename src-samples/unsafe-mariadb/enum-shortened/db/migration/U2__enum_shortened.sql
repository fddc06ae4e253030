ALTER TABLE users MODIFY status enum('new', 'active', 'gone') NOT NULL DEFAULT 'new';
