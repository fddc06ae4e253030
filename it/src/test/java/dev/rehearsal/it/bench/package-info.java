/** Benchmarks: ratios within one run, because absolute times say more of the machine than of the code. */
@NullMarked
package dev.rehearsal.it.bench;

import org.jspecify.annotations.NullMarked;
