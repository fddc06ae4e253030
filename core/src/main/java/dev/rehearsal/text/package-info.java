/** Small helps for the wording of messages. */
@NullMarked
package dev.rehearsal.text;

import org.jspecify.annotations.NullMarked;
