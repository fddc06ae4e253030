package dev.rehearsal.seeding;

import org.jspecify.annotations.Nullable;

/**
 * What a filling has come to.
 *
 * @param rows how many rows were made or changed
 * @param limit why there is no room for more; null if nothing proves that there is none
 */
public record Made(long rows, @Nullable Room limit) {}
