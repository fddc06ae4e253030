package dev.rehearsal.result;

import dev.rehearsal.schema.SchemaSnapshot;

/**
 * The schema at the end of a rehearsal: what a database looks like that was migrated the same way.
 *
 * @param version the newest version that was applied
 * @param snapshot the catalogue, without the runner's own tables
 */
public record RehearsedSchema(String version, SchemaSnapshot snapshot) {}
