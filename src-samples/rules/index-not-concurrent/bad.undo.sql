DROP INDEX users_full_name_idx;
