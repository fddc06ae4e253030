/** Servers to rehearse on: embedded ones, containers, and disposable ones that are there already. */
@NullMarked
package dev.rehearsal.provider;

import org.jspecify.annotations.NullMarked;
