package dev.rehearsal.profile;

import dev.rehearsal.volume.ColumnVolume;

/**
 * What the statistics tell of a column.
 *
 * @param name its name as the catalogue has it
 * @param volume its distribution; what is not known is not said
 * @param remark why something is not known; empty if all is
 */
public record ColumnStatistics(String name, ColumnVolume volume, String remark) {}
