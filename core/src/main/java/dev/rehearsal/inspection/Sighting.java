package dev.rehearsal.inspection;

import dev.rehearsal.result.Severity;
import dev.rehearsal.schema.SchemaObject;

/**
 * Something that was found in a database.
 *
 * @param severity how much it matters
 * @param object what it was found on
 * @param says what was found, in a sentence
 */
public record Sighting(Severity severity, SchemaObject object, String says) {}
